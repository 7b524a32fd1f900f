import { createHash, randomBytes } from 'node:crypto'
import ical from 'ical-generator'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { addDays, startOfDay, stationDay } from '../../platform/station-day.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { loadSession } from '../officers/load-session.ts'
import { type AppointmentRow, appointmentRows, scopeOf, visibleAppointments } from './appointment-rows.ts'
import { readStation } from './tell-agreement.ts'

const pastDays = 14
const comingDays = 60

/**
 * A new secret address for the officer's calendar app; the one before stops working. The address begins with the
 * station, because nothing of a station can be read without knowing which, and only its hash is kept.
 */
export async function issueCalendarFeed(tx: Tx, actor: Actor, officerId: string): Promise<{ path: string }> {
  const station = Buffer.from(tx.stationId.replaceAll('-', ''), 'hex')
  const secret = Buffer.concat([station, randomBytes(24)]).toString('base64url')
  await tx.db
    .updateTable('officers')
    .set({ calendarSecret: hashOf(secret) })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', officerId)
    .execute()
  await writeEvents(tx, actor, [
    { name: 'calendar_feed.issued', subject: { kind: 'officer', id: officerId } },
  ])
  return { path: `/api/calendar/${secret}.ics` }
}

/**
 * The appointments an officer may see, for her calendar app: what it is about and the first character of a name,
 * because such apps store copies elsewhere. Throws `not_found` for an unknown secret or a suspended officer.
 */
export async function readCalendarFeed(
  { pool }: Pick<Context, 'pool'>,
  secret: string,
  now = new Date(),
): Promise<string> {
  const stationId = stationOf(secret)
  if (!stationId) throw notFound()
  return inStation(pool, stationId, async (tx) => {
    const session = await findReader(tx, secret)
    const from = startOfDay(addDays(stationDay(now), -pastDays))
    const until = startOfDay(addDays(stationDay(now), comingDays + 1))
    const { rows } = await tx.client.query({
      name: 'read-calendar-feed',
      text: `${appointmentRows} where a.station_id = $1 and ${visibleAppointments(2)} and a.starts_at >= $4 and a.starts_at < $5
               and not a.walk_in and a.status in ('booked', 'arrived', 'served') order by a.starts_at, a.number`,
      values: [tx.stationId, ...scopeOf(session), from, until],
    })
    // A calendar app asks every few minutes for the same weeks: a day of it is one look.
    const actor: Actor = { kind: 'officer', id: session.officerId }
    const ids = rows.map((row) => row.id as string)
    await recordListed(tx, actor, 'appointment.listed', ids, { of: 'calendar', foldMs: 24 * 3_600_000 })
    return wordFeed(rows, await readStation(tx))
  })
}

async function findReader(tx: Tx, secret: string): Promise<OfficerSession> {
  const officer = await tx.db
    .selectFrom('officers')
    .select('id')
    .where('stationId', '=', tx.stationId)
    .where('calendarSecret', '=', hashOf(secret))
    .executeTakeFirst()
  const session = officer && (await loadSession(tx, officer.id, { sessionId: 'calendar', steppedUpAt: null }))
  if (!session?.permissions.has('appointments.read')) throw notFound()
  return session
}

function wordFeed(rows: AppointmentRow[], station: { name: string; address: string }): string {
  const calendar = ical({ name: `${station.name}预约`, prodId: '//lianxinqiao//appointments//ZH', ttl: 900 })
  for (const row of rows) {
    calendar.createEvent({
      id: row.id,
      start: row.startsAt,
      end: row.endsAt,
      stamp: row.bookedAt,
      summary: `${row.guideName}（${[...row.personName][0] ?? ''}）`,
      location: [station.name, row.counterName, station.address].filter(Boolean).join(' '),
      description: `预约编号 ${row.number}`,
    })
  }
  return calendar.toString()
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The station's id from the first 16 bytes of a secret; null when it can't be one. */
function stationOf(secret: string): string | null {
  const bytes = Buffer.from(secret, 'base64url')
  if (bytes.length !== 40) return null
  const hex = bytes.subarray(0, 16).toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
