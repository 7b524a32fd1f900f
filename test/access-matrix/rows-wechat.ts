import type { Row } from './row.ts'

const kept = 'sealed, and never given out'

/** The WeChat channel: its set-up, its health, and the door for WeCom's server, which opens to a signature only. */
export const wechatRows: Row[] = [
  {
    route: 'GET /api/wechat',
    access: 'station.configure',
    recorded: { because: 'the channel and its health, no matter of anybody' },
  },
  {
    route: 'PUT /api/wechat',
    access: 'station.configure',
    bodies: [
      () => ({
        corpId: 'wwEMU0000000000001',
        // Nobody listens there: no test calls out.
        baseUrl: 'http://127.0.0.1:9',
        secret: 'a-secret-of-nobody-at-all',
        agentId: 1000002,
        loginUrl: 'http://127.0.0.1:9',
        callbackToken: 'EMUcallbackToken',
        encodingAesKey: 'EMUkeyEMUkeyEMUkeyEMUkeyEMUkeyEMUkeyEMUkeyE',
        overlapSeconds: 5,
      }),
    ],
    notKept: { secret: kept, callbackToken: kept, encodingAesKey: kept },
  },
  { route: 'POST /api/wechat/checks', access: 'station.configure' },
  {
    route: 'POST /api/wechat/accounts/:openKfid/door',
    access: 'station.configure',
    params: { openKfid: 'wechatAccount' },
    bodies: [({ village }) => ({ villageId: village })],
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/gaps/:id/seen',
    access: 'station.configure',
    params: { id: 'wechatGap' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/conversations/:id/phone-tasks/:taskId/done',
    access: 'conversations.write',
    params: { id: 'conversation', taskId: 'phoneTask' },
    nothingOwn: true,
    succeeds: false,
  },
  { route: 'GET /api/wechat/letters', access: 'conversations.read', recorded: 'wechat.letter_listed' },
  {
    route: 'GET /api/wechat/letters/:id',
    access: 'conversations.read',
    recorded: 'wechat.letter_read',
    params: { id: 'wechatLetter' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/letters/:id/owner',
    access: 'conversations.write',
    params: { id: 'wechatLetter' },
    bodies: [({ officer }) => ({ officerId: officer })],
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/letters/:id/replay',
    access: 'conversations.write',
    params: { id: 'wechatLetter' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/letters/:id/settlement',
    access: 'conversations.write',
    params: { id: 'wechatLetter' },
    bodies: [() => ({ reason: '打电话问清楚了' })],
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'GET /api/conversations/:id/servicers',
    access: 'conversations.assign',
    recorded: { because: 'members who serve an account, nothing of the resident' },
    params: { id: 'conversation' },
    // The matrix knows no WeChat: whose conversation it is is looked at before the channel.
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/conversations/:id/hand-over',
    access: 'conversations.assign',
    params: { id: 'conversation' },
    bodies: [() => ({ memberId: 'zhangsan' })],
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/conversations/:id/taking-back',
    access: 'conversations.assign',
    params: { id: 'conversation' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'GET /api/wecom/:stationCode/callback',
    access: 'public',
    recorded: { because: 'the vendor asks, and sees its own words' },
    params: { stationCode: "'999999999'" },
    succeeds: false,
  },
  {
    route: 'POST /api/wecom/:stationCode/callback',
    access: 'public',
    params: { stationCode: "'999999999'" },
    succeeds: false,
  },
]
