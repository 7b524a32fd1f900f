import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'

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

/** The three places of the admin console where an administrator sets up events. */
export const callbackSources = ['customer_service', 'application', 'contacts'] as const
export type CallbackSource = (typeof callbackSources)[number]

export const WechatAccount = Type.Object({
  openKfid: Type.String(),
  name: Type.String(),
  villageId: Nullable(Id),
  /** One a village, and one for the whole station (villageId null). */
  doors: Type.Array(Type.Object({ id: Id, villageId: Nullable(Id), url: Type.String(), madeAt: Moment })),
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

/** What of a channel only two persons change together: whose it is, and which servers speak for it. */
export const channelIdentity = ['corpId', 'baseUrl', 'agentId', 'loginUrl'] as const

/** A change that waits for its second person. Of secrets only that there are new ones. */
export const WechatChange = Type.Object({
  id: Id,
  askedBy: Named,
  askedAt: Moment,
  expiresAt: Moment,
  changes: Type.Array(
    Type.Object({
      field: OneOf(channelIdentity),
      from: Nullable(Type.String()),
      to: Nullable(Type.String()),
    }),
  ),
  newSecrets: Type.Array(OneOf(['app_secret', 'callback'])),
  /** Who may say yes, by name. */
  approvers: Type.Array(Type.String()),
  /** Nobody is there who may say yes: it takes effect by itself at this moment. */
  aloneUntil: Nullable(Moment),
  mayApprove: Type.Boolean(),
  mine: Type.Boolean(),
})
export type WechatChange = Static<typeof WechatChange>

/** What became of the last one. */
export const WechatChangeEnd = Type.Object({
  outcome: OneOf(['approved', 'refused', 'withdrawn', 'expired', 'alone']),
  at: Moment,
  by: Nullable(Type.String()),
  askedBy: Type.String(),
  reason: Nullable(Type.String()),
})
export type WechatChangeEnd = Static<typeof WechatChangeEnd>

export const WechatSetupAnswer = Type.Object({ done: Type.Literal(true), waits: Type.Boolean() })
export const ChangeRefusal = Type.Object(
  { reason: Text({ max: 200, min: 1, title: '为什么不同意' }) },
  { additionalProperties: false },
)
/** What everybody's first page says of an open change; null: nothing for her. */
export const WechatChangeNotice = Type.Object({
  notice: Nullable(Type.Object({ key: Type.String(), sentence: Type.String() })),
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
  verifiedAt: Nullable(Moment),
  calledAt: Nullable(Moment),
  callError: Nullable(Type.String()),
  canaryAt: Nullable(Moment),
  /** Which of the callback's keys the last one was signed with; null: none came yet. */
  signedWith: Nullable(OneOf(['new', 'old'])),
  /** Of each place: what came last from it and by which key; null: nothing yet, so it may have been forgotten. */
  sources: Type.Array(
    Type.Object({
      source: OneOf(callbackSources),
      heardAt: Nullable(Moment),
      signedWith: Nullable(OneOf(['new', 'old'])),
    }),
  ),
  /** The file at the domain's root by which WeCom sees whose domain it is. */
  domainFile: Nullable(Type.Object({ name: Type.String(), content: Type.String(), setAt: Moment })),
  /** Old secrets that still count, and until when. */
  retiringSecrets: Type.Array(Type.Object({ kind: OneOf(['app_secret', 'callback']), until: Moment })),
  /** The application's token: when it was last given, and how it was last refused. */
  tokenAt: Nullable(Moment),
  tokenRefusedAt: Nullable(Moment),
  tokenRefusal: Nullable(Type.String()),
  /** Calls of this hour and of the day, and how many of the day's were refused or throttled. */
  calls: Type.Object({
    hour: Type.Integer(),
    day: Type.Integer(),
    refused: Type.Integer(),
    throttled: Type.Integer(),
    mostAnHour: Type.Integer(),
  }),
  /** Residents who can be answered now, and of these who is at the last answer or within the last two hours. */
  lines: Type.Object({ open: Type.Integer(), scarce: Type.Integer(), stopped: Type.Integer() }),
  letters: Type.Object({ open: Type.Integer(), unowned: Type.Integer() }),
  accounts: Type.Array(WechatAccount),
  unhandled: Type.Integer(),
  troubled: Type.Integer(),
  unreadable: Type.Integer(),
  waitingAnswers: Type.Integer(),
  phoneTasks: Type.Integer(),
  /** Of the last three days: what officers should have been told over WeCom and were not. */
  failedNotices: Type.Integer(),
  /** Of the last three days: greetings that residents did not get, by why. */
  greetings: Type.Array(Type.Object({ count: Type.Integer(), why: Type.String() })),
  /** Colleagues who stopped serving an account in the client, and how many residents' messages a colleague switched off. */
  stopped: Type.Array(
    Type.Object({ account: Type.String(), who: Type.String(), forAWhile: Type.Boolean(), since: Moment }),
  ),
  rejected: Type.Array(Type.Object({ account: Type.String(), who: Type.String(), count: Type.Integer() })),
  gaps: Type.Array(WechatGap),
  change: Nullable(WechatChange),
  lastChange: Nullable(WechatChangeEnd),
})
export type WechatStatus = Static<typeof WechatStatus>

/** What the admin console gives for a domain: a file's name and the one line that stands in it. */
export const DomainFile = Type.Object(
  {
    name: Type.String({ pattern: '^WW_verify_[0-9A-Za-z]{1,32}\\.txt$', title: '文件名' }),
    content: Type.String({ pattern: '^[0-9A-Za-z_-]{1,128}$', title: '文件内容' }),
  },
  { additionalProperties: false },
)

/** One step of the live check: done, or what the server said and where to mend it. */
export const WechatCheck = Type.Object({
  step: Type.String(),
  ok: Type.Boolean(),
  /** Nothing was found wrong, and nothing says that it is right: somebody has to look. */
  unsure: Type.Optional(Type.Boolean()),
  words: Type.String(),
})
export const WechatChecks = Type.Array(WechatCheck)
export type WechatCheck = Static<typeof WechatCheck>

export const AccountParams = Type.Object({ openKfid: Type.String({ pattern: '^[0-9a-zA-Z_-]{1,64}$' }) })
export const AccountDoor = Type.Object({ villageId: Nullable(Id) }, { additionalProperties: false })

/** Members who serve an account in the WeCom client, by the officer's name where she is bound; only who is serving now can be given a chat. */
export const Servicers = Type.Array(
  Type.Object({ memberId: Type.String(), name: Type.String(), serving: Type.Boolean() }),
)
/** Of which account's chat, as the conversation's reply line names it. */
export const TakeBackBody = Type.Object(
  { line: Type.String({ pattern: '^[0-9a-zA-Z_-]{1,64}$' }) },
  { additionalProperties: false },
)
export const HandOverBody = Type.Object(
  { memberId: Type.String({ pattern: '^[0-9a-zA-Z_.@-]{1,64}$' }) },
  { additionalProperties: false },
)

const DoneBy = { at: Moment, by: Type.String() }

/** A message of WeChat that could not be handled at every try, and who sees to it. */
export const WechatLetter = Type.Object({
  id: Id,
  job: Type.String(),
  /** What the resident calls herself; empty where it is not known whose it is. */
  who: Type.String(),
  conversation: Nullable(Type.Object({ id: Id, number: Type.String() })),
  errorCode: Type.String(),
  failedAt: Moment,
  /** by: who gave it to her; null: the duty roster. */
  owner: Nullable(Type.Object({ id: Id, name: Type.String(), by: Nullable(Type.String()) })),
  /** It is being tried again. */
  replayed: Nullable(Type.Object(DoneBy)),
  settled: Nullable(Type.Object({ ...DoneBy, reason: Type.String() })),
})
export type WechatLetter = Static<typeof WechatLetter>
export const WechatLetters = Type.Array(WechatLetter)
export const LetterOwner = Type.Object({ officerId: Id }, { additionalProperties: false })
export const LetterSettlement = Type.Object(
  { reason: Text({ max: 200, min: 1, title: '怎么处理的' }) },
  { additionalProperties: false },
)
