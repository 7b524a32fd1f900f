import { type Static, Type } from 'typebox'
import { caseLinkKinds, caseParts, officerMaterialVerdicts, searchTellers } from './cases.ts'
import { Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { secondTripCauses } from './second-trips.ts'
import { caseKinds, channels, scenarios, settlements, tellings } from './vocabulary.ts'

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
const Written = Said({ max: 500, title: '原因' })

/** The papers for whose sake somebody comes again, each with why nobody saw it before. */
export const MissingPapers = Type.Array(
  Type.Object(
    {
      key: Type.String({ minLength: 1, maxLength: 60, title: '材料' }),
      cause: OneOf(secondTripCauses),
      reason: Said({ max: 500, title: '为什么先前没发现' }),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 40, title: '缺的材料' },
)
export type MissingPapers = Static<typeof MissingPapers>

/** `PUT /api/cases/:id/answers` and the resident's own: question → answer; those that stand already add nothing. */
export const CaseAnswersBody = Type.Object(
  {
    answers: Type.Record(
      Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
      Type.String({ pattern: '^[a-z0-9-]{1,40}$', title: '回答' }),
      { minProperties: 1, maxProperties: 12, title: '回答' },
    ),
  },
  { additionalProperties: false },
)
export type CaseAnswersBody = Static<typeof CaseAnswersBody>

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
    /** It waits because these are missing. */
    missing: Type.Optional(MissingPapers),
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
/** `PUT` and `DELETE /api/cases/:id/materials/:key/photos/:fileId`: a photo of the talk laid to a paper, and taken off. */
export const PaperPhotoParams = Type.Object({ ...MaterialParams.properties, fileId: Id })
export const MaterialCheck = Type.Object(
  {
    verdict: OneOf(officerMaterialVerdicts),
    note: Text({ max: 300, title: '说明' }),
    fileId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
export type MaterialCheck = Static<typeof MaterialCheck>

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

/**
 * `POST /api/cases/:id/own-searches`: how long the resident had searched herself before she asked, as she tells it; 0: not
 * at all. Written again until she is told the outcome; the latest counts.
 */
export const OwnSearch = Type.Object(
  { minutes: Type.Integer({ minimum: 0, maximum: 43_200 }), saidBy: OneOf(searchTellers) },
  { additionalProperties: false },
)
export type OwnSearch = Static<typeof OwnSearch>

/** `POST /api/cases/:id/outcome`: the case is done. `tell` sends the words into the conversation, where they reach her. */
export const OutcomeBody = Type.Object(
  {
    settlement: OneOf(settlements),
    /** The person's own reading, which counts; what was an emergency once stays one. */
    emergency: Type.Boolean(),
    words: Said({ max: 1000, title: '处理结果' }),
    tell: Type.Boolean(),
    /** How she has been told otherwise, as the officer states it. */
    toldWay: Type.Optional(OneOf(tellings)),
    /** Of a request for help, asked on the same occasion. */
    ownSearch: Type.Optional(OwnSearch),
    /** It ends undone because these are missing. */
    missing: Type.Optional(MissingPapers),
  },
  { additionalProperties: false },
)
export type OutcomeBody = Static<typeof OutcomeBody>
/** `told`: the number of conversations the words were sent into (one more for each merged case's resident). */
export const OutcomeAnswer = Type.Object({ outcomeId: Id, told: Type.Integer() })

/** `POST /api/cases/:id/outcome-notice`: told later, by phone, at the counter, in writing, or now in the conversation. */
export const OutcomeNoticeBody = Type.Object(
  { by: OneOf([...tellings, 'conversation']) },
  { additionalProperties: false },
)
export type OutcomeNoticeBody = Static<typeof OutcomeNoticeBody>

/** `POST /api/cases/:id/outcome-calls/:callId/done`: she was rung up, or told in person. `:id` is her own case. */
export const CallParams = Type.Object({ id: Id, callId: Id })

/** `POST /api/cases/:id/links`, undone by `DELETE /api/cases/:id/links/:otherCaseId`. */
export const NewCaseLink = Type.Object(
  { caseId: Id, kind: OneOf(caseLinkKinds) },
  { additionalProperties: false },
)
export const CaseLinkParams = Type.Object({ id: Id, otherCaseId: Id })

/** `POST /api/cases/:id/merges`: the source goes into `:id`, which stands for both until the merge is undone. */
export const NewMerge = Type.Object({ sourceCaseId: Id }, { additionalProperties: false })
export const MergeAnswer = Type.Object({ mergeId: Id })
export const MergeParams = Type.Object({ id: Id, mergeId: Id })
