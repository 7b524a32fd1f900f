import {
  capCategories,
  capCertainties,
  capMessageTypes,
  capResponses,
  capScopes,
  capSeverities,
  capStatuses,
  capUrgencies,
} from '../../../../contract/cap-words.ts'

export const capNamespace = 'urn:oasis:names:tc:emergency:cap:1.2'

/** What may stand in an element: any words, one word of a list, or something that is written in a certain way. */
export type CapForm =
  | 'words'
  | 'anything'
  | 'identifier'
  | 'moment'
  | 'references'
  | 'language'
  | 'address'
  | 'whole'
  | 'decimal'
  | 'polygon'
  | 'circle'
  | readonly string[]
  | readonly CapField[]

export type CapField = {
  name: string
  /** What a person is told it is called. */
  called: string
  form: CapForm
  required?: true
  many?: true
}

const valued = [
  { name: 'valueName', called: '名称', form: 'words', required: true },
  // Some send parameters without a value; the schema's string may be empty.
  { name: 'value', called: '值', form: 'anything', required: true },
] satisfies CapField[]

const resource = [
  { name: 'resourceDesc', called: '附件说明', form: 'words', required: true },
  { name: 'mimeType', called: '附件类型', form: 'words', required: true },
  { name: 'size', called: '附件大小', form: 'whole' },
  { name: 'uri', called: '附件地址', form: 'address' },
  { name: 'derefUri', called: '附件内容', form: 'words' },
  { name: 'digest', called: '附件摘要', form: 'words' },
] satisfies CapField[]

const area = [
  { name: 'areaDesc', called: '区域说明', form: 'words', required: true },
  { name: 'polygon', called: '多边形', form: 'polygon', many: true },
  { name: 'circle', called: '圆', form: 'circle', many: true },
  { name: 'geocode', called: '区划代码', form: valued, many: true },
  { name: 'altitude', called: '高度', form: 'decimal' },
  { name: 'ceiling', called: '最高高度', form: 'decimal' },
] satisfies CapField[]

const info = [
  { name: 'language', called: '语言', form: 'language' },
  { name: 'category', called: '类别', form: capCategories, required: true, many: true },
  { name: 'event', called: '事件', form: 'words', required: true },
  { name: 'responseType', called: '要做的事', form: capResponses, many: true },
  { name: 'urgency', called: '紧迫程度', form: capUrgencies, required: true },
  { name: 'severity', called: '严重程度', form: capSeverities, required: true },
  { name: 'certainty', called: '把握', form: capCertainties, required: true },
  { name: 'audience', called: '对象', form: 'words' },
  { name: 'eventCode', called: '事件代码', form: valued, many: true },
  { name: 'effective', called: '生效时间', form: 'moment' },
  { name: 'onset', called: '开始时间', form: 'moment' },
  { name: 'expires', called: '失效时间', form: 'moment' },
  { name: 'senderName', called: '发布单位', form: 'words' },
  { name: 'headline', called: '标题', form: 'words' },
  { name: 'description', called: '说明', form: 'words' },
  { name: 'instruction', called: '怎么做', form: 'words' },
  { name: 'web', called: '网页', form: 'address' },
  { name: 'contact', called: '联系方式', form: 'words' },
  { name: 'parameter', called: '参数', form: valued, many: true },
  { name: 'resource', called: '附件', form: resource, many: true },
  { name: 'area', called: '区域', form: area, many: true },
] satisfies CapField[]

/**
 * CAP 1.2 as a table: the elements of an alert in the order of its XML schema (CAP-v1.2.xsd, a sequence at every level),
 * how often each may stand, and what is written in it. What is not in the table is not CAP's.
 */
export const capAlertFields: readonly CapField[] = [
  { name: 'identifier', called: '编号', form: 'identifier', required: true },
  { name: 'sender', called: '发布者', form: 'identifier', required: true },
  { name: 'sent', called: '发布时间', form: 'moment', required: true },
  { name: 'status', called: '状态', form: capStatuses, required: true },
  { name: 'msgType', called: '消息类型', form: capMessageTypes, required: true },
  { name: 'source', called: '来源', form: 'words' },
  { name: 'scope', called: '范围', form: capScopes, required: true },
  { name: 'restriction', called: '限制', form: 'words' },
  { name: 'addresses', called: '收件人', form: 'words' },
  { name: 'code', called: '代码', form: 'words', many: true },
  { name: 'note', called: '备注', form: 'words' },
  { name: 'references', called: '引用', form: 'references' },
  { name: 'incidents', called: '事件编号', form: 'words' },
  { name: 'info', called: '信息', form: info, many: true },
]
