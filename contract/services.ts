import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'

export const guideCategories = [
  'household',
  'identity_card',
  'residence',
  'certificate',
  'report',
  'elsewhere',
] as const
export type GuideCategory = (typeof guideCategories)[number]

/** `at_window`: filled in when she is there, so nothing to get ready. */
export const materialForms = ['original', 'copy', 'form', 'at_window'] as const

/** Whether a paper is to be got ready at home: not what the station finds itself, nor what is filled in there. */
export const isBrought = ({ form, shared }: { form: (typeof materialForms)[number]; shared: boolean }) =>
  !shared && form !== 'at_window'

const QuestionKey = Type.String({ pattern: '^[a-z0-9-]{1,40}$', title: '问题代号' })
const AnswerKey = Type.String({ pattern: '^[a-z0-9-]{1,40}$', title: '回答代号' })

/** Something hangs on an answer to a question. */
export const When = Type.Object({ question: QuestionKey, answer: AnswerKey }, { additionalProperties: false })
export type When = Static<typeof When>

/** Where an answer leads: to a question, to another guide that fits better, or to the end; null: to what comes next. */
const LeadsTo = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  pattern: '^(end|question:[a-z0-9-]{1,40}|guide:[a-z0-9-]{1,60})$',
  title: '答了以后',
})

/** A question in plain words that makes the list shorter. “I am not sure” is an answer of every one. */
export const GuideQuestion = Type.Object(
  {
    key: QuestionKey,
    text: Text({ min: 1, max: 60, title: '问题' }),
    answers: Type.Array(
      Type.Object(
        { key: AnswerKey, text: Text({ min: 1, max: 30, title: '回答' }), leadsTo: LeadsTo },
        { additionalProperties: false },
      ),
      { minItems: 2, maxItems: 6, title: '回答' },
    ),
  },
  { additionalProperties: false },
)
export type GuideQuestion = Static<typeof GuideQuestion>

/** A condition that matters only after certain answers. */
export const ConditionWhen = Type.Object(
  {
    text: Text({ min: 1, max: 200, title: '条件' }),
    when: Type.Array(When, { minItems: 1, maxItems: 12, title: '哪种回答' }),
  },
  { additionalProperties: false },
)
export type ConditionWhen = Static<typeof ConditionWhen>

/** One paper of a checklist. */
export const Material = Type.Object({
  key: Type.String(),
  name: Type.String(),
  form: OneOf(materialForms),
  copies: Type.Integer(),
  /** An electronic certificate serves as well as paper. */
  electronic: Type.Boolean(),
  /** The station can look it up itself. */
  shared: Type.Boolean(),
  /** Needed only in this situation; null: always. */
  neededWhen: Nullable(Type.String()),
  note: Nullable(Type.String()),
  /** The answers after which it is needed; none: whatever is answered. `neededWhen` says the same in words. */
  when: Type.Array(When),
})
export type Material = Static<typeof Material>

const summaryFields = {
  id: Id,
  code: Type.String(),
  slug: Type.String(),
  category: OneOf(guideCategories),
  name: Type.String(),
  summary: Type.String(),
  bookable: Type.Boolean(),
  /** How long it takes at the counter. */
  minutes: Type.Integer(),
  /** 0: same day. Null: on the spot, or not ours. */
  workingDays: Nullable(Type.Integer()),
  /** Yuan at the window; null where no single price is certain. */
  feeYuan: Nullable(Type.Number()),
  feeNote: Type.String(),
  timeLimit: Type.String(),
  /** Shown with the guide, in words: 以窗口核实为准, or that its day for being read again has passed. Null: nothing. */
  notice: Nullable(Type.String()),
  /** Not confirmed by the county bureau yet. */
  needsCheck: Type.Boolean(),
  expired: Type.Boolean(),
  expiresOn: Day,
  version: Type.Integer(),
  /** Taken from the residents' page by the station; null: shown. */
  hiddenAt: Nullable(Moment),
  /** Everything in hand, it is done the day one comes. */
  sameDay: Type.Boolean(),
  /** Who keeps it right: whom it was given to while she serves here, else the chief. Residents are not told. */
  owner: Nullable(Named),
}

