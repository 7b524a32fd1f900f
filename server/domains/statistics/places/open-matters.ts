import type { HouseholdMatters } from '../../../../contract/places.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { listVisibleAppointments } from '../../appointments/views.ts'
import { visibleCases } from '../../cases/visibility.ts'

type Conversations = HouseholdMatters['conversations']
type Cases = HouseholdMatters['cases']
type Appointments = HouseholdMatters['appointments']

/** Of whom: the contacts of a household's people, or a village. SQL for `c`, with what it asks as $4. */
export type Whose = { conversations: string; cases: string; value: unknown }

/** Open conversations, those that wait longest ahead, with how many there are; that they were shown is written down. */
export async function listOpenConversations(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  whose: Whose,
  limit: number,
): Promise<{ open: number; waiting: number; items: Conversations }> {
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.last_preview, c.waiting_since, c.last_message_at, coalesce(r.name, nullif(p.name, ''), '未留姓名') as person,
       count(*) over ()::int as open, count(c.waiting_since) over ()::int as waiting
     from conversations c join contacts p on p.station_id = $1 and p.id = c.contact_id
     left join residents r on r.station_id = $1 and r.id = p.resident_id
     where c.station_id = $1 and c.closed_at is null and c.merged_into is null and ${whose.conversations}
       and ($2::uuid[] is null or c.village_id is null or c.village_id = any($2::uuid[]) or c.assignee_id = $3::uuid)
     order by c.waiting_since nulls last, c.last_message_at desc, c.id limit ${limit}`,
    [...scopeOf(tx, session), whose.value],
  )
  await recordListed(
    tx,
    actor,
    'conversation.listed',
    rows.map(({ id }) => id),
  )
  return {
    open: rows[0]?.open ?? 0,
    waiting: rows[0]?.waiting ?? 0,
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      person: row.person,
      preview: row.last_preview ?? '',
      waitingSince: row.waiting_since?.toISOString() ?? null,
      lastMessageAt: row.last_message_at?.toISOString() ?? null,
    })),
  }
}

export async function listOpenCases(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  whose: Whose,
  limit: number,
): Promise<{ open: number; items: Cases }> {
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.title, c.status, c.opened_at, count(*) over ()::int as open from cases c
     where c.station_id = $1 and c.finished_at is null and c.merged_into is null and ${whose.cases} and ${visibleCases(2)}
     order by c.opened_at desc, c.id limit ${limit}`,
    [...scopeOf(tx, session), whose.value],
  )
  await recordListed(
    tx,
    actor,
    'case.listed',
    rows.map(({ id }) => id),
  )
  return {
    open: rows[0]?.open ?? 0,
    items: rows.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      status: row.status,
      openedAt: row.opened_at.toISOString(),
    })),
  }
}

/** Appointments from today on that still stand. */
export async function listNextAppointments(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  whose: { villageId?: string; contactIds?: string[] },
  span: { from: Date; until: Date | null },
): Promise<Appointments> {
  const rows = await listVisibleAppointments(tx, session, whose, span)
  await recordListed(
    tx,
    actor,
    'appointment.listed',
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }))
}

const scopeOf = (tx: Tx, session: OfficerSession) => [
  tx.stationId,
  session.scope === 'station' ? null : session.villageIds,
  session.officerId,
]
