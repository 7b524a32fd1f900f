import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import {
  caseKinds,
  caseStatuses,
  channels,
  clockKinds,
  scenarios,
  settlements,
  verdicts,
} from './vocabulary.ts'

/** What a person has to do with a case. */
export const caseParts = ['applicant', 'party', 'victim', 'witness', 'helper', 'guardian', 'other'] as const
/** What an officer says of a paper, and what the resident herself says of it. */
export const officerMaterialVerdicts = ['accepted', 'rejected', 'not_needed'] as const
export const residentMaterialVerdicts = ['ready', 'photographed', 'withdrawn'] as const
export const materialVerdicts = [...residentMaterialVerdicts, ...officerMaterialVerdicts] as const
export const caseLinkKinds = ['repeat', 'related'] as const
/** `newest` and `oldest` by opening, `due` the soonest deadline first. */
export const caseSorts = ['newest', 'oldest', 'due'] as const

/** Made once by the page that opens the case, and sent again with every try. */
const ClientKey = Type.String({ minLength: 8, maxLength: 80, pattern: '^[A-Za-z0-9_-]+$' })
/** Text that says something: at least one character that is not blank. */
const Said = (options: { max: number; title: string }) =>
  Type.Unsafe<string>({ ...Text({ min: 1, ...options }), allOf: [{ pattern: '\\S' }] })
const Phone = Type.String({ maxLength: 20, pattern: '^[0-9+ -]*$', title: '电话' })
/** The resident sees the title of her case: no third person's name belongs in it. */
const CaseTitle = Said({ max: 120, title: '标题' })
const Details = Text({ max: 4000, title: '经过' })
const Place = Text({ max: 200, title: '地点' })
/** Two types in one schema: with a union the validator would read null as 0, a place in the Gulf of Guinea. */
const Latitude = Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: -90, maximum: 90 })
const Longitude = Type.Unsafe<number | null>({ type: ['number', 'null'], minimum: -180, maximum: 180 })
const Named = Type.Object({ id: Id, name: Type.String() })
const Written = Said({ max: 500, title: '原因' })

/** `POST /api/cases`. Contact and village left out are taken from the conversation. */
export const NewCase = Type.Object(
  {
    kind: OneOf(caseKinds),
    title: CaseTitle,
    details: Type.Optional(Details),
    scenario: OneOf(scenarios),
    channel: OneOf(channels),
    villageId: Type.Optional(Nullable(Id)),
    contactId: Type.Optional(Nullable(Id)),
    conversationId: Type.Optional(Nullable(Id)),
    guideId: Type.Optional(Nullable(Id)),
    place: Type.Optional(Place),
    latitude: Type.Optional(Latitude),
    longitude: Type.Optional(Longitude),
    emergency: Type.Optional(Type.Boolean()),
    /** Who asks, when she has no contact; kept as the case's applicant. */
    person: Type.Optional(
      Type.Object(
        { name: Said({ max: 40, title: '姓名' }), phone: Type.Optional(Phone) },
        { additionalProperties: false },
      ),
    ),
    clientKey: ClientKey,
  },
  { additionalProperties: false },
)
export type NewCase = Static<typeof NewCase>

/** The same answer for every try with the same `clientKey`. */
export const OpenedCase = Type.Object({ id: Id, number: Type.String(), openedAt: Moment })
export type OpenedCase = Static<typeof OpenedCase>

