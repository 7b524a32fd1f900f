import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { SecondTrip } from './second-trips.ts'
import { GuideQuestion, materialForms, When } from './services.ts'
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
export const officerMaterialVerdicts = ['accepted', 'rejected', 'unreadable', 'not_needed'] as const
export const residentMaterialVerdicts = ['ready', 'photographed', 'withdrawn'] as const
export const materialVerdicts = [...residentMaterialVerdicts, ...officerMaterialVerdicts] as const
/** So many photos of one paper: a whole household register fits, and nobody fills the list with a thumb that slipped. */
export const mostPhotos = 12
/** Who said how long the resident had searched herself. */
export const searchTellers = ['asker', 'family', 'other'] as const
export const caseLinkKinds = ['repeat', 'related'] as const
/** `newest` and `oldest` by opening, `due` the soonest deadline first. */
export const caseSorts = ['newest', 'oldest', 'due'] as const

/** `GET /api/cases`. Merged cases are not listed; `total` comes with the first page. */
/** `GET /api/cases/:id/door`: on which channel a message about it reaches its resident; null: on none. */
export const CaseDoor = Type.Object({ door: Nullable(OneOf(channels)) })
export type CaseDoor = Static<typeof CaseDoor>

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
    text: Type.Optional(Text({ min: 1, max: 40, title: '查找' })),
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

/** What the guide said of a paper when the case began. */
export const PaperSays = {
  key: Type.String(),
  name: Type.String(),
  form: OneOf(materialForms),
  copies: Type.Integer(),
  /** An electronic certificate serves as well as paper. */
  electronic: Type.Boolean(),
  /** The station can look it up itself. */
  shared: Type.Boolean(),
  neededWhen: Nullable(Type.String()),
  when: Type.Array(When),
  advice: Nullable(Type.String()),
}
/**
 * A photo of a paper; `unreadable`: the station said so of this very one, and no newer one has come since; `laid`: an
 * officer took it out of the talk.
 */
export const PaperPhoto = Type.Object({ id: Id, unreadable: Type.Boolean(), laid: Type.Boolean() })

export const CaseMaterial = Type.Object({
  ...PaperSays,
  /** The latest word on it; null when nobody has said anything yet, `withdrawn` when the resident took it back. */
  verdict: Nullable(OneOf(materialVerdicts)),
  note: Type.String(),
  /** Null when it was the resident who said it. */
  officer: Nullable(Named),
  checkedAt: Nullable(Moment),
  /** All that show it now, whoever took them, in the order they came. */
  photos: Type.Array(PaperPhoto),
})

/** The latest answer to a question of the guide; null officer: the resident's own. */
export const CaseAnswer = Type.Object({
  question: Type.String(),
  answer: Type.String(),
  officer: Nullable(Named),
  answeredAt: Moment,
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
  toldByChannel: Nullable(OneOf([...channels, 'writing'])),
  reopenedAt: Nullable(Moment),
  rating: Nullable(CaseRating),
})

/** How long she had searched herself before she asked, as it was told. */
export const CaseOwnSearch = Type.Object({
  minutes: Type.Integer(),
  saidBy: OneOf(searchTellers),
  officer: Nullable(Named),
  recordedAt: Moment,
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

/** Whom no message told how the case ended: somebody rings her up. Without a phone it says that nobody can. */
export const CaseCall = Type.Object({
  id: Id,
  /** Whose resident it is: the case itself, or one merged into it. */
  caseId: Id,
  number: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  words: Type.String(),
  askedAt: Moment,
  end: Nullable(
    Type.Object({
      how: OneOf(['told', 'case_reopened', 'merge_undone']),
      /** Null: the resident herself, by her objection. */
      officer: Nullable(Type.String()),
      at: Moment,
    }),
  ),
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
  /** `closed`: it has been settled; a person does that, also when the case is done. */
  conversation: Nullable(Type.Object({ id: Id, number: Type.String(), closed: Type.Boolean() })),
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
  /** What its guide asked when it was opened. */
  questions: Type.Array(GuideQuestion),
  answers: Type.Array(CaseAnswer),
  secondTrips: Type.Array(SecondTrip),
  clocks: Type.Array(CaseClock),
  /** The latest that was recorded; null when nobody has asked her. Only of requests for help. */
  ownSearch: Nullable(CaseOwnSearch),
  outcomes: Type.Array(CaseOutcome),
  links: Type.Array(CaseLink),
  merges: Type.Array(CaseMerge),
  calls: Type.Array(CaseCall),
})
export type Case = Static<typeof Case>

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
