import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'

/** One read for somebody who has not signed in, in the station with this public code. Throws `not_found`. */
export async function readInStation<T>(
  { pool }: Pick<Context, 'pool'>,
  stationCode: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { rows } = await pool.query({
    name: 'station-by-code',
    text: 'select id from stations where code = $1',
    values: [stationCode],
  })
  if (!rows[0]) throw notFound()
  return inStation(pool, rows[0].id, work)
}
