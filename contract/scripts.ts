import { type Static, Type } from 'typebox'
import { Day, Done, Id, Moment, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { libraries, scriptVariables } from './vocabulary.ts'

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
  /** The last day on which it may be sent. */
  expiresOn: Day,
  /** May a village auxiliary send it. */
  auxiliaryMay: Type.Boolean(),
  /** Null: every village. */
  villageIds: Nullable(Type.Array(Id)),
  /** A newer version waits for a second person. */
  pendingVersion: Nullable(Type.Integer()),
  variables: Type.Array(OneOf(scriptVariables)),
})
export type Script = Static<typeof Script>

export const ScriptVersion = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  body: Type.String(),
  keywords: Type.Array(Type.String()),
  basis: Type.String(),
  expiresOn: Day,
  /** Null: delivered with the software. */
  draftedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  draftedAt: Moment,
  approvedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  approvedAt: Nullable(Moment),
})
export type ScriptVersion = Static<typeof ScriptVersion>

/** `GET /api/scripts/:id`: the script and all its versions, newest first. */
export const ScriptDetail = Type.Object({
  script: Script,
  versions: Type.Array(ScriptVersion),
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
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type ScriptQuery = Static<typeof ScriptQuery>
export const ScriptPage = PageOf(Script)

const versionFields = { title: Title, body: Body, keywords: Keywords, basis: Basis, expiresOn: LastDay }
const scopeFields = {
  auxiliaryMay: Type.Boolean(),
  villageIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 100 })),
}

/** `POST /api/scripts`: a new script with its first draft. */
export const NewScript = Type.Object(
  { library: OneOf(libraries), ...versionFields, ...scopeFields },
  { additionalProperties: false },
)
export type NewScript = Static<typeof NewScript>

/** `POST /api/scripts/:id/versions`: the next draft; what is approved stays in use until this one is. */
export const NewScriptVersion = Type.Object(versionFields, { additionalProperties: false })
export type NewScriptVersion = Static<typeof NewScriptVersion>

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

/** `POST /api/scripts/:id/retirement`: not sent any more; what was sent keeps its words. */
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
    }),
  ),
})