/** `GET /api/cases`. Merged cases are not listed; `total` comes with the first page. */
export const CaseQuery = Type.Object(
  {
    status: Type.Optional(OneOf(['open', 'finished', 'all'])),
    kind: Type.Optional(OneOf(caseKinds)),
    /** A village, or `unknown`. */
    villageId: Type.Optional(Type.Union([Id, Type.Literal('unknown')])),
    /** An officer, or `nobody`. */
    assigneeId: Type.Optional(Type.Union([Id, Type.Literal('nobody')])),
    conversationId: Type.Optional(Id),
    contactId: Type.Optional(Id),
    overdue: Type.Optional(Type.Boolean()),
    /** Some characters of the title, the number, or the name or phone of somebody in the case. */
    text: Type.Optional(Said({ max: 40, title: '查找' })),
    sort: Type.Optional(OneOf(caseSorts)),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type CaseQuery = Static<typeof CaseQuery>

export const CaseItem = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(caseKinds),
  title: Type.String(),
  status: OneOf(caseStatuses),
  emergency: Type.Boolean(),
  channel: OneOf(channels),
  scenario: OneOf(scenarios),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  assignee: Nullable(Named),
  /** The resident's name: of the contact, else of the applicant. */
  personName: Nullable(Type.String()),
  conversationId: Nullable(Id),
  openedAt: Moment,
  finishedAt: Nullable(Moment),
  /** The soonest deadline that runs; null when none does or all are paused. */
  dueAt: Nullable(Moment),
  overdue: Type.Boolean(),
  /** What a PATCH must send back, so that nobody overwrites what a colleague has just changed. */
  revision: Type.String(),
})
export type CaseItem = Static<typeof CaseItem>
export const CasePage = PageOf(CaseItem)

export const CaseStatusChange = Type.Object({
  id: Id,
  status: OneOf(caseStatuses),
  note: Type.String(),
  officer: Nullable(Named),
  byResident: Type.Boolean(),
  changedAt: Moment,
})

export const CasePerson = Type.Object({
  id: Id,
  residentId: Nullable(Id),
  name: Type.String(),
  phone: Type.String(),
  part: OneOf(caseParts),
  addedBy: Nullable(Named),
  addedAt: Moment,
})

export const CaseMaterial = Type.Object({
  key: Type.String(),
  name: Type.String(),
  neededWhen: Nullable(Type.String()),
  /** The latest word on it; null when nobody has said anything yet, `withdrawn` when the resident took it back. */
  verdict: Nullable(OneOf(materialVerdicts)),
  note: Type.String(),
  /** Null when it was the resident who said it. */
  officer: Nullable(Named),
  checkedAt: Nullable(Moment),
  /** The newest photo of this paper, whoever took it. */
  fileId: Nullable(Id),
})

export const CaseClockChange = Type.Object({
  id: Id,
  change: OneOf(['pause', 'resume', 'extend']),
  /** Working days by which the deadline moved. */
  workingDays: Nullable(Type.Integer()),
  dueAt: Nullable(Moment),
  reason: Type.String(),
  officer: Nullable(Named),
  changedAt: Moment,
})

export const CaseClock = Type.Object({
  id: Id,
  kind: OneOf(clockKinds),
  workingDays: Nullable(Type.Integer()),
  startedAt: Moment,
  dueAt: Moment,
  stoppedAt: Nullable(Moment),
  /** Since when it stands still; null when it runs. */
  pausedAt: Nullable(Moment),
  /** From now (or from when it was paused or stopped) to the deadline; negative when it is past. */
  remainingSeconds: Type.Integer(),
  /** Working days that still begin before the deadline, not counting today. */
  workingDaysLeft: Type.Integer(),
  overdue: Type.Boolean(),
  changes: Type.Array(CaseClockChange),
})

export const CaseRating = Type.Object({ verdict: OneOf(verdicts), words: Type.String(), ratedAt: Moment })

export const CaseOutcome = Type.Object({
  id: Id,
  settlement: OneOf(settlements),
  emergency: Type.Boolean(),
  words: Type.String(),
  officer: Nullable(Named),
  decidedAt: Moment,
  /** When and by which channel the resident was told; null when nobody has told her yet. */
  toldAt: Nullable(Moment),
  toldByChannel: Nullable(OneOf(channels)),
  reopenedAt: Nullable(Moment),
  rating: Nullable(CaseRating),
})

export const CaseLink = Type.Object({
  caseId: Id,
  number: Type.String(),
  title: Type.String(),
  status: OneOf(caseStatuses),
  kind: OneOf(caseLinkKinds),
  linkedBy: Nullable(Named),
  linkedAt: Moment,
})

