import { type Static, Type } from 'typebox'
import { OneOf } from './common.ts'

export const exchangeForms = ['xlsx', 'json'] as const
export type ExchangeForm = (typeof exchangeForms)[number]

/** So many scripts are read from one file. */
export const mostImported = 2000

/** `POST /api/script-imports`: a file of scripts. Without `apply` only told what would become of each row. */
export const ScriptImport = Type.Object(
  {
    form: OneOf(exchangeForms),
    /** The bytes of the file, in base64. */
    content: Type.String({
      minLength: 1,
      maxLength: 6_000_000,
      pattern: '^[A-Za-z0-9+/]*={0,2}$',
      title: '文件',
    }),
    apply: Type.Boolean(),
  },
  { additionalProperties: false },
)
export type ScriptImport = Static<typeof ScriptImport>

export const importResults = ['new', 'changed', 'same', 'refused'] as const
export type ImportResult = (typeof importResults)[number]

export const ImportReport = Type.Object({
  /** Whether it was done, as drafts that wait for review. */
  applied: Type.Boolean(),
  /** Sheets of the workbook that were not read. */
  otherSheets: Type.Array(Type.String()),
  counts: Type.Object({
    new: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    refused: Type.Integer(),
  }),
  rows: Type.Array(
    Type.Object({
      /** As the spreadsheet numbers it; of JSON the place in the list, from 1. */
      row: Type.Integer(),
      code: Type.String(),
      title: Type.String(),
      result: OneOf(importResults),
      /** Why it is refused, or what is not taken over. */
      why: Type.String(),
    }),
  ),
})
export type ImportReport = Static<typeof ImportReport>

/** `POST /api/script-exports`: the whole library as a file that imports again without change. */
export const ScriptExport = Type.Object({ form: OneOf(exchangeForms) }, { additionalProperties: false })
