import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, Text } from './common.ts'

/** What the administrator types in. Secrets go in and never come out again. */
export const WechatSetup = Type.Object(
  {
    corpId: Type.String({ pattern: '^[0-9a-zA-Z_-]{4,64}$' }),
    /** Where the server stands; empty for the public one. */
    baseUrl: Type.Optional(Text({ max: 200 })),
    secret: Type.Optional(Type.String({ pattern: '^[!-~]{16,128}$' })),
    /** The application's number; needed for sign-in and for messages to officers. */
    agentId: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647 })),
    /** Where members sign in; empty for the usual place. */
    loginUrl: Type.Optional(Text({ max: 200 })),
    callbackToken: Type.Optional(Type.String({ pattern: '^[0-9a-zA-Z]{1,32}$' })),
    encodingAesKey: Type.Optional(Type.String({ pattern: '^[0-9a-zA-Z]{43}$' })),
    /** How long the old ones still count beside the new. */
    overlapSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })),
  },
  { additionalProperties: false },
)

export const WechatAccount = Type.Object({
  openKfid: Type.String(),
  name: Type.String(),
  villageId: Nullable(Id),
  doorUrl: Nullable(Type.String()),
  granted: Type.Boolean(),
  lastMessageAt: Nullable(Moment),
  pulledAt: Nullable(Moment),
  failCode: Nullable(Type.String()),
  /** The code in words, with the admin page where to mend it. */
  failure: Nullable(Type.String()),
})
export type WechatAccount = Static<typeof WechatAccount>

export const WechatGap = Type.Object({
  id: Id,
  openKfid: Type.String(),
  fromAt: Moment,
  untilAt: Moment,
  foundAt: Moment,
  seenAt: Nullable(Moment),
})

/** The channel as the set-up page shows it: what is there, never the secrets. */
export const WechatStatus = Type.Object({
  corpId: Nullable(Type.String()),
  baseUrl: Type.String(),
  callbackPath: Type.String(),
  agentId: Nullable(Type.Integer()),
  loginUrl: Nullable(Type.String()),
  secretSetAt: Nullable(Moment),
  callbackSetAt: Nullable(Moment),
  /** Old ones that still count for a while. */
  retiring: Type.Integer(),
  verifiedAt: Nullable(Moment),
  calledAt: Nullable(Moment),
  callError: Nullable(Type.String()),
  canaryAt: Nullable(Moment),
  accounts: Type.Array(WechatAccount),
  unhandled: Type.Integer(),
  troubled: Type.Integer(),
  unreadable: Type.Integer(),
  waitingAnswers: Type.Integer(),
  phoneTasks: Type.Integer(),
  /** Of the last three days: what officers should have been told over WeCom and were not. */
  failedNotices: Type.Integer(),
  gaps: Type.Array(WechatGap),
})
export type WechatStatus = Static<typeof WechatStatus>

/** One step of the live check: done, or what the server said and where to mend it. */
export const WechatCheck = Type.Object({
  step: Type.String(),
  ok: Type.Boolean(),
  words: Type.String(),
})
export const WechatChecks = Type.Array(WechatCheck)
export type WechatCheck = Static<typeof WechatCheck>

export const AccountParams = Type.Object({ openKfid: Type.String({ pattern: '^[0-9a-zA-Z_-]{1,64}$' }) })
export const AccountDoor = Type.Object({ villageId: Nullable(Id) }, { additionalProperties: false })