export const CaseMerge = Type.Object({
  id: Id,
  /** The case that was merged into this one. */
  sourceCaseId: Id,
  number: Type.String(),
  title: Type.String(),
  /** Its resident is told the outcome too. */
  contactName: Nullable(Type.String()),
  mergedBy: Nullable(Named),
  mergedAt: Moment,
  undoneBy: Nullable(Named),
  undoneAt: Nullable(Moment),
})

/** `GET /api/cases/:id`: everything; newest outcome first, history in the order in which it happened. */
export const Case = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(caseKinds),
  title: Type.String(),
  details: Type.String(),
  status: OneOf(caseStatuses),
  emergency: Type.Boolean(),
  channel: OneOf(channels),
  scenario: OneOf(scenarios),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  contact: Nullable(
    Type.Object({ id: Id, name: Type.String(), phone: Type.String(), channel: OneOf(channels) }),
  ),
  conversation: Nullable(Type.Object({ id: Id, number: Type.String() })),
  guide: Nullable(Named),
  assignee: Nullable(Named),
  place: Type.String(),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  openedBy: Nullable(Named),
  openedAt: Moment,
  finishedAt: Nullable(Moment),
  /** The case that stands for this one now: this one can only be read until the merge is undone. */
  mergedInto: Nullable(Type.Object({ id: Id, number: Type.String(), mergeId: Id })),
  revision: Type.String(),
  /** Whether the reader may decide it; an auxiliary hands disputes, fraud and emergencies to an officer. */
  mayDecide: Type.Boolean(),
  statusChanges: Type.Array(CaseStatusChange),
  people: Type.Array(CasePerson),
  materials: Type.Array(CaseMaterial),
  clocks: Type.Array(CaseClock),
  outcomes: Type.Array(CaseOutcome),
  links: Type.Array(CaseLink),
  merges: Type.Array(CaseMerge),
})
export type Case = Static<typeof Case>

