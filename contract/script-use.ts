import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, PageOf, PageQuery } from './common.ts'
import { periodQuery } from './statistics.ts'
import { libraries, scenarios } from './vocabulary.ts'

/** What is counted of a script: matters in which it was sent, and what came of them. */
export const scriptOutcomes = ['sent', 'answered', 'solved', 'undecided', 'objected'] as const
export type ScriptOutcome = (typeof scriptOutcomes)[number]

/** `GET /api/script-use`: what became of the matters in which each script was sent. */
export const ScriptUseQuery = Type.Object(
  { ...periodQuery, library: Type.Optional(OneOf(libraries)) },
  { additionalProperties: false },
)
export type ScriptUseQuery = Static<typeof ScriptUseQuery>

export const ScriptUseRow = Type.Object({
  scriptId: Id,
  code: Type.String(),
  library: OneOf(libraries),
  topic: Type.String(),
  title: Type.String(),
  inUse: Type.Boolean(),
  sent: Type.Integer(),
  answered: Type.Integer(),
  solved: Type.Integer(),
  undecided: Type.Integer(),
  objected: Type.Integer(),
})
export type ScriptUseRow = Static<typeof ScriptUseRow>

export const ScriptUse = Type.Object({
  from: Type.String(),
  to: Type.String(),
  snapshotAt: Moment,
  /** How each number is counted, as a sentence. */
  definitions: Type.Array(
    Type.Object({ key: OneOf(scriptOutcomes), name: Type.String(), definition: Type.String() }),
  ),
  items: Type.Array(ScriptUseRow),
})

/** `GET /api/script-use/:id/rows`: the matters behind one of the numbers, those this officer may see. */
export const ScriptUseRowsQuery = Type.Object(
  { ...periodQuery, outcome: OneOf(scriptOutcomes), ...PageQuery },
  { additionalProperties: false },
)
export type ScriptUseRowsQuery = Static<typeof ScriptUseRowsQuery>
export const ScriptUseMatters = PageOf(
  Type.Object({ conversationId: Id, number: Type.String(), villageId: Nullable(Id), sentAt: Moment }),
)

/** `POST /api/script-use-exports`: the table as a file. */
export const ScriptUseExport = ScriptUseQuery

/** `GET /api/unscripted`: what was asked in the last days and answered by hand, alike beside alike. */
export const UnscriptedQuery = Type.Object(
  { days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })) },
  { additionalProperties: false },
)
export const Unscripted = Type.Object({
  /** How many were looked at, the newest of these days. */
  looked: Type.Integer(),
  groups: Type.Array(
    Type.Object({
      /** What they have in common. */
      words: Type.Array(Type.String()),
      scenario: OneOf(scenarios),
      count: Type.Integer(),
      /** The script that fits the first example, which nobody chose; null: there is none. */
      nearest: Nullable(Type.Object({ scriptId: Id, title: Type.String() })),
      examples: Type.Array(Type.Object({ conversationId: Id, number: Type.String(), words: Type.String() })),
    }),
  ),
})
