import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, Text } from './common.ts'

/** From so many rows on, of one file or of one person's files in a day together, a second person has to agree first. */
export const rowsNeedingSecondPerson = 2000
/** So long can a file be fetched. */
export const exportHours = 24

export const exportKinds = ['residents', 'households'] as const
export type ExportKind = (typeof exportKinds)[number]
export const registerExportForms = ['xlsx', 'csv'] as const
export type RegisterExportForm = (typeof registerExportForms)[number]
export const exportStates = ['waiting', 'ready', 'refused', 'withdrawn'] as const
export type ExportState = (typeof exportStates)[number]

/**
 * What a list can hold. The first ones of each are the least and always there; the others are ticked. What makes hearing or
 * coming hard for somebody is nothing for a list.
 */
export const exportColumns = {
  residents: ['name', 'village', 'group', 'address', 'phone', 'bornOn', 'head', 'away', 'note'],
  households: ['village', 'group', 'address', 'headName', 'people', 'headPhone', 'since', 'note'],
} as const
export const leastColumns = {
  residents: ['name', 'village', 'group', 'address'],
  households: ['village', 'group', 'address', 'headName', 'people'],
} as const
export type ExportColumn = (typeof exportColumns)[ExportKind][number]

const Filter = {
  kind: OneOf(exportKinds),
  villageIds: Type.Optional(Type.Array(Id, { maxItems: 100, uniqueItems: true })),
  group: Type.Optional(Text({ max: 20, title: '组' })),
  /** Part of a name. */
  text: Type.Optional(Text({ max: 40, title: '查找' })),
}

/** `POST /api/register-exports`: asks for a list; below the limit it is made at once. */
export const NewRegisterExport = Type.Object(
  {
    ...Filter,
    form: OneOf(registerExportForms),
    columns: Type.Array(OneOf([...new Set([...exportColumns.residents, ...exportColumns.households])]), {
      maxItems: 20,
      uniqueItems: true,
      title: '列',
    }),
    purpose: Text({ min: 4, max: 200, title: '用途' }),
    caseNumber: Type.Optional(Text({ max: 30, title: '案件编号' })),
  },
  { additionalProperties: false },
)
export type NewRegisterExport = Static<typeof NewRegisterExport>

/** `POST /api/register-exports/count`: how many rows a list would have, and whether a second person is needed. */
export const ExportCountWish = Type.Object(Filter, { additionalProperties: false })
export type ExportCountWish = Static<typeof ExportCountWish>
export const ExportCount = Type.Object({
  rows: Type.Integer(),
  /** Rows this officer has already taken out in the last 24 hours. */
  today: Type.Integer(),
  needsSecondPerson: Type.Boolean(),
})
export type ExportCount = Static<typeof ExportCount>

/** `GET /api/register-exports`: what was asked for, newest first. No resident stands in it. */
export const RegisterExport = Type.Object({
  id: Id,
  number: Type.Integer(),
  kind: OneOf(exportKinds),
  form: OneOf(registerExportForms),
  filter: Type.String(),
  columns: Type.Array(Type.String()),
  purpose: Type.String(),
  caseNumber: Type.String(),
  rows: Type.Integer(),
  state: OneOf(exportStates),
  askedBy: Type.String(),
  askedAt: Moment,
  decidedBy: Nullable(Type.String()),
  reason: Type.String(),
  expiresAt: Nullable(Moment),
  /** The file can still be fetched, by this officer. */
  fetchable: Type.Boolean(),
  /** This officer asked for it. */
  own: Type.Boolean(),
})
export type RegisterExport = Static<typeof RegisterExport>
export const RegisterExportList = Type.Object({ items: Type.Array(RegisterExport) })

/** `POST /api/register-exports/:id/decision`: by a second person. A refusal says why. */
export const ExportDecision = Type.Object(
  { agree: Type.Boolean(), reason: Type.Optional(Text({ max: 200, title: '原因' })) },
  { additionalProperties: false },
)
export type ExportDecision = Static<typeof ExportDecision>
