import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { findStanding, lockBroadcast, standingJoins } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'
import { isDue, isMissed } from './schedule-rules.ts'
import { startBroadcast } from './start-broadcast.ts'

const system = { kind: 'system', id: null } as const

/**
 * The job of every minute: starts what is approved and whose time has come by the database's clock, each in a
 * transaction of its own. What has missed its time by hours is called off and said, not sent late. Returns how many started.
 */
export async function startDueBroadcasts(pool: Pool, stationId: string): Promise<number> {
  const ids = await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      `select b.id from broadcasts b ${standingJoins} where b.station_id = $1 and s.step = 'approved' and st.at is null order by a.at`,
      [stationId],
    )
    return rows.map((row) => row.id as string)
  })
  let started = 0
  for (const id of ids) if (await startIfDue(pool, stationId, id)) started++
  return started
}

function startIfDue(pool: Pool, stationId: string, id: string): Promise<boolean> {
  return inStation(pool, stationId, async (tx) => {
    await lockBroadcast(tx, id)
    const standing = await findStanding(tx, id)
    if (standing?.state !== 'approved' || !standing.approvedAt) return false
    const { now, quiet } = await readClock(tx)
    const { urgency, sendAt, approvedAt, version } = standing
    const planned = { urgency, sendAt, approvedAt }
    if (isMissed(planned, quiet, now)) {
      const note = '错过了定好的时间，没有发'
      await addStep(tx, system, { id, version, step: 'cancelled', note }, { name: 'broadcast.missed' })
      return false
    }
    return isDue(planned, quiet, now) && startBroadcast(tx, system, id)
  })
}
