import { type Static, Type } from 'typebox'
import { Day, Done, Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { ScriptFile } from './files.ts'
import { draftStandings, fraudStages, libraries, scriptStepKinds, scriptVariables } from './vocabulary.ts'

/**
 * Where a script stands: never approved; good to send; past its day and to be read again; taken out of use.
 * A usable script with a newer version waiting stays usable with the approved one (`pendingVersion`).
 */
export const scriptStates = ['draft', 'usable', 'expired', 'retired'] as const
export type ScriptState = (typeof scriptStates)[number]

const Title = Text({ min: 1, max: 40, title: '标题' })
/** Variables stand in braces: {居民称呼}. Names outside the vocabulary are refused. */
const Body = Text({ min: 1, max: 1000, title: '话术正文' })
const Keywords = Type.Array(Text({ min: 1, max: 20, title: '关键词' }), { maxItems: 20, title: '关键词' })
/** Of this century, so that every calendar can count with it. */
const LastDay = Type.String({ format: 'date', pattern: '^20[0-9]{2}-', title: '有效期' })
const Basis = Text({ max: 200, title: '依据' })
/** What within the library it is about; a word of the station's own. */
const Topic = Text({ max: 20, title: '小类' })
/** Shorter, without brackets and numbers of articles: to be read aloud. */
const Spoken = Text({ max: 300, title: '口语短版' })
const Sources = Type.Array(Text({ min: 1, max: 300, title: '来源' }), { maxItems: 10, title: '来源' })

/** Pictures and PDFs sent along, in their order: stored files by their ids. */
export const mostScriptFiles = 4
const Files = Type.Array(
  Type.Object({ id: Id, alt: Text({ max: 60, title: '图片说明' }) }, { additionalProperties: false }),
  { maxItems: mostScriptFiles, title: '图片和文件' },
)

/** How residents put it, in whole sentences: suggestions are found by them. */
const AskedAs = Type.Array(Text({ min: 1, max: 80, title: '居民怎么问' }), {
  maxItems: 60,
  title: '居民怎么问',
})

const versionParts = {
  topic: Type.String(),
  spoken: Type.String(),
  /** Of fraud scripts: for which moment they are. */
  stage: Nullable(OneOf(fraudStages)),
  sources: Type.Array(Type.String()),
  askedAs: Type.Array(Type.String()),
  files: Type.Array(ScriptFile),
}

/** One script as a list shows it: with the version that may be sent, or the newest draft when none was approved. */
export const Script = Type.Object({
  id: Id,
  code: Type.String(),
  library: OneOf(libraries),
  state: OneOf(scriptStates),
  version: Type.Integer(),
  title: Type.String(),
  body: Type.String(),
  keywords: Type.Array(Type.String()),
  basis: Type.String(),
  ...versionParts,
  /** The last day on which it may be sent. */
  expiresOn: Day,
  /** May a village auxiliary send it. */
  auxiliaryMay: Type.Boolean(),
  /** Null: every village. */
  villageIds: Nullable(Type.Array(Id)),
  /** A newer version waits for a second person. */
  pendingVersion: Nullable(Type.Integer()),
  /** How far the newest version is when nobody has approved it. */
  draftStanding: Nullable(OneOf(draftStandings)),
  variables: Type.Array(OneOf(scriptVariables)),
})
export type Script = Static<typeof Script>

export const ScriptVersion = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  body: Type.String(),
  keywords: Type.Array(Type.String()),
  basis: Type.String(),
  ...versionParts,
  expiresOn: Day,
  /** Null: delivered with the software. */
  draftedBy: Nullable(Named),
  draftedAt: Moment,
  approvedBy: Nullable(Named),
  approvedAt: Nullable(Moment),
  /** Null: approved. */
  standing: Nullable(OneOf(draftStandings)),
})
export type ScriptVersion = Static<typeof ScriptVersion>

/** One thing that was done with a version, by whom and with what words. */
export const ScriptStep = Type.Object({
  version: Type.Integer(),
  kind: OneOf(scriptStepKinds),
  /** Null: delivered with the software. */
  by: Nullable(Named),
  at: Moment,
  words: Type.String(),
})
export type ScriptStep = Static<typeof ScriptStep>

/** `GET /api/scripts/:id`: the script, all its versions and steps, newest first. */
export const ScriptDetail = Type.Object({
  script: Script,
  versions: Type.Array(ScriptVersion),
  steps: Type.Array(ScriptStep),
  retiredAt: Nullable(Moment),
})
export type ScriptDetail = Static<typeof ScriptDetail>

