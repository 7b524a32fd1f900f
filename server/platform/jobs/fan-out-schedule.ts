import type { PgBoss } from 'pg-boss'
import type { Context } from '../context.ts'
import { inStation } from '../tenancy.ts'
import { sendJob } from './send-job.ts'

/** Puts one job of a schedule into the queue of every station; a station where one still waits gets no second. */
export async function fanOutSchedule(context: Context, boss: PgBoss, job: string): Promise<void> {
  const { rows } = await context.pool.query('select id from stations')
  for (const { id } of rows)
    await inStation(context.pool, id, (tx) => sendJob(boss, tx, job, { stationId: id }, { key: id }))
}
