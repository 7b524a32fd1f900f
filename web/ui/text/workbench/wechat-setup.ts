import { say } from '../say.ts'

/** The set-up, its doors and its health, for somebody who has never seen WeCom. */
export const setupText = say({
  steps: ['接入设置', 'Set-up'],
  intro: [
    '要有本单位企业微信的管理员权限。照下面四步做，每做一步就点“逐项检查”：不对的会说明在企业微信管理后台（work.weixin.qq.com）哪一页改。',
    'You need to be an administrator of the WeCom corporation. Four steps; “check each step” says what is wrong and where to mend it.',
  ],
  one: ['第一步　企业和应用', '1. Corporation and application'],
  oneHint: [
    '在管理后台“应用管理 → 自建 → 创建应用”建一个应用，把企业 ID 和应用的 Secret 抄到这里。把全所民警加进它的“可见范围”。再照下面设可信域名，然后在应用页面的“企业可信IP”里填这台服务器的公网地址（不设可信域名的，要先做完第三步）。',
    'Create an application that all officers see and copy both here; set the trusted domain, then enter this server’s address under “trusted IP”.',
  ],
  two: ['第二步　授权客服账号和客户联系', '2. Grant the accounts and the contacts'],
  twoHint: [
    '在管理后台“应用管理 → 微信客服”建客服账号（一个村一个，或全所一个），再在“微信客服 → API → 可调用接口的应用”里选这个应用，把客服账号勾上。用好友、村群和群发的，还要在“客户与上下游 → 客户联系 → API → 可调用接口的应用”里选这个应用，在“权限配置”的使用范围里加上民警。',
    'Create accounts under 微信客服 and grant them to the application; for contacts, groups and broadcasts grant 客户联系 too, and give officers its permission.',
  ],
  three: ['第三步　接收消息', '3. Callback'],
  threeHint: [
    '管理后台有三处接收事件的地方，都要设，填一样的地址、Token 和 EncodingAESKey。先在第一处把 Token 和 EncodingAESKey 点“随机获取”，抄到这里保存，再把下面的地址填过去，在那边点保存，另外两处照抄。顺序反了那边会说校验失败。',
    'Three places of the admin console send events; all take the same address, token and key. Take a random token and key at the first, save them here, then enter the address there and save, and copy all to the other two.',
  ],
  four: ['第四步　检查', '4. Check'],
  fourHint: [
    '全部打勾以后，在上面“客服账号和各村入口”里给各村生成入口，自己用微信扫一扫发一句话试试。',
    'When all is well, make the doors and try one with your own WeChat.',
  ],
  corpId: ['企业 ID（我的企业 → 企业信息最下方）', 'Corporation ID'],
  baseUrl: [
    '接口地址（政务微信或私有部署才要改，可以带路径）',
    'Address of the API (government edition only)',
  ],
  secret: ['应用 Secret（应用管理 → 自建应用 → 本应用）', 'Secret of the application'],
  token: ['回调 Token', 'Callback token'],
  aesKey: ['回调 EncodingAESKey（43 位）', 'EncodingAESKey (43 letters)'],
  kept: [
    (when: string) => `已保存（${when}），不再显示；要换就填新的`,
    (when: string) => `Kept since ${when}, never shown; type a new one to change it`,
  ],
  both: ['Token 和 EncodingAESKey 要一起填', 'Both are needed'],
  keyForm: ['EncodingAESKey 是 43 个字母和数字', 'It has 43 letters and digits'],
  overlap: ['换了以后，旧的还能用多久', 'How long the old one still counts'],
  overlapNow: ['立即作废', 'Not at all'],
  overlapMinutes: [(count: number) => `${count} 分钟`, (count: number) => `${count} minutes`],
  overlapStays: [(time: string) => `再用 ${time}`, (time: string) => `counts for ${time}`],
  overlapHint: [
    '企业微信那边改好之前，旧的回调还在路上。到时间后一分钟内就不再接受旧的。',
    'Callbacks under the old key are still on their way until WeCom has the new one.',
  ],
  replaceTitle: ['换掉现在的密钥？', 'Replace the secrets?'],
  replaceHint: [
    (which: string, how: string) =>
      `要换的是：${which}。旧的${how}。换了以后要马上到管理后台改成一样的，否则收不到消息。`,
    (which: string, how: string) =>
      `To be replaced: ${which}. The old: ${how}. Change it in the admin console at once.`,
  ],
  replace: ['换', 'Replace'],
  nameSecret: ['应用 Secret', 'the application’s secret'],
  nameCallback: ['回调 Token 和 EncodingAESKey', 'token and key of the callback'],
  oldUntil: [
    (what: string, until: string, left: string) =>
      `旧的${what} 还能用到 ${until}（还剩 ${left}），之后不再接受。`,
    (what: string, until: string, left: string) => `The old ${what} counts until ${until} (${left}).`,
  ],
  callbackUrl: ['填到管理后台的地址', 'Address for the admin console'],
  save: ['保存', 'Save'],
  check: ['逐项检查', 'Check each step'],
  accounts: ['客服账号和各村入口', 'Accounts and the doors of the villages'],
  accountsHint: [
    '每个入口有自己的链接和二维码：从哪个村的入口进来，会话就算哪个村的。印出去的旧二维码一直有效。',
    'Who comes in by a village’s door is known to be of that village. Printed codes stay good.',
  ],
  noAccounts: ['还没有客服账号，保存后点“逐项检查”。', 'No accounts yet: save, then check.'],
  wholeStation: ['全所', 'Whole station'],
  doorFor: ['给哪个村', 'For which village'],
  makeDoor: ['生成入口', 'Make the door'],
  made: ['入口已生成', 'The door is made'],
  notGranted: ['没有授权给本应用', 'Not granted to this application'],
  showCode: ['二维码', 'QR code'],
  poster: [(village: string) => `${village} · 微信入口`, (village: string) => `${village} · WeChat door`],
  posterWords: ['微信扫一扫，有事找派出所', 'Scan with WeChat to write to the police station'],
  posterDanger: ['遇到危险请马上拨打 110', 'In danger call 110'],
  download: ['存为图片', 'Save as picture'],
})

