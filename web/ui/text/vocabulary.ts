import type {
  AppointmentStatus,
  CaseKind,
  CaseStatus,
  Channel,
  ClockKind,
  FileKind,
  Role,
  RumourTopic,
  Scenario,
  Settlement,
  ShiftKind,
  Telling,
  Verdict,
} from '../../../contract/vocabulary.ts'
import { words } from './say.ts'

export const scenarioWords = words<Scenario>()({
  anti_fraud: ['反诈防诈', 'Anti-fraud'],
  mediation: ['矛盾调解', 'Mediation'],
  business: ['业务咨询', 'Services'],
  safety: ['安全提示', 'Safety'],
  public_information: ['辟谣回应', 'Public information'],
  other_office: ['其他部门的事', 'Other office'],
})

export const channelWords = words<Channel>()({
  web: ['网页', 'Web page'],
  wechat: ['微信', 'WeChat'],
  walk_in: ['到所', 'At the station'],
  phone: ['电话', 'Phone'],
  seen_elsewhere: ['别处看到', 'Seen elsewhere'],
})

/** How a resident was told: by a message on a channel, or by a person. */
export const toldWords = words<Channel | Telling>()({
  web: ['网上告知', 'Told online'],
  wechat: ['微信告知', 'Told by WeChat'],
  walk_in: ['当面告知', 'Told in person'],
  phone: ['电话告知', 'Told by phone'],
  writing: ['书面告知', 'Told in writing'],
  seen_elsewhere: ['别处告知', 'Told elsewhere'],
})

export const roleWords = words<Role>()({
  chief: ['所长', 'Chief'],
  officer: ['民警', 'Officer'],
  auxiliary: ['驻村辅警', 'Village auxiliary'],
  administrator: ['系统管理员', 'Administrator'],
  auditor: ['监督员', 'Auditor'],
})

export const shiftWords = words<ShiftKind>()({
  desk: ['值守答复', 'Desk'],
  window: ['窗口', 'Counter'],
  patrol: ['巡逻', 'Patrol'],
})

export const fileWords = words<FileKind>()({
  photo: ['图片', 'Photo'],
  voice: ['语音', 'Voice'],
  document: ['文件', 'Document'],
})

export const settlementWords = words<Settlement>()({
  online: ['线上办结', 'Settled online'],
  counter: ['到窗口办结', 'Settled at the counter'],
  scene: ['出警到现场', 'Settled on the scene'],
  other_office: ['转告其他部门', 'Passed to another office'],
  withdrawn: ['居民撤回', 'Withdrawn'],
})

export const caseKindWords = words<CaseKind>()({
  service: ['办事', 'Service'],
  help: ['求助', 'Help'],
  dispute: ['纠纷', 'Dispute'],
  fraud: ['涉诈', 'Fraud'],
  safety: ['安全隐患', 'Safety'],
  rumour: ['不实信息', 'Rumour'],
  other: ['其他', 'Other'],
})

export const caseStatusWords = words<CaseStatus>()({
  open: ['待处理', 'Open'],
  in_progress: ['办理中', 'In progress'],
  waiting_resident: ['等居民', 'Waiting for the resident'],
  done: ['已办好', 'Done'],
  closed: ['已归档', 'Closed'],
})

export const clockWords = words<ClockKind>()({
  service_limit: ['办理时限', 'Service limit'],
  promise: ['承诺时间', 'Promise'],
})

export const appointmentWords = words<AppointmentStatus>()({
  booked: ['已预约', 'Booked'],
  arrived: ['已到', 'Arrived'],
  served: ['已办', 'Served'],
  no_show: ['没来', 'Did not come'],
  cancelled: ['已取消', 'Cancelled'],
})

export const verdictWords = words<Verdict>()({
  helped: ['解决了', 'It helped'],
  not_helped: ['没解决', 'It did not help'],
  objection: ['有异议', 'Objection'],
})

export const topicWords = words<RumourTopic>()({
  crime: ['治安、案件', 'Crime'],
  fraud: ['诈骗', 'Fraud'],
  disaster: ['灾害、天气', 'Disaster, weather'],
  health: ['疫病、食品', 'Health, food'],
  school: ['学校、孩子', 'School, children'],
  traffic: ['交通、封路', 'Traffic'],
  services: ['办事、政策', 'Services'],
  other: ['其他', 'Other'],
})
