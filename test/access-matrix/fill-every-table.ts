import type { Pool } from '../../server/platform/database/pool.ts'

/** A value of each type, by what PostgreSQL calls it. */
const samples: [RegExp, string][] = [
  [/^uuid$/, 'gen_random_uuid()'],
  [/\[\]$/, `'{}'`],
  [/^json/, `'{}'`],
  [/multirange$/, `'{}'`],
  [/^bytea$/, `'\\x00'`],
  [/^bool/, 'false'],
  [/^(small|big)?int|^real|^double|^numeric/, '1'],
  [/^xid8$/, 'pg_current_xact_id()'],
  [/^timestamp/, 'now()'],
  [/^date$/, 'current_date'],
  [/^time /, `'08:30'`],
  [/./, 'gen_random_uuid()::text'],
]

/** A row for every station-owned table, past all keys and rules of content, in each station. Only for a database that is dropped after. */
export async function fillEveryTable(owner: Pool, tables: string[], stationIds: string[]): Promise<void> {
  const client = await owner.connect()
  try {
    const { rows: columns } = await client.query(
      `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
         a.attnotnull and not a.atthasdef as needed
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and a.attgenerated = ''`,
      [tables],
    )
    const { rows: checks } = await client.query(
      `select conrelid::regclass::text as table, conname as name from pg_constraint
       where contype = 'c' and connamespace = 'public'::regnamespace`,
    )
    await client.query(`set session_replication_role = replica`)
    for (const { table, name } of checks) await client.query(`alter table ${table} drop constraint "${name}"`)
    for (const name of tables) {
      const needed = columns.filter(
        (column) => column.table === name && column.needed && column.name !== 'station_id',
      )
      const values = needed.map(({ type }) => samples.find(([form]) => form.test(type))![1])
      for (const stationId of stationIds)
        await client.query(
          `insert into ${name} (${['station_id', ...needed.map((column) => column.name)].join(', ')})
           values ('${stationId}'${values.map((value) => `, ${value}`).join('')})`,
        )
    }
  } finally {
    client.release(true)
  }
}
