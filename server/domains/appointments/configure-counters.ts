import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Another counter, filled after those that exist. */
export async function openCounter(tx: Tx, actor: Actor, name: string): Promise<{ id: string }> {
  const id = newId()
  await tx.client.query(
    `insert into counters (station_id, id, name, position)
     select $1, $2, $3, coalesce(max(position), 0) + 1 from counters where station_id = $1`,
    [tx.stationId, id, name.trim()],
  )
  await writeEvents(tx, actor, [
    { name: 'calendar.changed', subject: { kind: 'counter', id }, data: { counter: 'opened' } },
  ])
  return { id }
}

/** Takes a counter out of use for new times. Throws `conflict` while somebody is booked on it. */
export async function closeCounter(tx: Tx, actor: Actor, id: string, now = new Date()): Promise<void> {
  const counter = await tx.db
    .selectFrom('counters')
    .select('closedAt')
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!counter) throw notFound()
  if (counter.closedAt) throw conflict('这个窗口已经停用。')
  const booked = await tx.db
    .selectFrom('appointments')
    .select('id')
    .where('stationId', '=', tx.stationId)
    .where('counterId', '=', id)
    .where('status', '=', 'booked')
    .where('startsAt', '>', now)
    .limit(1)
    .executeTakeFirst()
  if (booked) throw conflict('这个窗口还有没办的预约，请先改到别的时间再停用。')
  await tx.db
    .updateTable('counters')
    .set({ closedAt: now })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  await writeEvents(tx, actor, [
    { name: 'calendar.changed', subject: { kind: 'counter', id }, data: { counter: 'closed' } },
  ])
}
