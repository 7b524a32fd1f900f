import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, PageOf, Text } from './common.ts'

/** So many rows are read from one file. */
export const mostImportRows = 50_000
/** So large may the file be, in bytes. */
export const largestImportFile = 12 * 1024 * 1024

/** What a column of the station's spreadsheet can hold. Identity card numbers are none of it. */
export const importFields = [
  'name',
  'village',
  'group',
  'door',
  'head',
  'relation',
  'phone',
  'bornOn',
  'away',
  'nickname',
  'note',
] as const
export type ImportField = (typeof importFields)[number]

export const rowResults = ['new', 'changed', 'conflict', 'same', 'doubtful', 'mistake', 'skipped'] as const
export type RowResult = (typeof rowResults)[number]

/** Of a doubtful row: it is somebody new. Of a conflict: what stands here stays, or the file's counts. */
export const rowDecisions = ['new', 'ours', 'theirs'] as const
export type RowDecision = (typeof rowDecisions)[number]

export const importStates = [
  'read',
  'checking',
  'checked',
  'importing',
  'stopped',
  'done',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof importStates)[number]

/** `POST /api/register-imports`: a spreadsheet, read and laid aside; nothing of it is in the register yet. */
export const NewRegisterImport = Type.Object(
  {
    name: Text({ min: 1, max: 200, title: '文件名' }),
    /** The bytes of the file, in base64. */
    content: Type.String({
      minLength: 1,
      maxLength: 17_000_000,
      pattern: '^[A-Za-z0-9+/]*={0,2}$',
      title: '文件',
    }),
  },
  { additionalProperties: false },
)
export type NewRegisterImport = Static<typeof NewRegisterImport>

const Counts = Type.Record(Type.String(), Type.Integer())

/** What hangs on the people of the rows: numbers beside the first, relations to the head. */
const Further = Type.Object({ phones: Type.Integer(), relations: Type.Integer() })

/** `GET /api/register-imports`: the station's imports, newest first. */
export const RegisterImportRow = Type.Object({
  id: Id,
  fileName: Type.String(),
  state: OneOf(importStates),
  rowsTotal: Type.Integer(),
  rowsDone: Type.Integer(),
  counts: Counts,
  uploadedBy: Type.String(),
  uploadedAt: Moment,
})
export const RegisterImportList = Type.Object({ items: Type.Array(RegisterImportRow) })

/** `GET /api/register-imports/:id`. */
export const RegisterImport = Type.Object({
  ...RegisterImportRow.properties,
  sheetName: Type.String(),
  remarks: Type.Array(Type.String()),
  columns: Type.Array(
    Type.Object({
      heading: Type.String(),
      /** The first things that stand in the column. */
      samples: Type.Array(Type.String()),
      field: Nullable(OneOf(importFields)),
      /** Identity card numbers stood in it; they were not taken. */
      identity: Type.Boolean(),
    }),
  ),
  villageId: Nullable(Id),
  trouble: Type.String(),
  /** Rows by result that are written. */
  written: Counts,
  /** As the trial found them, and as many as are written. */
  further: Further,
  furtherWritten: Further,
  /** Doubtful rows and conflicts of which somebody chose that they are written. */
  decided: Type.Integer(),
  stepBeganAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  undoneAt: Nullable(Moment),
})
export type RegisterImport = Static<typeof RegisterImport>

/** `POST /api/register-imports/:id/check`: what each column is; then the rows are compared with the register. */
export const CheckRegisterImport = Type.Object(
  {
    columns: Type.Array(Nullable(OneOf(importFields)), { maxItems: 200, title: '列' }),
    /** The village of every row that names none. */
    villageId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
export type CheckRegisterImport = Static<typeof CheckRegisterImport>

/** `GET /api/register-imports/:id/rows`: what becomes of the rows, by number. */
export const ImportRowsQuery = Type.Object(
  {
    result: Type.Optional(OneOf(rowResults)),
    after: Type.Optional(Type.Integer({ minimum: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  { additionalProperties: false },
)
export type ImportRowsQuery = Static<typeof ImportRowsQuery>

export const ImportRowPage = PageOf(
  Type.Object({
    row: Type.Integer(),
    name: Type.String(),
    place: Type.String(),
    result: OneOf(rowResults),
    why: Type.String(),
    decision: Nullable(OneOf(rowDecisions)),
    conflicts: Type.Array(Type.Object({ field: Type.String(), ours: Type.String(), theirs: Type.String() })),
  }),
)
export type ImportRowPage = Static<typeof ImportRowPage>

/** `POST /api/register-imports/:id/decisions`: of one row, or of all conflicts or doubtful ones. */
export const ImportDecision = Type.Object(
  {
    row: Type.Optional(Type.Integer({ minimum: 1 })),
    result: Type.Optional(OneOf(['conflict', 'doubtful'] as const)),
    decision: Nullable(OneOf(rowDecisions)),
  },
  { additionalProperties: false },
)
/** `POST /api/register-imports/:id/report`. */
export const ImportReportWish = Type.Object(
  { result: Type.Optional(OneOf(rowResults)) },
  { additionalProperties: false },
)
export type ImportReportWish = Static<typeof ImportReportWish>

export type ImportDecision = Static<typeof ImportDecision>
