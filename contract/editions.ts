import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'
import { libraries } from './vocabulary.ts'

/** What is delivered: a script or a guide. */
export const editionKinds = ['script', 'guide'] as const
export type EditionKind = (typeof editionKinds)[number]

/** New, with other words, or no longer delivered. */
export const editionChanges = ['new', 'changed', 'withdrawn'] as const
export type EditionChange = (typeof editionChanges)[number]

/**
 * Taken over as it is; taken over with words of the station's own; declined; or settled by nobody, because a later edition
 * took its place or the station had it already.
 */
export const editionDecisions = ['taken_over', 'adapted', 'declined', 'superseded'] as const
export type EditionDecision = (typeof editionDecisions)[number]

const proposalFields = {
  id: Id,
  kind: OneOf(editionKinds),
  change: OneOf(editionChanges),
  /** Under which it is delivered. */
  code: Type.String(),
  title: Type.String(),
  /** The station's script or guide; null while it has none. */
  subjectId: Nullable(Id),
  /** Of a script. */
  library: Nullable(OneOf(libraries)),
  /** Where a guide is read. */
  slug: Nullable(Type.String()),
  /** The version one decides about: in use, or newest where nothing is in use. 0: the station has none. */
  presentVersion: Type.Integer(),
  /** The station has words of its own in use: it is looked at one by one. */
  changed: Type.Boolean(),
  /** A colleague's newer version is on its way; taking over passes it. */
  draftUnderWay: Type.Boolean(),
  offeredAt: Moment,
  decision: Nullable(
    Type.Object({
      decision: OneOf(editionDecisions),
      /** Null: nobody. */
      by: Nullable(Named),
      at: Moment,
      reason: Type.String(),
      version: Nullable(Type.Integer()),
    }),
  ),
}

export const EditionProposal = Type.Object(proposalFields)
export type EditionProposal = Static<typeof EditionProposal>

/** `GET /api/edition-proposals`: what waits, or with `decided` the last hundred that were decided. */
export const EditionProposalQuery = Type.Object(
  { decided: Type.Optional(Type.Boolean({ title: '定过的' })) },
  { additionalProperties: false },
)
export const EditionProposals = Type.Object({ items: Type.Array(EditionProposal) })

/** What a script or a guide says, as a change could put it there. */
const Words = Type.Unsafe<Record<string, unknown> | null>(Type.Any())

/** `GET /api/edition-proposals/:id`: with all words, to be read side by side. */
export const EditionProposalDetail = Type.Object({
  ...proposalFields,
  /** What the station says now; null where it has none. */
  present: Words,
  /** What was delivered before; null where it is not known. */
  base: Words,
  /** What is delivered now; null where it is no longer delivered. */
  offered: Words,
})
export type EditionProposalDetail = Static<typeof EditionProposalDetail>

const presentVersion = Type.Integer({ minimum: 0, title: '现在的版本' })

/** `POST /api/edition-acceptances`: all of them or none. More than one only where the station has no words of its own. */
export const EditionAcceptances = Type.Object(
  {
    items: Type.Array(Type.Object({ id: Id, presentVersion }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 400,
    }),
  },
  { additionalProperties: false },
)
export type EditionAcceptances = Static<typeof EditionAcceptances>
export const EditionAccepted = Type.Object({ accepted: Type.Integer() })

/**
 * `POST /api/edition-proposals/:id/script-version` and `…/guide-change`: taken over with changes of the station's own; a
 * script's wait for a second person.
 */
export const EditionAdapted = Type.Object({ version: Type.Integer() })

/** `POST /api/edition-proposals/:id/declination`: the station keeps what it has, and why. */
export const EditionDeclination = Type.Object(
  { reason: Text({ min: 2, max: 200, title: '不采用的原因' }) },
  { additionalProperties: false },
)