/** `PATCH /api/cases/:id`. An emergency can be noted, never taken back. Answers the new revision. */
export const CaseChange = Type.Object(
  {
    revision: Type.String({ minLength: 1, maxLength: 20 }),
    kind: Type.Optional(OneOf(caseKinds)),
    title: Type.Optional(CaseTitle),
    details: Type.Optional(Details),
    villageId: Type.Optional(Nullable(Id)),
    assigneeId: Type.Optional(Nullable(Id)),
    place: Type.Optional(Place),
    latitude: Type.Optional(Latitude),
    longitude: Type.Optional(Longitude),
    emergency: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
)
export type CaseChange = Static<typeof CaseChange>
export const CaseRevision = Type.Object({ revision: Type.String() })

/** `POST /api/cases/:id/status-changes`. Done comes with an outcome; going back from the end is a reopening. */
export const CaseStatusBody = Type.Object(
  {
    status: OneOf(['in_progress', 'waiting_resident', 'closed']),
    note: Text({ max: 500, title: '备注' }),
  },
  { additionalProperties: false },
)
export type CaseStatusBody = Static<typeof CaseStatusBody>

/** `POST /api/cases/:id/reopenings` */
export const CaseReopeningBody = Type.Object({ reason: Written }, { additionalProperties: false })

/** `POST /api/cases/:id/people` */
export const NewCasePerson = Type.Object(
  {
    name: Said({ max: 40, title: '姓名' }),
    phone: Type.Optional(Phone),
    part: OneOf(caseParts),
    residentId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
export type NewCasePerson = Static<typeof NewCasePerson>
export const CasePersonParams = Type.Object({ id: Id, personId: Id })

/** `POST /api/cases/:id/materials/:key/checks`; a rejection says why, and the resident reads it. */
export const MaterialParams = Type.Object({ id: Id, key: Type.String({ minLength: 1, maxLength: 60 }) })
export const MaterialCheck = Type.Object(
  {
    verdict: OneOf(officerMaterialVerdicts),
    note: Text({ max: 300, title: '说明' }),
    fileId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
export type MaterialCheck = Static<typeof MaterialCheck>
/** `POST /api/resident/cases/:id/materials/:key/checks`; `photographed` needs the photo she uploaded. */
export const ResidentMaterialCheck = Type.Object(
  { verdict: OneOf(residentMaterialVerdicts), fileId: Type.Optional(Nullable(Id)) },
  { additionalProperties: false },
)
export type ResidentMaterialCheck = Static<typeof ResidentMaterialCheck>

/** `POST /api/cases/:id/clocks`: a promise somebody made, kept in the history with its reason. */
export const NewClock = Type.Object({ dueAt: Moment, reason: Written }, { additionalProperties: false })
export const ClockParams = Type.Object({ id: Id, clockId: Id })
/** `POST /api/cases/:id/clocks/:clockId/changes`; `extend` needs `workingDays` and comes before the deadline. */
export const ClockChangeBody = Type.Object(
  {
    change: OneOf(['pause', 'resume', 'extend']),
    reason: Written,
    workingDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  },
  { additionalProperties: false },
)
export type ClockChangeBody = Static<typeof ClockChangeBody>

/** `POST /api/cases/:id/outcome`: the case is done. `tell` sends the words into the conversation. */
export const OutcomeBody = Type.Object(
  {
    settlement: OneOf(settlements),
    /** The person's own reading, which counts; what was an emergency once stays one. */
    emergency: Type.Boolean(),
    words: Said({ max: 1000, title: '处理结果' }),
    tell: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type OutcomeBody = Static<typeof OutcomeBody>
/** `told`: the number of conversations the words were sent into (one more for each merged case's resident). */
export const OutcomeAnswer = Type.Object({ outcomeId: Id, told: Type.Integer() })

/** `POST /api/cases/:id/outcome-notice`: told later, by phone, at the counter, or now in the conversation. */
export const OutcomeNoticeBody = Type.Object(
  { by: OneOf(['phone', 'walk_in', 'conversation']) },
  { additionalProperties: false },
)
export type OutcomeNoticeBody = Static<typeof OutcomeNoticeBody>

/** `POST /api/cases/:id/links`, undone by `DELETE /api/cases/:id/links/:otherCaseId`. */
export const NewCaseLink = Type.Object(
  { caseId: Id, kind: OneOf(caseLinkKinds) },
  { additionalProperties: false },
)
export const CaseLinkParams = Type.Object({ id: Id, otherCaseId: Id })

/** `GET /api/cases/:id/similar`: likely repeats of the last 90 days, each with the reasons; a person decides. */
export const similarReasons = ['same_contact', 'same_household', 'same_village', 'similar_title'] as const
export const SimilarCases = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      kind: OneOf(caseKinds),
      title: Type.String(),
      status: OneOf(caseStatuses),
      openedAt: Moment,
      personName: Nullable(Type.String()),
      reasons: Type.Array(OneOf(similarReasons)),
    }),
  ),
})

/** `POST /api/cases/:id/merges`: the source goes into `:id`, which stands for both until the merge is undone. */
export const NewMerge = Type.Object({ sourceCaseId: Id }, { additionalProperties: false })
export const MergeAnswer = Type.Object({ mergeId: Id })
export const MergeParams = Type.Object({ id: Id, mergeId: Id })

/** A line of the resident's own cases. Of a merged one, status and ends are those of the case that stands for it. */
export const ResidentCaseItem = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(caseKinds),
  title: Type.String(),
  status: OneOf(caseStatuses),
  openedAt: Moment,
  finishedAt: Nullable(Moment),
  /** Papers nobody has accepted or waived yet. */
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
  guide: Nullable(Named),
  conversationId: Nullable(Id),
  openedAt: Moment,
  finishedAt: Nullable(Moment),
  merged: Type.Boolean(),
  statusChanges: Type.Array(
    Type.Object({ status: OneOf(caseStatuses), byResident: Type.Boolean(), changedAt: Moment }),
  ),
  materials: Type.Array(
    Type.Object({
      key: Type.String(),
      name: Type.String(),
      neededWhen: Nullable(Type.String()),
      verdict: Nullable(OneOf(materialVerdicts)),
      /** An officer's word to her: why a paper was turned down. */
      note: Type.String(),
      checkedAt: Nullable(Moment),
      fileId: Nullable(Id),
    }),
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
