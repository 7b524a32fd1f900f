import { type Static, Type } from 'typebox'
import { ClientKey, Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { FileRef } from './files.ts'
import { OfficeReferral } from './office-referrals.ts'
import { Transcript } from './transcripts.ts'
import {
  channels,
  deliveryStates,
  inboxQueues,
  lineStops,
  messageDirections,
  messageMarks,
  officeCodes,
  scenarios,
  servicerChangeKinds,
  settlements,
  verdicts,
} from './vocabulary.ts'

export const Message = Type.Object({
  id: Id,
  direction: OneOf(messageDirections),
  body: Type.String(),
  /** Who wrote it: an officer's name, or null for the resident. */
  author: Nullable(Named),
  files: Type.Array(FileRef),
  /** Of its recordings, where a machine is asked for them; officers alone see them. */
  transcripts: Type.Optional(Type.Array(Transcript)),
  /** The scripts an answer was put together of, in the order they were put in. */
  scripts: Type.Array(Type.Object({ id: Id, version: Type.Integer() })),
  toldBy: Nullable(Type.String()),
  /** Null where nothing has to be carried: the resident reads it on her page. */
  delivery: Nullable(
    Type.Object({ state: OneOf(deliveryStates), failCode: Nullable(Type.String()), at: Moment }),
  ),
  marks: Type.Array(Type.Object({ kind: OneOf(messageMarks), detail: Type.String(), at: Moment })),
  /** The work account over which it came or went; null where there is none. */
  account: Nullable(Type.String()),
  sentAt: Moment,
  receivedAt: Moment,
})
export type Message = Static<typeof Message>

export const Reason = Type.Object({
  kind: Type.String(),
  word: Type.String(),
  because: Type.String(),
  /** What else the message asks about, with kind 'further'. */
  scenario: Type.Optional(OneOf(scenarios)),
  office: Type.Optional(Nullable(OneOf(officeCodes))),
})

/** The machine's reading of one message: a suggestion with reasons. */
export const Reading = Type.Object({
  messageId: Id,
  emergency: Type.Boolean(),
  scenario: OneOf(scenarios),
  office: Nullable(OneOf(officeCodes)),
  villageId: Nullable(Id),
  confidence: Type.Number(),
  reasons: Type.Array(Reason),
})
export type Reading = Static<typeof Reading>

/** A line of the inbox. */
export const ConversationItem = Type.Object({
  id: Id,
  number: Type.String(),
  channel: OneOf(channels),
  contact: Type.Object({ id: Id, name: Type.String(), residentId: Nullable(Id) }),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  scenario: OneOf(scenarios),
  office: Nullable(OneOf(officeCodes)),
  emergency: Type.Boolean(),
  assignee: Nullable(Named),
  preview: Type.String(),
  openedAt: Moment,
  lastMessageAt: Moment,
  waitingSince: Nullable(Moment),
  closedAt: Nullable(Moment),
})
export type ConversationItem = Static<typeof ConversationItem>

export const ConversationQuery = Type.Object(
  {
    queue: Type.Optional(OneOf(inboxQueues)),
    channel: Type.Optional(OneOf(channels)),
    scenario: Type.Optional(OneOf(scenarios)),
    villageId: Type.Optional(Id),
    assigneeId: Type.Optional(Id),
    contactId: Type.Optional(Id),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type ConversationQuery = Static<typeof ConversationQuery>
export const ConversationPage = PageOf(ConversationItem)

export const InboxCounts = Type.Object({
  waiting: Type.Integer(),
  mine: Type.Integer(),
  villages: Type.Integer(),
  unassigned: Type.Integer(),
  emergency: Type.Integer(),
  mentions: Type.Integer(),
  oldestWaitingSince: Nullable(Moment),
})

export const Draft = Type.Object({
  kind: OneOf(['outbound', 'note']),
  body: Type.String(),
  /** With the words of each, by which it is seen whether they are still in the text. */
  scripts: Type.Array(
    Type.Object({ id: Id, version: Type.Integer(), title: Type.String(), body: Type.String() }),
  ),
  files: Type.Array(FileRef),
  savedAt: Moment,
})

export const Closure = Type.Object({
  id: Id,
  emergency: Type.Boolean(),
  settlement: OneOf(settlements),
  outcome: Type.String(),
  outcomeToldAt: Nullable(Moment),
  /** The channel of the message, or how the officer says she was told. */
  outcomeToldBy: Nullable(OneOf([...channels, 'writing'])),
  officer: Named,
  closedAt: Moment,
  reopenedAt: Nullable(Moment),
  rating: Nullable(Type.Object({ verdict: OneOf(verdicts), words: Type.String(), ratedAt: Moment })),
})

/**
 * What can still be sent over a channel of others, on the line of the contact's newest words: until when, how many
 * messages, and what stops it altogether.
 */
export const ReplyLine = Type.Object({
  /** The channel's key of the account over which she is answered. */
  line: Type.String(),
  /** What that account is called, where she uses more than one. */
  account: Nullable(Type.String()),
  endsAt: Moment,
  over: Type.Boolean(),
  left: Type.Integer(),
  most: Type.Integer(),
  stopped: Nullable(OneOf(lineStops)),
  /** Other accounts of hers over which a colleague talks to her in the channel's client meanwhile. */
  elsewhere: Type.Array(Type.Object({ line: Type.String(), account: Type.String() })),
})
export type ReplyLine = Static<typeof ReplyLine>

/** An answer did not arrive, or none can (then `messageId` is null and `words` is what to say): somebody phones. */
export const PhoneTask = Type.Object({
  id: Id,
  messageId: Nullable(Id),
  reason: Type.String(),
  words: Nullable(Type.String()),
  askedAt: Moment,
  doneAt: Nullable(Moment),
  doneBy: Nullable(Type.String()),
  /** Nobody has to phone any more: what was to be said was taken back; `officer` null: by the resident's objection. */
  withdrawal: Nullable(
    Type.Object({
      reason: OneOf(['case_reopened', 'merge_undone']),
      officer: Nullable(Type.String()),
      at: Moment,
    }),
  ),
})
export type PhoneTask = Static<typeof PhoneTask>

/** Who talks to the resident changed: an officer did it here, or a colleague in the channel's client. */
export const HandOver = Type.Object({
  id: Id,
  kind: OneOf(servicerChangeKinds),
  officer: Nullable(Type.String()),
  fromMember: Type.String(),
  toMember: Type.String(),
  /** The account whose chat it was; null where that was not kept. */
  account: Nullable(Type.String()),
  at: Moment,
})
export type HandOver = Static<typeof HandOver>

/** One conversation as the workbench shows it: the newest messages last. */
export const Conversation = Type.Object({
  conversation: ConversationItem,
  /** False for who sees it because a colleague mentioned her: she reads and writes notes. */
  mayHandle: Type.Boolean(),
  messages: Type.Array(Message),
  /** Older messages exist: ask with `before` = the id of the first one here. */
  more: Type.Boolean(),
  /** Of the message that opened it, from which its subject comes. */
  reading: Nullable(Reading),
  /** Of later messages from which its village or the emergency comes. */
  laterReadings: Type.Array(Reading),
  contact: Type.Object({
    id: Id,
    name: Type.String(),
    phone: Type.String(),
    channel: OneOf(channels),
    residentId: Nullable(Id),
    residentName: Nullable(Type.String()),
    villageId: Nullable(Id),
    /** On which channel she sees what is written here; null: nothing written reaches her. */
    door: Nullable(OneOf(channels)),
    otherConversations: Type.Integer(),
  }),
  assignments: Type.Array(
    Type.Object({
      officer: Nullable(Type.String()),
      by: Nullable(Type.String()),
      reason: Type.String(),
      assignedAt: Moment,
    }),
  ),
  corrections: Type.Array(
    Type.Object({
      field: Type.String(),
      from: Type.String(),
      to: Type.String(),
      officer: Type.String(),
      correctedAt: Moment,
    }),
  ),
  holds: Type.Array(Type.Object({ kind: Type.Literal('case'), id: Id })),
  closures: Type.Array(Closure),
  drafts: Type.Array(Draft),
  replyLine: Nullable(ReplyLine),
  /** Of a matter of fraud: since when she says that money has been paid; null when she has not, or days ago. */
  paidSaidAt: Nullable(Moment),
  phoneTasks: Type.Array(PhoneTask),
  handOvers: Type.Array(HandOver),
  /** Handed to other offices, oldest first. */
  referrals: Type.Array(OfficeReferral),
})
export type Conversation = Static<typeof Conversation>

export const MessagePage = Type.Object({ messages: Type.Array(Message), more: Type.Boolean() })

const UsedScripts = Type.Optional(
  Type.Array(Type.Object({ id: Id, version: Type.Integer() }, { additionalProperties: false }), {
    maxItems: 9,
  }),
)

export const Reply = Type.Object(
  {
    /** Whom the writer saw on the screen: a reply can't land with somebody else. */
    contactId: Id,
    clientKey: ClientKey,
    body: Text({ max: 2000, title: '文字' }),
    fileIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
    scripts: UsedScripts,
  },
  { additionalProperties: false },
)
export type Reply = Static<typeof Reply>

export const NoteBody = Type.Object(
  {
    clientKey: ClientKey,
    body: Text({ max: 2000, min: 1 }),
    mentions: Type.Optional(Type.Array(Id, { maxItems: 10 })),
  },
  { additionalProperties: false },
)

export const DraftBody = Type.Object(
  {
    kind: OneOf(['outbound', 'note']),
    body: Text({ max: 2000 }),
    scripts: UsedScripts,
    fileIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
  },
  { additionalProperties: false },
)

export const Receipt = Type.Object({
  conversationId: Id,
  messageId: Id,
  number: Type.String(),
  receivedAt: Moment,
  /** The page then says "call 110" in big letters: this is a message box, not the emergency line. */
  emergency: Type.Boolean(),
})
export type Receipt = Static<typeof Receipt>
