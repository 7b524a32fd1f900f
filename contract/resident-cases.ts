import { type Static, Type } from 'typebox'
import { CaseRating, materialVerdicts, PaperPhoto, PaperSays, residentMaterialVerdicts } from './cases.ts'
import { Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { GuideQuestion } from './services.ts'
import { caseKinds, caseStatuses, clockKinds, settlements, verdicts } from './vocabulary.ts'

/** A line of the resident's own cases. Of a merged one, status and ends are those of the case that stands for it. */
export const ResidentCaseItem = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(caseKinds),
  title: Type.String(),
  status: OneOf(caseStatuses),
  /** The service it is about. */
  guideId: Nullable(Id),
  openedAt: Moment,
  finishedAt: Nullable(Moment),
  /** Papers that everybody needs and she has still to get ready or to mend. */
  missingMaterials: Type.Integer(),
  /** There is an outcome she was told and has not answered. */
  rateable: Type.Boolean(),
})
export const ResidentCases = Type.Object({ items: Type.Array(ResidentCaseItem) })

/** `GET /api/resident/cases/:id`: her own matter, without notes of the station and without anybody else's name. */
export const ResidentCase = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(caseKinds),
  title: Type.String(),
  status: OneOf(caseStatuses),
  place: Type.String(),
  /** The officer who looks after it. */
  officerName: Nullable(Type.String()),
  /** `slug` is its page for everybody; null while the station does not show it. */
  guide: Nullable(Type.Object({ id: Id, name: Type.String(), slug: Nullable(Type.String()) })),
  conversationId: Nullable(Id),
  openedAt: Moment,
  finishedAt: Nullable(Moment),
  merged: Type.Boolean(),
  statusChanges: Type.Array(
    Type.Object({ status: OneOf(caseStatuses), byResident: Type.Boolean(), changedAt: Moment }),
  ),
  materials: Type.Array(
    Type.Object({
      ...PaperSays,
      verdict: Nullable(OneOf(materialVerdicts)),
      /** An officer's word to her: why a paper was turned down. */
      note: Type.String(),
      checkedAt: Nullable(Moment),
      photos: Type.Array(PaperPhoto),
    }),
  ),
  questions: Type.Array(GuideQuestion),
  /** What was answered last; `byStation`: corrected by an officer. */
  answers: Type.Array(
    Type.Object({ question: Type.String(), answer: Type.String(), byStation: Type.Boolean() }),
  ),
  clocks: Type.Array(
    Type.Object({
      kind: OneOf(clockKinds),
      dueAt: Moment,
      stoppedAt: Nullable(Moment),
      paused: Type.Boolean(),
    }),
  ),
  /** Only once it was told. */
  outcome: Nullable(
    Type.Object({
      settlement: OneOf(settlements),
      words: Type.String(),
      decidedAt: Moment,
      toldAt: Moment,
      rating: Nullable(CaseRating),
    }),
  ),
})
export type ResidentCase = Static<typeof ResidentCase>

/** `POST /api/resident/cases/:id/materials/:key/checks`; `photographed` needs the photo she uploaded. */
export const ResidentMaterialCheck = Type.Object(
  { verdict: OneOf(residentMaterialVerdicts), fileId: Type.Optional(Nullable(Id)) },
  { additionalProperties: false },
)
export type ResidentMaterialCheck = Static<typeof ResidentMaterialCheck>

/**
 * `POST /api/resident/cases/:id/rating`. An objection reopens the case, and so does "not helped" with `reopen`.
 * She may change her mind until then; the latest word counts.
 */
export const CaseRatingBody = Type.Object(
  {
    verdict: OneOf(verdicts),
    words: Text({ max: 500, title: '想说的话' }),
    reopen: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type CaseRatingBody = Static<typeof CaseRatingBody>
export const RatedCase = Type.Object({ reopened: Type.Boolean() })