export const GuideSummary = Type.Object(summaryFields)
export type GuideSummary = Static<typeof GuideSummary>

export const Guide = Type.Object({
  ...summaryFields,
  conditions: Type.Array(Type.String()),
  materials: Type.Array(Material),
  where: Type.String(),
  /** How it is done without coming; null: it is not. */
  online: Nullable(Type.String()),
  steps: Type.Array(Type.String()),
  mistakes: Type.Array(Type.String()),
  /** What the window must not demand. */
  notAskedFor: Type.Array(Type.String()),
  legalBasis: Type.Array(Type.String()),
  /** When somebody last compared it with the law. */
  basisOn: Nullable(Day),
  /** How residents put it. */
  askedAs: Type.Array(Type.String()),
  /** Who may come instead. */
  proxies: Type.Array(Type.String()),
  /** The same in a few short spoken sentences, to be read aloud. */
  plain: Type.Array(Type.String()),
  questions: Type.Array(GuideQuestion),
  conditionsWhen: Type.Array(ConditionWhen),
  /** Somebody has said that nothing need be brought. */
  noPapers: Type.Boolean(),
  /** The guides its answers lead to, as far as they are shown. */
  otherGuides: Type.Array(Type.Object({ slug: Type.String(), name: Type.String() })),
})
export type Guide = Static<typeof Guide>

const SearchText = Text({ max: 60, title: '查找' })

/** `GET /api/guides`: all, or those that fit what a resident says, best first. */
export const GuideQuery = Type.Object(
  { text: Type.Optional(SearchText), category: Type.Optional(OneOf(guideCategories)) },
  { additionalProperties: false },
)
export type GuideQuery = Static<typeof GuideQuery>
export const GuideList = Type.Object({
  items: Type.Array(GuideSummary),
  /** Nothing fits what was asked; these share a word or two with it. */
  near: Type.Boolean(),
})
export type GuideList = Static<typeof GuideList>

/** A day somebody types: of this century, so that every calendar can count with it. */
export const NearDay = Type.String({ format: 'date', pattern: '^20[0-9]{2}-', title: '日期' })

export const StationCode = Type.String({ pattern: '^[0-9]{6,12}$', title: '派出所代码' })

/** `GET /api/public/guides`: for everybody; hidden ones are not among them. May be a minute old. */
export const PublicGuideQuery = Type.Object(
  {
    stationCode: StationCode,
    text: Type.Optional(SearchText),
    category: Type.Optional(OneOf(guideCategories)),
  },
  { additionalProperties: false },
)
/** `GET /api/public/guides/:slug?stationCode=` */
export const PublicGuideOne = Type.Object({ stationCode: StationCode }, { additionalProperties: false })

export const SlugParams = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) })

const Line = (title: string, max = 200) => Text({ min: 1, max, title })
const Lines = (title: string) => Type.Array(Line(title), { maxItems: 30, title })

/** Two types in one schema: with a union the validator would read null as 0. */
function OrNull<T extends Type.TSchema>(schema: T & { type: string }) {
  return Type.Unsafe<Static<T> | null>({ ...schema, type: [schema.type, 'null'] })
}

export const MaterialInput = Type.Object(
  {
    /** Stable: ticks and photographs of running cases hang on it. */
    key: Type.String({ pattern: '^[a-z0-9-]{1,40}$', title: '材料代号' }),
    name: Line('材料名称', 80),
    form: OneOf(materialForms),
    copies: Type.Integer({ minimum: 1, maximum: 9 }),
    electronic: Type.Boolean(),
    shared: Type.Boolean(),
    neededWhen: Nullable(Line('什么情况要')),
    note: Nullable(Line('说明')),
    when: Type.Optional(Type.Array(When, { maxItems: 12, title: '哪种回答' })),
  },
  { additionalProperties: false },
)

