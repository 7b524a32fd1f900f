import type { HouseholdQuery, HouseholdRows } from '../../../../contract/households.ts'
import type { HouseholdSort, HouseholdState } from '../../../../contract/vocabulary.ts'
import { recordListed, recordSearch } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { likeOperator, likePattern } from '../../../platform/search/grams.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { contactsOf } from '../../residents/list-residents.ts'
import { villageScope } from '../../residents/visibility.ts'
import { reachedNow } from './reached.ts'

const states: Record<HouseholdState, string> = {
  resident: 'h.resident_until_on is null',
  moved_out: `h.resident_until_on is not null and coalesce(h.ended_how, 'moved_out') = 'moved_out'`,
  merged: `h.ended_how = 'merged'`,
  died_out: `h.ended_how = 'died_out'`,
  // What was founded by mistake never was.
  all: `h.ended_how is distinct from 'corrected'`,
}
const orders: Record<HouseholdSort, string> = {
  door: 'v.position, v.id, h.door_key, h.id',
  newest: 'h.resident_since_on desc, h.id desc',
  people: 'people desc, v.position, h.door_key, h.id',
}

/**
 * The households an officer may see, in the order of their doors where nothing else is asked. That their people were
 * shown is written down; with words it is a search.
 */
export async function listHouseholds(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  query: HouseholdQuery,
): Promise<HouseholdRows> {
  const limit = query.limit ?? 50
  const offset = Number(query.after ?? 0) || 0
  const words = query.query?.normalize('NFKC').trim() ?? ''
  const values: unknown[] = [tx.stationId, villageScope(session), query.villageId ?? null]
  const where = [
    'h.station_id = $1 and ($2::uuid[] is null or h.village_id = any($2::uuid[]))',
    '($3::uuid is null or h.village_id = $3)',
    states[query.state ?? 'resident'],
  ]
  if (query.group !== undefined) where.push(`h.village_group = $${values.push(query.group)}`)
  if (query.reached) where.push(`x.household_id is ${query.reached === 'yes' ? 'not ' : ''}null`)
  if (words) {
    const like = `${likeOperator(words)} $${values.push(likePattern(words))}`
    where.push(`(h.address ${like} or h.id in (select n.household_id from residents n
      where n.station_id = $1 and n.household_id is not null and n.name ${like}))`)
  }
  // Asked of all of them only where it is sought; else of the page alone.
  const sought = query.reached
    ? `left join (${reachedNow('($3::uuid is null or rh.village_id = $3)')}) x on x.household_id = h.id`
    : ''
  const from = `from households h join villages v on v.station_id = $1 and v.id = h.village_id ${sought} where ${where.join(' and ')}`
  const people = '(select count(*)::int from residents p where p.station_id = $1 and p.household_id = h.id)'
  const order = orders[query.sort ?? 'door'].replace('people', people)
  const { rows } = await tx.client.query(
    `with page as (
       select h.id, h.village_id, v.name as village_name, h.address, h.village_group, h.resident_since_on, h.resident_until_on,
         h.ended_how, row_number() over (order by ${order}) as place
       ${from} order by place offset ${offset} limit ${limit + 1}
     )
     select page.*, l.names, l.ids, l.people, l.away from page left join lateral (
       select (array_agg(r.name order by m.head desc, r.born_on, r.created_at, r.id))[1:3] as names,
         (array_agg(r.id::text order by m.head desc, r.born_on, r.created_at, r.id))[1:3] as ids,
         count(*)::int as people, count(a.id)::int as away
       from household_members m join residents r on r.station_id = $1 and r.id = m.resident_id
       left join resident_absences a on a.station_id = $1 and a.resident_id = r.id and a.back_on is null
       where m.station_id = $1 and m.household_id = page.id and m.tie = 'lives' and m.ended_on is null) l on true
     order by place`,
    values,
  )
  const page = rows.slice(0, limit)
  const ids = page.flatMap((row) => (row.ids ?? []) as string[])
  if (words)
    await recordSearch(tx, actor, 'resident.searched', { ids, contactIds: await contactsOf(tx, ids) })
  else await recordListed(tx, actor, 'resident.listed', ids)
  const reached = await reachedOf(
    tx,
    page.map(({ id }) => id),
  )
  const first = offset === 0
  return {
    items: page.map((row) => ({
      id: row.id,
      villageId: row.village_id,
      villageName: row.village_name,
      address: row.address,
      villageGroup: row.village_group,
      residentSinceOn: row.resident_since_on,
      residentUntilOn: row.resident_until_on,
      endedHow: row.ended_how,
      names: row.names ?? [],
      people: row.people,
      away: row.away ?? 0,
      reached: reached.has(row.id),
    })),
    next: rows.length > limit ? String(offset + limit) : null,
    ...(first && { total: (await tx.client.query(`select count(*)::int as n ${from}`, values)).rows[0].n }),
    ...(first && query.villageId && { groups: await listGroups(tx, session, query.villageId) }),
  }
}

async function reachedOf(tx: Tx, ids: string[]): Promise<Set<string>> {
  const { rows } = await tx.client.query({
    name: 'reached-of-households',
    text: reachedNow('rh.id = any ($2::uuid[])'),
    values: [tx.stationId, ids],
  })
  return new Set(rows.map((row) => row.household_id))
}

async function listGroups(tx: Tx, session: OfficerSession, villageId: string): Promise<string[]> {
  const { rows } = await tx.client.query(
    `select village_group from households where station_id = $1 and village_id = $2 and village_group <> ''
       and ($3::uuid[] is null or village_id = any($3::uuid[]))
     group by village_group order by door_order(village_group)`,
    [tx.stationId, villageId, villageScope(session)],
  )
  return rows.map((row) => row.village_group)
}
