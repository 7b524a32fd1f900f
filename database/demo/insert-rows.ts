import type { Insertable } from 'kysely'
import type { DB } from '../../server/platform/database/schema.ts'
import type { Tx } from '../../server/platform/tenancy.ts'

/** The tables whose rows belong to a station. */
export type StationTable = { [K in keyof DB]: DB[K] extends { stationId: unknown } ? K : never }[keyof DB]
/** Rows of one table; the station is added on the way in. Every row has the same columns. */
export type Rows<T extends StationTable> = Omit<Insertable<DB[T]>, 'stationId'>[]
export type RowsOf = { [T in StationTable]?: Rows<T> }

const columnTypes = new Map<string, Map<string, string>>()
const atOnce = 2000

/** Inserts rows in a few statements: one array a column, so that a statement carries thousands of rows. */
export async function insertRows<T extends StationTable>(tx: Tx, table: T, rows: Rows<T>): Promise<void> {
  if (rows.length === 0) return
  const name = snakeCase(table)
  const types = await typesOf(tx, name)
  const fields = Object.keys(rows[0]!)
  // An array of arrays and JSON travel as text and are read by the database.
  const isText = fields.map((field) => /\[\]$|^jsonb$/.test(types.get(snakeCase(field)) ?? ''))
  const params = fields.map((field, i) => `$${i + 2}::${isText[i] ? 'text' : types.get(snakeCase(field))}[]`)
  const values = fields.map((field, i) => (isText[i] ? `r.c${i}::${types.get(snakeCase(field))}` : `r.c${i}`))
  const text = `insert into ${name} (station_id, ${fields.map(snakeCase).join(', ')})
    select $1, ${values.join(', ')} from unnest(${params.join(', ')}) as r(${fields.map((_, i) => `c${i}`).join(', ')})`
  for (let from = 0; from < rows.length; from += atOnce) {
    const part = rows.slice(from, from + atOnce) as Record<string, unknown>[]
    await tx.client.query(text, [
      tx.stationId,
      ...fields.map((field, i) => part.map((row) => asParameter(row[field], isText[i]!))),
    ])
  }
}

function asParameter(value: unknown, isText: boolean): unknown {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (!isText || typeof value === 'string') return value
  return Array.isArray(value) ? `{${value.map(arrayElement).join(',')}}` : JSON.stringify(value)
}

function arrayElement(value: unknown): string {
  return typeof value === 'number' ? String(value) : `"${String(value).replace(/["\\]/g, '\\$&')}"`
}

/** The columns' types as the database knows them. */
async function typesOf(tx: Tx, table: string): Promise<Map<string, string>> {
  let types = columnTypes.get(table)
  if (!types) {
    const { rows } = await tx.client.query(
      `select attname, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    )
    types = new Map(rows.map((row) => [row.attname, row.type]))
    columnTypes.set(table, types)
  }
  return types
}

/** chatGroups → chat_groups */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
