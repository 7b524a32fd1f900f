import type { NoticeKind } from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

export const noticeWords = words<NoticeKind>()({
  emergency: ['紧急消息（安静时段也提醒）', 'Emergencies (also in quiet hours)'],
  handed_over: ['同事把事转给我', 'A colleague hands a matter to me'],
  duty_tomorrow: ['明天我值班（前一天傍晚）', 'I am on duty tomorrow'],
  duty_now: ['我的班开始了', 'My shift begins'],
  confirmation: ['有账号等我确认', 'An account waits for me'],
  broadcast: ['有预警发布等我在手机上点发送', 'A broadcast waits for me on the phone'],
  rumour_reply: ['辟谣有新答复，我的群等着发', 'A newer reply to a rumour for my groups'],
  rumour_due: ['辟谣答复该更新了', 'A promised update of a rumour is late'],
  rumour_draft: ['有辟谣答复等我批准', 'A draft reply to a rumour waits for me'],
  rumour_evidence: ['我答复过的传言有了新依据', 'New evidence for a rumour I answered'],
  wechat_change: ['换微信通道等您同意', 'A change of the channel waits for you'],
})

export const wecomText = say({
  title: ['企业微信', 'WeCom'],
  notAvailable: [
    '这个所还没有接入企业微信登录。管理员在“设置 · 微信”里填好应用编号后就能用。',
    'Sign-in by WeCom is not set up yet: an administrator types in the application’s number under WeChat.',
  ],
  none: [
    '绑定后可以用企业微信登录，也能在企业微信里收到紧急、转交和值班提醒。',
    'Once bound you can sign in by WeCom and are told of emergencies, hand-overs and duty there.',
  ],
  bind: ['绑定我的企业微信', 'Bind my WeCom account'],
  member: ['成员账号', 'Member'],
  boundBy: [
    (who: string, when: string) => `${who} ${when} 绑定`,
    (who: string, when: string) => `Bound by ${who}, ${when}`,
  ],
  toConfirm: [
    '这是您本人的企业微信吗？确认后才能用它登录。不是您的，请解除。',
    'Is this your own WeCom account? It counts once you say so. If not, unbind it.',
  ],
  itIsMe: ['是我，确认', 'It is me'],
  unbind: ['解除绑定', 'Unbind'],
  unbindSure: [
    '解除后不能再用企业微信登录，用它登录的设备会退出，也收不到提醒。',
    'You can no longer sign in by WeCom; devices signed in by it are signed out.',
  ],
  bound: ['企业微信绑定好了', 'WeCom is bound'],
  confirmed: ['已确认', 'Confirmed'],
  unbound: ['已解除绑定', 'Unbound'],
  bindOther: ['绑定企业微信', 'Bind to WeCom'],
  bindTitle: [(name: string) => `${name} 的企业微信`, (name: string) => `WeCom account of ${name}`],
  pick: ['选择企业微信成员', 'Choose a member'],
  suggested: ['同名', 'Same name'],
  takenBy: [(name: string) => `已绑定${name}`, (name: string) => `Bound to ${name}`],
  selfConfirms: [
    '绑定后要由本人用密码登录、在“我的账号”里确认，才能用来登录和收提醒。',
    'It counts once the officer has confirmed it herself.',
  ],
  waits: ['等本人确认', 'Awaits confirmation'],
  save: ['绑定', 'Bind'],
  notices: ['企业微信提醒', 'Reminders over WeCom'],
  noticesUnbound: [
    '所里接好企业微信、您绑定并确认以后，这些提醒才会发给您。',
    'You are told once WeCom is set up here and your account is bound.',
  ],
  quiet: ['安静时段', 'Quiet hours'],
  quietHint: [
    '这段时间只提醒紧急消息，别的等结束后再发。',
    'Only emergencies are told then; the rest waits.',
  ],
  quietFrom: ['从', 'From'],
  quietUntil: ['到', 'Until'],
  notArrived: [
    (what: string, when: string, why: string) => `${when} 的提醒没有送到（${what}）：${why}`,
    (what: string, when: string, why: string) => `Not delivered, ${when} (${what}): ${why}`,
  ],
  agentIdForm: ['AgentId 是一串数字，例如 1000002', 'The AgentId is a number'],
  agentId: ['应用 AgentId（应用管理 → 自建应用）', 'AgentId of the application'],
  loginUrl: ['登录地址（政务微信才要填）', 'Sign-in address (government edition only)'],
})
