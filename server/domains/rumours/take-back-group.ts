import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleGroup } from '../groups/find-group.ts'
import { findVisibleRumour } from './find-rumour.ts'

/** A mark made by mistake: the newest of the group goes, "answered" or "asks". The log keeps both. */
export async function takeBackGroup(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  groupId: string,
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId, 'for update')
  const { villageId } = await findVisibleGroup(tx, session, groupId)
  const values = [tx.stationId, rumourId, groupId]
  const { rows } = await tx.client.query(
    `select version, answered_at as at from rumour_group_answers where station_id = $1 and rumour_id = $2 and group_id = $3
     union all
     select null, asked_at from rumour_group_questions where station_id = $1 and rumour_id = $2 and group_id = $3
     order by at desc limit 1`,
    values,
  )
  const newest = rows[0]
  if (!newest) throw notFound()
  const { version } = newest as { version: number | null }
  // By its place in the order: a date here would lose the microseconds.
  const [table, at] =
    version === null ? ['rumour_group_questions', 'asked_at'] : ['rumour_group_answers', 'answered_at']
  await tx.client.query(
    `delete from ${table} where station_id = $1 and rumour_id = $2 and group_id = $3 and ${at} =
       (select max(${at}) from ${table} where station_id = $1 and rumour_id = $2 and group_id = $3)`,
    values,
  )
  await tx.client.query(
    `delete from rumour_groups g where g.station_id = $1 and g.rumour_id = $2 and g.group_id = $3
       and not exists (select from rumour_group_answers a where a.station_id = $1 and a.rumour_id = $2 and a.group_id = $3)
       and not exists (select from rumour_group_questions q where q.station_id = $1 and q.rumour_id = $2 and q.group_id = $3)`,
    values,
  )
  await writeEvents(tx, actor, [
    {
      name: 'rumour.group_taken_back',
      subject: { kind: 'rumour', id: rumourId },
      villageId,
      data: { group: groupId, version },
    },
  ])
  return { done: true }
}