export const healthText = say({
  title: ['运行情况', 'Health'],
  lastMessage: ['最近一条消息', 'Last message'],
  canary: ['自检（每分钟自己发一条走完全程）', 'Self-test, every minute'],
  pulled: ['收取进度', 'Fetched up to'],
  callback: ['企业微信的通知', 'Callbacks of WeCom'],
  token: ['调用凭证', 'Token'],
  calls: ['调用次数', 'Calls'],
  lines: ['现在能回复的居民', 'Residents who can be answered'],
  letters: ['没收好的消息', 'Messages not handled'],
  unhandled: ['取下来还没放进会话', 'Fetched and not filed'],
  waitingAnswers: ['等着发出的回复', 'Answers waiting'],
  phoneTasks: ['等着打的电话', 'Phone calls due'],
  greetings: ['三天内没发出的问候', 'Greetings not sent, three days'],
  greetingCount: [
    (count: number, why: string) => `${count} 次：${why}`,
    (count: number, why: string) => `${count}: ${why}`,
  ],
  stopped: ['在企业微信里停止接待的同事', 'Colleagues who stopped serving'],
  stoppedOne: [
    (who: string, account: string, ago: string, forAWhile: boolean) =>
      `${who}（${account}）${ago}${forAWhile ? '暂时挂起' : '停止接待'}`,
    (who: string, account: string, ago: string, forAWhile: boolean) =>
      `${who} (${account}) ${forAWhile ? 'paused' : 'stopped'} ${ago}`,
  ],
  rejected: ['被同事设为拒收的居民', 'Residents whose messages a colleague switched off'],
  rejectedOne: [
    (who: string, account: string, count: number) =>
      `${who}（${account}）设了 ${count} 位，这些居民说的话收不到`,
    (who: string, account: string, count: number) => `${who} (${account}): ${count}`,
  ],
  none: ['没有', 'None'],
  failedNotices: ['三天内没送到民警的提醒', 'Reminders to officers that failed, three days'],
  never: ['还没有', 'Never'],
  ago: [(time: string) => `${time}前`, (time: string) => `${time} ago`],
  passed: [(ago: string) => `${ago}通过`, (ago: string) => `passed ${ago}`],
  upTo: [(ago: string) => `${ago}问过企业微信，之前的都取下来了`, (ago: string) => `complete up to ${ago}`],
  behind: [(ago: string) => `上次取完是${ago}，有消息没取下来`, (ago: string) => `not complete since ${ago}`],
  signed: [(ago: string) => `${ago}收到，签名对`, (ago: string) => `${ago}, signed rightly`],
  signedOld: [
    (ago: string) => `${ago}收到，用的还是旧密钥，请到管理后台换成新的`,
    (ago: string) => `${ago}, still signed with the old key`,
  ],
  tokenGood: [
    (ago: string) => `${ago}取到，有效两小时，自动续`,
    (ago: string) => `given ${ago}, renewed by itself`,
  ],
  tokenBad: [
    (ago: string, why: string) => `${ago}被拒绝：${why}`,
    (ago: string, why: string) => `refused ${ago}: ${why}`,
  ],
  callCount: [
    (hour: number, day: number, most: number) =>
      `这一小时 ${hour} 次，一天 ${day} 次（企业微信每小时最多 ${most / 10_000} 万次）`,
    (hour: number, day: number, most: number) => `${hour} this hour, ${day} in a day (limit ${most} an hour)`,
  ],
  callTrouble: [
    (refused: number, throttled: number) => `；一天里被拒 ${refused} 次，被限流 ${throttled} 次`,
    (refused: number, throttled: number) => `; refused ${refused}, throttled ${throttled}`,
  ],
  lineCount: [
    (open: number, scarce: number, stopped: number) =>
      `${open} 位，其中 ${scarce} 位只剩一条或不到两小时；另有 ${stopped} 位由同事在企业微信里接待`,
    (open: number, scarce: number, stopped: number) =>
      `${open}, of these ${scarce} nearly closed; ${stopped} with colleagues`,
  ],
  letterCount: [
    (open: number, unowned: number) =>
      open === 0 ? '没有' : `${open} 条${unowned ? `，${unowned} 条还没有负责人` : '，都有负责人'}`,
    (open: number, unowned: number) => (open === 0 ? 'none' : `${open}, ${unowned} without an owner`),
  ],
  look: ['去处理', 'See to them'],
  gap: [
    (from: string, until: string) =>
      `${from} 到 ${until} 的消息可能没有收到（微信只保存三天）。请通知居民补发。`,
    (from: string, until: string) => `Messages from ${from} to ${until} may be lost.`,
  ],
  gapSeen: ['知道了', 'Noted'],
})
