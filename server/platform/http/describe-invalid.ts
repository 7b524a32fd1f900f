import type { FastifySchemaValidationError } from 'fastify'

const places: Record<string, string> = {
  body: '提交的内容',
  querystring: '网址参数',
  params: '网址',
  headers: '请求头',
}

/** The first thing that is wrong with a request, as a Chinese sentence: field by its title where the contract gives one. */
export function describeInvalid(errors: FastifySchemaValidationError[], where: string | undefined): string {
  const error = errors[0]
  const place = places[where ?? 'body'] ?? '提交的内容'
  if (!error) return `${place}不符合要求。`
  const params = error.params as Record<string, unknown>
  const field =
    error.instancePath.split('/').filter(Boolean).join('.') || String(params['missingProperty'] ?? '')
  const name = field ? `${place}里的“${fieldName(field)}”` : place
  switch (error.keyword) {
    case 'required':
      return `${place}里少了“${fieldName(String(params['missingProperty'] ?? firstMissing(params)))}”。`
    case 'maxLength':
      return `${name}太长了，最多 ${params['limit']} 个字。`
    case 'minLength':
      return Number(params['limit']) <= 1
        ? `${name}还没有填。`
        : `${name}太短了，至少 ${params['limit']} 个字。`
    case 'maxItems':
      return `${name}太多了，最多 ${params['limit']} 个。`
    case 'minItems':
      return `${name}太少了，至少 ${params['limit']} 个。`
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `${name}超出了范围。`
    case 'type':
      return `${name}的类型不对。`
    case 'additionalProperties':
      return `${place}里有不认识的“${String(params['additionalProperty'] ?? '')}”。`
    default:
      return `${name}不符合要求。`
  }
}

function firstMissing(params: Record<string, unknown>): string {
  const list = params['requiredProperties']
  return Array.isArray(list) ? String(list[0]) : ''
}

/** Field names people meet most often; others are shown as they are. */
const names: Record<string, string> = {
  body: '文字',
  text: '文字',
  name: '姓名',
  phone: '电话',
  title: '标题',
  reason: '原因',
  files: '照片或语音',
  fileIds: '照片或语音',
  villageId: '村',
  startsAt: '时间',
  username: '用户名',
  password: '密码',
  code: '验证码',
  words: '想说的话',
  outcome: '处理结果',
}

function fieldName(path: string): string {
  const last = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? path
  return names[last] ?? last
}