/** `GET /api/scripts`. Text of one or two characters works as well as longer ones. */
export const ScriptQuery = Type.Object(
  {
    library: Type.Optional(OneOf(libraries)),
    text: Type.Optional(Text({ max: 40, title: '查找' })),
    villageId: Type.Optional(Id),
    state: Type.Optional(OneOf(scriptStates)),
    /** Only those with a version that waits for approval. */
    pending: Type.Optional(Type.Boolean()),
    topic: Type.Optional(Topic),
    stage: Type.Optional(OneOf(fraudStages)),
    /** Only those whose newest draft is one's own and not approved. */
    own: Type.Optional(Type.Boolean()),
    /** Only those in use whose last day is at most so many days away. */
    expiringWithin: Type.Optional(Type.Integer({ minimum: 0, maximum: 366 })),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type ScriptQuery = Static<typeof ScriptQuery>
export const ScriptPage = PageOf(Script)

/** `GET /api/script-topics`: what the scripts one may see are about. */
export const ScriptTopics = Type.Object({
  items: Type.Array(Type.Object({ library: OneOf(libraries), topic: Type.String(), count: Type.Integer() })),
})

const versionFields = {
  title: Title,
  body: Body,
  keywords: Keywords,
  basis: Basis,
  expiresOn: LastDay,
  topic: Type.Optional(Topic),
  spoken: Type.Optional(Spoken),
  stage: Type.Optional(Nullable(OneOf(fraudStages))),
  sources: Type.Optional(Sources),
  askedAs: Type.Optional(AskedAs),
  files: Type.Optional(Files),
}
/** False: kept as a draft of one's own; otherwise it goes to a second person at once. */
const submit = Type.Optional(Type.Boolean())
const scopeFields = {
  auxiliaryMay: Type.Boolean(),
  villageIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 100 })),
}

/** `POST /api/scripts`: a new script with its first draft. */
export const NewScript = Type.Object(
  { library: OneOf(libraries), ...versionFields, ...scopeFields, submit },
  { additionalProperties: false },
)
export type NewScript = Static<typeof NewScript>

/** `POST /api/edition-proposals/:id/script-version`: what a station makes of a delivered script. */
export const AdaptedScript = Type.Object({ ...versionFields, submit }, { additionalProperties: false })
export type AdaptedScript = Static<typeof AdaptedScript>

/** `POST /api/scripts/:id/versions`: the next draft; what is approved stays in use until this one is. */
export const NewScriptVersion = Type.Object(
  {
    ...versionFields,
    submit,
    /** When the newest version was written as its writer saw it: what a colleague wrote since is not written over unread. */
    since: Type.Optional(Type.String({ format: 'date-time', title: '打开时的那一版' })),
  },
  { additionalProperties: false },
)
export type NewScriptVersion = Static<typeof NewScriptVersion>

/** `POST /api/scripts/:id/submission`: the newest draft goes to a second person. */
export const ScriptSubmission = Type.Object(
  { version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)

/** `POST /api/scripts/:id/sending-back`: it is not good yet, and why. */
export const ScriptSendingBack = Type.Object(
  { version: Type.Integer({ minimum: 1 }), reason: Text({ min: 2, max: 200, title: '退回的原因' }) },
  { additionalProperties: false },
)

/** `PATCH /api/scripts/:id`: who may send it and where; by somebody who may approve and did not draft it. */
export const ScriptScope = Type.Partial(Type.Object(scopeFields), {
  additionalProperties: false,
  minProperties: 1,
})
export type ScriptScope = Static<typeof ScriptScope>

/** `POST /api/script-approvals`: a second person lets these newest drafts be sent. All of them or none. */
export const ScriptApprovals = Type.Object(
  {
    items: Type.Array(
      Type.Object({ scriptId: Id, version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
      { minItems: 1, maxItems: 200 },
    ),
  },
  { additionalProperties: false },
)
export type ScriptApprovals = Static<typeof ScriptApprovals>
export const ScriptsApproved = Type.Object({ approved: Type.Integer() })

/** `POST /api/scripts/:id/retirement`: not sent any more, and why; what was sent keeps its words. */
export const ScriptRetirement = Type.Object(
  { reason: Type.Optional(Text({ max: 200, title: '原因' })) },
  { additionalProperties: false },
)
export const ScriptRetired = Done

/** `POST /api/script-suggestions`: scripts for words that stand in no conversation yet. */
export const WordsForScripts = Type.Object(
  { text: Text({ min: 1, max: 2000, title: '居民的话' }), villageId: Nullable(Id) },
  { additionalProperties: false },
)
export const SuggestedForWords = Type.Object({
  items: Type.Array(
    Type.Object({
      scriptId: Id,
      version: Type.Integer(),
      title: Type.String(),
      scenario: OneOf(libraries),
      /** As approved, with its variables in braces. */
      body: Type.String(),
      because: Type.String(),
      files: Type.Array(ScriptFile),
    }),
  ),
})