/** `PATCH /api/guides/:id`: what is given replaces what was. `version` is the one that was read; another one is a 409. */
export const GuideChange = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    name: Type.Optional(Line('名称', 40)),
    summary: Type.Optional(Line('一句话说明', 300)),
    conditions: Type.Optional(Lines('条件')),
    materials: Type.Optional(Type.Array(MaterialInput, { maxItems: 40, title: '材料' })),
    feeYuan: Type.Optional(OrNull(Type.Number({ minimum: 0, maximum: 100000 }))),
    feeNote: Type.Optional(Text({ max: 200, title: '收费说明' })),
    timeLimit: Type.Optional(Line('办理时限')),
    workingDays: Type.Optional(OrNull(Type.Integer({ minimum: 0, maximum: 365 }))),
    where: Type.Optional(Line('在哪里办')),
    online: Type.Optional(Nullable(Line('网上怎么办', 300))),
    steps: Type.Optional(Lines('步骤')),
    mistakes: Type.Optional(Lines('容易弄错的')),
    notAskedFor: Type.Optional(Lines('不用带的')),
    legalBasis: Type.Optional(Lines('依据')),
    askedAs: Type.Optional(Lines('居民怎么问')),
    bookable: Type.Optional(Type.Boolean()),
    minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 120, title: '每人用时（分钟）' })),
    needsCheck: Type.Optional(Type.Boolean()),
    expiresOn: Type.Optional(NearDay),
    hidden: Type.Optional(Type.Boolean()),
    sameDay: Type.Optional(Type.Boolean()),
    basisOn: Type.Optional(OrNull(NearDay)),
    proxies: Type.Optional(Lines('谁能代办')),
    plain: Type.Optional(Type.Array(Line('读给人听的句子', 25), { maxItems: 8, title: '读给人听的话' })),
    questions: Type.Optional(Type.Array(GuideQuestion, { maxItems: 12, title: '问题' })),
    conditionsWhen: Type.Optional(Type.Array(ConditionWhen, { maxItems: 20, title: '有的情况才要的条件' })),
    noPapers: Type.Optional(Type.Boolean()),
    ownerId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false, minProperties: 2 },
)
export type GuideChange = Static<typeof GuideChange>

/** `POST /api/guides`: a new one, empty or as a copy. Residents do not see it until it is shown. */
export const NewGuide = Type.Object(
  {
    name: Line('名称', 40),
    category: OneOf(guideCategories),
    /** The guide it begins as a copy of. */
    copyOf: Type.Optional(Type.String({ pattern: '^[a-z0-9-]{1,60}$', title: '照着哪一份' })),
  },
  { additionalProperties: false },
)
export type NewGuide = Static<typeof NewGuide>
export const MadeGuide = Type.Object({ id: Id, slug: Type.String() })

/** `GET /api/guides/:id/versions`: newest first; `says` is what a change could put back. */
export const GuideVersions = Type.Object({
  items: Type.Array(
    Type.Object({
      version: Type.Integer(),
      changedBy: Nullable(Type.String()),
      changedAt: Nullable(Moment),
      /** Names of the fields that differ from the version before. */
      changed: Type.Array(Type.String()),
      says: Type.Unsafe<Omit<GuideChange, 'version'>>(Type.Any()),
    }),
  ),
})
export type GuideVersions = Static<typeof GuideVersions>

/** `GET /api/guide-rereads`: those whose day has come or comes within two weeks, soonest first. */
export const GuideRereads = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      slug: Type.String(),
      name: Type.String(),
      version: Type.Integer(),
      expiresOn: Day,
      expired: Type.Boolean(),
      needsCheck: Type.Boolean(),
      owner: Nullable(Named),
      /** Since when it stands as a task; null: the day is near, the task not made yet. */
      askedAt: Nullable(Moment),
    }),
  ),
})
export type GuideRereads = Static<typeof GuideRereads>

/** `POST /api/guides/:id/rereads`: read again and found right; with the day on which it is to be read next. */
export const RereadBody = Type.Object(
  { version: Type.Integer({ minimum: 1 }), nextOn: NearDay },
  { additionalProperties: false },
)
export type RereadBody = Static<typeof RereadBody>
