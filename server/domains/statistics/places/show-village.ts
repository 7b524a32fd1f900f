import type { VillagePage } from '../../../../contract/places.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { addDays, endOfDay, startOfDay, stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { listAllVillages } from '../../officers/views.ts'
import { villageScope } from '../../residents/visibility.ts'
import { listVillageChanges } from './list-village-changes.ts'
import { listNextAppointments, listOpenCases, listOpenConversations } from './open-matters.ts'
import { reachedNow } from './reached.ts'

/** A village, where everything meets: its households by 组, what is open, who comes, the groups, and what has become of whom. */
export async function showVillage(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<VillagePage> {
  const village = (await listAllVillages(tx)).find((each) => each.id === id)
  const scope = villageScope(session)
  if (!village || (scope && !scope.includes(id))) throw notFound()
  const whose = { conversations: 'c.village_id = $4::uuid', cases: 'c.village_id = $4::uuid', value: id }
  const today = stationDay(now)
  const span = { from: startOfDay(today), until: endOfDay(addDays(today, 6)) }
  const appointments = await listNextAppointments(tx, actor, session, { villageId: id }, span)
  const groups = await countByGroup(tx, id)
  const sum = (field: 'households' | 'reached' | 'people' | 'away') =>
    groups.reduce((total, group) => total + group[field], 0)
  return {
    id,
    name: village.name,
    aliases: village.aliases,
    retired: village.retiredAt !== null,
    responsible: await listResponsible(tx, id),
    households: sum('households'),
    reached: sum('reached'),
    people: sum('people'),
    away: sum('away'),
    groups,
    conversations: await listOpenConversations(tx, actor, session, whose, 6),
    cases: await listOpenCases(tx, actor, session, whose, 6),
    appointments: {
      today: appointments.filter(({ startsAt }) => stationDay(new Date(startsAt)) === today).length,
      week: appointments.length,
      items: appointments.slice(0, 8),
    },
    chatGroups: await listChatGroups(tx, id),
    changes: await listVillageChanges(tx, actor, id),
  }
}

async function countByGroup(tx: Tx, id: string) {
  const { rows } = await tx.client.query({
    name: 'village-by-group',
    text: `with reached as (${reachedNow('rh.village_id = $2')}),
       lives as (
         select r.household_id, count(*)::int as people, count(a.id)::int as away from residents r
         join households h on h.station_id = $1 and h.id = r.household_id and h.village_id = $2
         left join resident_absences a on a.station_id = $1 and a.resident_id = r.id and a.back_on is null
         where r.station_id = $1 group by r.household_id)
       select h.village_group as name, count(*)::int as households, count(x.household_id)::int as reached,
         coalesce(sum(l.people), 0)::int as people, coalesce(sum(l.away), 0)::int as away
       from households h left join reached x on x.household_id = h.id left join lives l on l.household_id = h.id
       where h.station_id = $1 and h.village_id = $2 and h.resident_until_on is null
       group by h.village_group order by h.village_group = '', door_order(h.village_group)`,
    values: [tx.stationId, id],
  })
  return rows
}

async function listResponsible(tx: Tx, id: string): Promise<VillagePage['responsible']> {
  const { rows } = await tx.client.query({
    name: 'village-responsible',
    text: `select o.id, o.name, o.role from active_officers o
           where o.station_id = $1 and $2 = any (o.village_ids) and o.role = 'auxiliary' order by o.name`,
    values: [tx.stationId, id],
  })
  return rows
}

async function listChatGroups(tx: Tx, id: string): Promise<VillagePage['chatGroups']> {
  const { rows } = await tx.client.query({
    name: 'village-chat-groups',
    text: `select id, name, member_count as members, count(*) over ()::int as count, sum(member_count) over ()::int as total
           from chat_groups where station_id = $1 and village_id = $2 and dismissed_at is null
           order by door_order(name), id limit 30`,
    values: [tx.stationId, id],
  })
  return {
    count: rows[0]?.count ?? 0,
    members: rows[0]?.total ?? 0,
    items: rows.map(({ id: groupId, name, members }) => ({ id: groupId, name, members })),
  }
}
