import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { currentEdition, type Edition } from './current-edition.ts'

/**
 * At each start: a job for every station that has not seen this program's edition; returns how many. Where all have, it
 * is one question to the database.
 */
export async function askForEditions(
  { pool, jobs }: Pick<Context, 'pool' | 'jobs'>,
  edition: Edition = currentEdition(),
): Promise<number> {
  const { rows } = await pool.query(
    'select id from stations where edition < $1 or (edition = $1 and edition_hash <> $2)',
    [edition.number, edition.hash],
  )
  for (const { id } of rows)
    await inStation(pool, id, (tx) => jobs.send(tx, 'offer-edition', { stationId: id }, { key: id }))
  return rows.length
}
