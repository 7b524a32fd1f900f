import type { Pool } from '../../server/platform/database/pool.ts'

/**
 * Removes every row of a station but the station itself, table by table, those that point to others first. It takes
 * the owner's connection: the serving role may not delete what has been said or done.
 */
export async function wipeStation(owner: Pool, stationId: string): Promise<void> {
  const client = await owner.connect()
  try {
    for (const table of await tablesInOrder(owner)) {
      // The policies bind an owner that is no superuser too.
      await client.query(`begin; set local app.station_id = '${stationId}'`)
      await client.query(`delete from ${table} where station_id = $1`, [stationId])
      await client.query('commit')
    }
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

/** Every table with a station, each before the tables it points to. */
async function tablesInOrder(owner: Pool): Promise<string[]> {
  const { rows } = await owner.query<{ name: string; targets: string[] }>(
    `select c.oid::regclass::text as name,
       array(select distinct k.confrelid::regclass::text from pg_constraint k
         where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid) as targets
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'station_id' and not a.attisdropped
     where c.relkind = 'r' and n.nspname in ('public', 'auth')`,
  )
  const left = new Map(rows.map((row) => [row.name, row.targets]))
  const order: string[] = []
  while (left.size > 0) {
    const pointedTo = new Set([...left.values()].flat())
    const free = [...left.keys()].filter((name) => !pointedTo.has(name))
    if (free.length === 0)
      throw new Error(`tables point to each other in a circle: ${[...left.keys()].join(', ')}`)
    for (const name of free) left.delete(name)
    order.push(...free)
  }
  return order
}
