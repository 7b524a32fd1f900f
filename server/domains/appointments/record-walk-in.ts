import type { WalkIn } from '../../../contract/appointments.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { formatNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findGuide } from '../services/views.ts'
import { appointmentEvent, findAppointment } from './appointment-rows.ts'
import { findMatter } from './book-as-officer.ts'
import { checkName } from './check-name.ts'
import { carryAnswersOver, keepAnswers } from './keep-answers.ts'
import { findByClientKey, insertAppointment, listOpenCounters, recordChange } from './store.ts'

/**
 * Somebody came without an appointment: a place in today's queue, no slot. Returns the appointment's id. The queue
 * counts without gaps in the order of coming, so its counter is a row that the next one waits for.
 */
export async function recordWalkIn(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  visit: WalkIn,
  now = new Date(),
): Promise<string> {
  const guide = await findGuide(tx, { slug: visit.guideSlug })
  if (!guide) throw notFound()
  const matter = await findMatter(tx, session, visit)
  const [counter] = await listOpenCounters(tx)
  if (!counter) throw conflict('还没有设窗口，请先在设置里加一个窗口。')
  const count = await nextInQueue(tx, now)
  const earlier = await findByClientKey(tx, matter.contactId ?? session.officerId, visit.clientKey)
  if (earlier) {
    await giveBack(tx, now)
    return earlier
  }
  const id = newId()
  await insertAppointment(tx, {
    id,
    number: `W${formatNumber(stationDay(now), count)}`,
    counterId: counter.id,
    guideId: guide.id,
    ...matter,
    personName: checkName(visit.name),
    phone: visit.phone.trim(),
    slot: { startsAt: now, endsAt: new Date(now.getTime() + guide.minutes * 60_000) },
    status: 'arrived',
    walkIn: true,
    officerId: session.officerId,
    clientKey: visit.clientKey,
  })
  await recordChange(tx, {
    appointmentId: id,
    status: 'arrived',
    startsAt: now,
    officerId: session.officerId,
    byResident: false,
    note: '',
  })
  const row = await findAppointment(tx, id)
  await carryAnswersOver(tx, actor, row)
  if (visit.answered)
    await keepAnswers(tx, actor, row, visit.answered, { officerId: session.officerId, at: new Date() })
  await writeEvents(tx, actor, [
    appointmentEvent(row, 'appointment.arrived', { guideId: guide.id, walkIn: true, queue: count }),
  ])
  return id
}

async function nextInQueue(tx: Tx, now: Date): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'next-in-queue',
    text: `insert into number_blocks (station_id, series, day, taken) values ($1, 'walk_in', $2, 1)
           on conflict (station_id, series, day) do update set taken = number_blocks.taken + 1 returning taken`,
    values: [tx.stationId, stationDay(now)],
  })
  return rows[0].taken
}

async function giveBack(tx: Tx, now: Date): Promise<void> {
  await tx.client.query({
    name: 'give-queue-number-back',
    text: `update number_blocks set taken = taken - 1 where station_id = $1 and series = 'walk_in' and day = $2`,
    values: [tx.stationId, stationDay(now)],
  })
}
