import type { Channel, Scenario, Settlement } from '../../../contract/vocabulary.ts'

/** Names of what figures are divided by, for parts and for exported files. */
export const scenarioNames: Record<Scenario, string> = {
  anti_fraud: '反诈防诈',
  mediation: '矛盾调解',
  business: '业务咨询',
  safety: '安全提示',
  public_information: '辟谣回应',
  other_office: '其他部门的事',
}

export const channelNames: Record<Channel, string> = {
  web: '网页',
  wechat: '微信',
  walk_in: '到所',
  phone: '电话',
  seen_elsewhere: '别处看到',
}

export const settlementNames: Record<Settlement, string> = {
  online: '线上办结',
  counter: '到窗口办结',
  scene: '出警到现场',
  other_office: '转告其他部门',
  withdrawn: '居民撤回',
}

export const unknownVillage = '未知'
