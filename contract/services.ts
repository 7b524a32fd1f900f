import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf, Text } from './common.ts'

export const guideCategories = [
  'household',
  'identity_card',
  'residence',
  'certificate',
  'report',
  'elsewhere',
] as const
export type GuideCategory = (typeof guideCategories)[number]

export const materialForms = ['original', 'copy', 'form'] as const

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
  /** How residents put it. */
  askedAs: Type.Array(Type.String()),
})
export type Guide = Static<typeof Guide>

const SearchText = Text({ max: 60, title: '查找' })

/** `GET /api/guides`: all, or those that fit what a resident says, best first. */
export const GuideQuery = Type.Object(
  { text: Type.Optional(SearchText), category: Type.Optional(OneOf(guideCategories)) },
  { additionalProperties: false },
)
export type GuideQuery = Static<typeof GuideQuery>
export const GuideList = Type.Object({ items: Type.Array(GuideSummary) })

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
  },
  { additionalProperties: false, minProperties: 2 },
)
export type GuideChange = Static<typeof GuideChange>
