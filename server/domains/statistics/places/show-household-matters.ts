import type { HouseholdMatters } from '../../../../contract/places.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { startOfDay, stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findHousehold } from '../../residents/households/find-household.ts'
import { listNextAppointments, listOpenCases, listOpenConversations } from './open-matters.ts'
import { reachedNow } from './reached.ts'

/** What is open of a household's people: matters, cases, appointments, and the groups they are in. */
export async function showHouseholdMatters(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<HouseholdMatters> {
  await findHousehold(tx, session, id)
  const { rows } = await tx.client.query(
    `select distinct t.id from household_members m
     join contacts t on t.station_id = $1 and t.resident_id = m.resident_id and t.removed_at is null
     where m.station_id = $1 and m.household_id = $2 and m.ended_on is null`,
    [tx.stationId, id],
  )
  const reached = await tx.client.query(reachedNow('rh.id = $2'), [tx.stationId, id])
  const contactIds: string[] = rows.map((row) => row.id)
  const whose = {
    conversations: 'c.contact_id = any ($4::uuid[])',
    cases: 'c.contact_id = any ($4::uuid[])',
    value: contactIds,
  }
  const groups = await tx.client.query(
    `select distinct g.id, g.name from external_people e
     join chat_group_members m on m.station_id = $1 and m.member_id = e.external_userid
     join chat_groups g on g.station_id = $1 and g.id = m.group_id and g.dismissed_at is null
     where e.station_id = $1 and e.contact_id = any ($2::uuid[]) order by g.name, g.id limit 20`,
    [tx.stationId, contactIds],
  )
  return {
    reached: reached.rowCount === 1,
    conversations: (await listOpenConversations(tx, actor, session, whose, 20)).items,
    cases: (await listOpenCases(tx, actor, session, whose, 20)).items,
    appointments: await listNextAppointments(
      ...([tx, actor, session, { contactIds }, { from: startOfDay(stationDay(now)), until: null }] as const),
    ),
    groups: groups.rows,
  }
}
