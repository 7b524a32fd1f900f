import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, OneOf } from './common.ts'
import { Reason } from './inbox.ts'
import { libraries, scenarios } from './vocabulary.ts'

/** A kind that was weighed: how sure, by which rules, and which runs of letters the learnt weights count for it. */
export const WeighedScenario = Type.Object({
  scenario: OneOf(scenarios),
  share: Type.Number(),
  rules: Type.Array(Type.Object({ word: Type.String(), because: Type.String() })),
  /** The strongest first. */
  letters: Type.Array(Type.String()),
})
export type WeighedScenario = Static<typeof WeighedScenario>

/** A message that was read, as its reading is kept. */
export const ReadMessage = Type.Object({
  messageId: Id,
  body: Type.String(),
  scenario: OneOf(scenarios),
  emergency: Type.Boolean(),
  confidence: Type.Number(),
  reasons: Type.Array(Reason),
  /** The rules and weights by which it was read then. */
  version: Type.String(),
})

/** `GET /api/conversations/:id/explanation`: why it was read so, and why these scripts are offered. */
export const Explanation = Type.Object({
  /** The message that opened it; null: nothing was read. */
  opening: Nullable(ReadMessage),
  /** What came of later messages: the village, the emergency. */
  later: Type.Array(ReadMessage),
  /** The same words weighed by the rules and weights of now, the likeliest first. */
  weighed: Type.Array(WeighedScenario),
  /** Of now; and how many of the station's corrections are in it. */
  version: Type.String(),
  learntFrom: Type.Integer(),
  /** What only a machine has heard in her last recordings, and the scripts were sought by too; empty: nothing. */
  heard: Type.String(),
  scripts: Type.Array(
    Type.Object({
      scriptId: Id,
      title: Type.String(),
      library: OneOf(libraries),
      reasons: Type.Array(Type.Object({ kind: Type.String(), words: Type.Array(Type.String()) })),
      because: Type.String(),
      expiresOn: Day,
      auxiliaryMay: Type.Boolean(),
      /** In how many villages; null: everywhere. */
      villages: Nullable(Type.Integer()),
    }),
  ),
})
export type Explanation = Static<typeof Explanation>
