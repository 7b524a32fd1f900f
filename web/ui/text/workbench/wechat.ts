import type { MessageMark } from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

export const markWords = words<MessageMark>()({
  recalled: ['居民已撤回', 'Recalled by the resident'],
  file_missing: ['附件没有取到', 'The attachment could not be fetched'],
  late: ['晚到的消息', 'Arrived late'],
  by_servicer: ['在企业微信里回复', 'Answered in WeCom'],
})

const failWords: Record<string, string> = words<string>()({
  window_over: ['离居民上次发消息已超过 48 小时', 'More than 48 hours since the resident wrote'],
  with_servicer: ['同事正在企业微信里接待', 'A colleague answers in WeCom'],
  no_account: ['找不到这位居民的微信', 'No WeChat account known'],
  internal: ['系统出错', 'A fault of the system'],
  '95001': ['居民上次发消息后已回复满 5 条', 'Five answers since the resident wrote'],
  '95002': ['离居民上次发消息已超过 48 小时', 'More than 48 hours since the resident wrote'],
  '95018': ['会话已转给企业微信里的同事', 'The chat is with a colleague in WeCom'],
  told_1: ['客服账号已被删除', 'The account was deleted'],
  told_2: ['应用已关闭', 'The application is closed'],
  told_4: ['离居民上次发消息已超过 48 小时', 'More than 48 hours since the resident wrote'],
  told_5: ['会话已结束', 'The chat has ended'],
  told_6: ['居民上次发消息后已回复满 5 条', 'Five answers since the resident wrote'],
  told_8: ['企业没有认证', 'The corporation is not verified'],
  told_10: ['居民设了不接收消息', 'The resident refuses messages'],
  told_11: ['企业微信里没有成员登录', 'Nobody is signed in to WeCom'],
  told_12: ['微信不允许发送', 'WeChat does not allow it'],
  told_13: ['内容被微信安全策略拦下', 'Stopped by the security rules of WeChat'],
})

/** Why an answer did not arrive; a code without words is what an administrator searches for. */
export const failText = (code: string | null): string =>
  (code && failWords[code]) ?? `微信没有接收（${code ?? '原因不明'}）`

export const wechatText = say({
  title: ['微信', 'WeChat'],
  queued: ['正在发往微信…', 'On its way to WeChat…'],
  accepted: ['微信已接收', 'Taken by WeChat'],
  failed: [(why: string) => `没有送到：${why}`, (why: string) => `Not delivered: ${why}`],
  fetching: ['正在向微信取附件…', 'The attachment is being fetched…'],
  line: [
    (left: number, time: string) => `微信：还能发 ${left} 条 · 还剩 ${time}`,
    (left: number, time: string) => `WeChat: ${left} more · ${time} left`,
  ],
  hours: [(count: number) => `${count} 小时`, (count: number) => `${count} h`],
  minutes: [(count: number) => `${count} 分钟`, (count: number) => `${count} min`],
  lineOver: [
    '离居民上次发消息已超过 48 小时，微信不允许再回复，请打电话。',
    'More than 48 hours since the resident wrote: WeChat takes no answer. Please phone.',
  ],
  lineFull: [
    '已经回复满 5 条，要等居民再发一条才能回复。急事请打电话。',
    'Five answers sent: the resident has to write first. If it is urgent, please phone.',
  ],
  lineStopped: [
    '这位居民正由同事在企业微信里接待，请在企业微信里回复。',
    'A colleague is answering in WeCom: please answer there.',
  ],
  phoneTask: [(why: string) => `打电话给居民：${why}`, (why: string) => `Phone the resident: ${why}`],
  phoned: ['打过了', 'Phoned'],
  phonedBy: [
    (who: string, when: string) => `${who} ${when} 已打电话`,
    (who: string, when: string) => `${who} phoned, ${when}`,
  ],
  steps: ['接入设置', 'Set-up'],
  corpId: ['企业 ID（我的企业 → 企业信息最下方）', 'Corporation ID'],
  baseUrl: ['接口地址（政务微信或私有部署才要改）', 'Address of the API (government edition only)'],
  secret: ['应用 Secret（应用管理 → 自建应用）', 'Secret of the application'],
  token: ['回调 Token', 'Callback token'],
  aesKey: ['回调 EncodingAESKey（43 位）', 'EncodingAESKey (43 letters)'],
  kept: ['已保存，不再显示；要换就填新的', 'Kept and never shown; type a new one to change it'],
  callbackUrl: ['把这个地址填到企业微信的“接收事件服务器”', 'Paste this address into the admin console'],
  save: ['保存', 'Save'],
  check: ['逐项检查', 'Check each step'],
  accounts: ['客服账号和各村入口', 'Accounts and the doors of the villages'],
  noAccounts: ['还没有客服账号，保存后点“逐项检查”。', 'No accounts yet: save, then check.'],
  wholeStation: ['全所', 'Whole station'],
  makeDoor: ['生成入口', 'Make the door'],
  notGranted: ['没有授权给本应用', 'Not granted to this application'],
  health: ['运行情况', 'Health'],
  lastMessage: ['最近一条消息', 'Last message'],
  pulled: ['最近一次收取', 'Last fetched'],
  canary: ['自检通过', 'Self-test passed'],
  callback: ['最近的回调', 'Last callback'],
  call: ['最近一次调用', 'Last call'],
  callFine: ['正常', 'Fine'],
  never: ['还没有', 'Never'],
  unhandled: ['取下来还没放进会话', 'Fetched and not filed'],
  troubled: ['读不懂、等人处理的消息', 'Messages nobody could read'],
  unreadable: ['读不懂的回调', 'Callbacks nobody could read'],
  waitingAnswers: ['等着发出的回复', 'Answers waiting'],
  phoneTasks: ['等着打的电话', 'Phone calls due'],
  failedNotices: ['三天内没送到民警的提醒', 'Reminders to officers that failed, three days'],
  gap: [
    (from: string, until: string) =>
      `${from} 到 ${until} 的消息可能没有收到（微信只保存三天）。请通知居民补发。`,
    (from: string, until: string) => `Messages from ${from} to ${until} may be lost.`,
  ],
  gapSeen: ['知道了', 'Noted'],
})
