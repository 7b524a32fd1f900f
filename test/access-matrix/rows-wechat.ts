import type { Row } from './row.ts'

const kept = 'sealed, and never given out'

/** The WeChat channel: its set-up, its health, and the door for WeCom's server, which opens to a signature only. */
const openLetter =
  'update wechat_letters set settled_at = null, settled_by = null, reason = null, replayed_at = null, replayed_by = null where id = $1'

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
  {
    route: 'PUT /api/wechat/domain-file',
    access: 'station.configure',
    bodies: [() => ({ name: 'WW_verify_a1B2c3D4e5F6g7H8.txt', content: 'a1B2c3D4e5F6g7H8' })],
  },
  {
    route: 'GET /WW_verify_:key.txt',
    access: 'public',
    recorded: { because: 'a file that is meant for everybody' },
    params: { key: "'a1B2c3D4e5F6g7H8'" },
    succeeds: false,
  },
  {
    route: 'GET /api/wechat/change-notice',
    access: 'station.read',
    recorded: { because: 'that the channel is to be another one, no matter of anybody' },
  },
  {
    route: 'POST /api/wechat/changes/:id/approval',
    access: 'station.configure',
    stepUp: true,
    params: { id: 'wechatChange' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/changes/:id/refusal',
    access: 'station.configure',
    params: { id: 'wechatChange' },
    bodies: [() => ({ reason: '没有听说要换' })],
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/changes/:id/withdrawal',
    access: 'station.configure',
    params: { id: 'wechatChange' },
    nothingOwn: true,
    succeeds: false,
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
  { route: 'GET /api/wechat/letters', access: 'conversations.read', recorded: 'wechat_letter.listed' },
  {
    route: 'GET /api/wechat/letters/:id',
    access: 'conversations.read',
    recorded: 'wechat_letter.read',
    params: { id: 'wechatLetter' },
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/letters/:id/owner',
    access: 'conversations.write',
    params: { id: 'wechatLetter' },
    reset: openLetter,
    bodies: [({ officer }) => ({ officerId: officer })],
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/letters/:id/replay',
    access: 'conversations.write',
    params: { id: 'wechatLetter' },
    reset: openLetter,
    nothingOwn: true,
    succeeds: false,
  },
  {
    route: 'POST /api/wechat/letters/:id/settlement',
    access: 'conversations.write',
    params: { id: 'wechatLetter' },
    reset: openLetter,
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
    bodies: [() => ({ line: 'wk-matrix' })],
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
  {
    route: 'GET /api/sidebar/signature',
    access: 'conversations.write',
    recorded: { because: 'a signature of our own page' },
    query: () => ({ url: 'http://localhost/sidebar/430182901/' }),
  },
  {
    route: 'GET /api/sidebar/people/:externalUserId',
    access: 'conversations.read',
    recorded: 'resident.read',
    // In the matrix a person's id in WeChat is her contact's (make-things.ts).
    params: { externalUserId: 'contact' },
  },
  {
    route: 'GET /api/sidebar/groups/:chatId',
    access: 'conversations.read',
    recorded: { because: 'a group by name and village, nobody in it' },
    params: { chatId: 'chatGroup' },
    nothingOwn: true,
  },
  {
    route: 'POST /api/sidebar/sayings',
    access: 'conversations.write',
    bodies: [
      ({ conversation, contact, script, word }) => ({
        conversationId: conversation,
        contactId: contact,
        body: '请带户口簿来窗口。',
        scripts: [{ id: script, version: 1 }],
        saidAt: '2026-01-02T03:04:05.000Z',
        clientKey: word(),
      }),
    ],
    unchecked: { script: 'the words are said; a script that is not hers is left out' },
  },
]
