import type { Context } from '../../../platform/context.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { waitingGroups } from '../../rumours/waiting-groups.ts'
import { makeNotices } from './make-notices.ts'

type Officer = { id: string; role: string; villages: string[] }

/**
 * After a reply was approved: tells those who look after the groups that wait for it. After its promised moment has
 * passed: tells those who may write the next one. Each once a version.
 */
export async function tellOfRumour(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  eventId: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'read-rumour-event',
      text: `select name, actor_id as actor, subject_id as rumour, data->>'version' as version from events
        where station_id = $1 and id = $2`,
      values: [stationId, eventId],
    })
    const event = rows[0]
    if (!event) return
    const about = `${event.rumour} ${event.version}`
    const officers = await answeringOfficers(tx)
    if (event.name === 'rumour.update_due') {
      const deciders = officers.filter(({ role }) => role !== 'auxiliary').map(({ id }) => id)
      await makeNotices(tx, deciders, { kind: 'rumour_due', about })
      return
    }
    const groups = await waitingGroups(tx, event.rumour)
    const hers = ({ id, role, villages }: Officer) =>
      groups.some(
        ({ villageId, knownBy }) =>
          knownBy.includes(id) ||
          (role === 'auxiliary' && villageId !== null && villages.includes(villageId)),
      )
    // Who has just approved it knows.
    const told = officers.filter((each) => each.id !== event.actor && hers(each)).map(({ id }) => id)
    await makeNotices(tx, told, { kind: 'rumour_reply', about })
  })
}

async function answeringOfficers(tx: Tx): Promise<Officer[]> {
  const { rows } = await tx.client.query({
    name: 'officers-for-rumours',
    text: `select id, role, village_ids as villages from active_officers
      where station_id = $1 and role in ('chief', 'officer', 'auxiliary')`,
    values: [tx.stationId],
  })
  return rows
}
