import { firstIdAt } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { reachSql } from './reach-sql.ts'

/** With so many households touched, making all afresh is quicker than picking them out. */
const mostPicked = 20_000
const hour = 3_600_000

type Settled = { village_id: string; village_group: string; settles_as: string }

/** Brings household_reach up to what the register says now, before something is counted. Usually two short questions. */
export async function refreshReach(tx: Tx): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'coverage-reads',
    text: `select (select messages_until from coverage_reads where station_id = $1) as until,
      exists (select from coverage_marks where station_id = $1) as marked`,
    values: [tx.stationId],
  })
  const until: string | null = rows[0].until
  if (until === null) return makeAfresh(tx)
  const back = await cameBack(tx, until)
  if (!rows[0].marked && back.length === 0) return
  await takeTurn(tx)
  const ids = await takeMarked(tx, back)
  if (ids.length > mostPicked) return makeAfresh(tx)
  if (ids.length > 0) {
    const { rows: before } = await tx.client.query<Settled>(
      `delete from household_reach where station_id = $1 and household_id = any($2::uuid[])
       returning village_id, village_group, settles_as`,
      [tx.stationId, ids],
    )
    const { rows: after } = await tx.client.query<Settled>({
      name: 'coverage-reach-some',
      text: reachSql('some'),
      values: [tx.stationId, ids],
    })
    await keepCounts(tx, before, after)
  }
  // An hour is left standing for messages whose transaction is still open.
  const next = firstIdAt(new Date(Date.now() - hour))
  await tx.client.query(
    'update coverage_reads set messages_until = $2 where station_id = $1 and messages_until < $3',
    [tx.stationId, next, firstIdAt(new Date(Date.now() - 2 * hour))],
  )
}

/** One row less of each in `before`, one more of each in `after`. */
async function keepCounts(tx: Tx, before: Settled[], after: Settled[]): Promise<void> {
  const moves = new Map<string, Settled & { by: number }>()
  const note = (row: Settled, by: number) => {
    const key = JSON.stringify([row.village_id, row.village_group, row.settles_as])
    moves.set(key, { ...row, by: (moves.get(key)?.by ?? 0) + by })
  }
  for (const row of before) note(row, -1)
  for (const row of after) note(row, 1)
  const moved = [...moves.values()].filter(({ by }) => by !== 0)
  if (moved.length === 0) return
  await tx.client.query({
    name: 'coverage-keep-counts',
    text: `with moved as (select * from unnest($2::uuid[], $3::text[], $4::text[], $5::int[]) as m(village_id, village_group, settles_as, by)),
      known as (update household_reach_counts c set households = c.households + m.by from moved m
        where c.station_id = $1 and (c.village_id, c.village_group, c.settles_as) = (m.village_id, m.village_group, m.settles_as)
        returning c.village_id, c.village_group, c.settles_as)
      insert into household_reach_counts (station_id, village_id, village_group, settles_as, households)
      select $1, m.* from moved m where (m.village_id, m.village_group, m.settles_as) not in (select * from known)`,
    values: [
      tx.stationId,
      moved.map((row) => row.village_id),
      moved.map((row) => row.village_group),
      moved.map((row) => row.settles_as),
      moved.map((row) => row.by),
    ],
  })
}

/** One at a time in a station: two that count at once would write the same rows. */
async function takeTurn(tx: Tx): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtext('coverage'), hashtext($1::text))`, [
    tx.stationId,
  ])
}

async function makeAfresh(tx: Tx): Promise<void> {
  await takeTurn(tx)
  const values = [tx.stationId]
  await tx.client.query('delete from coverage_marks where station_id = $1', values)
  await tx.client.query('delete from household_reach where station_id = $1', values)
  await tx.client.query('delete from household_reach_counts where station_id = $1', values)
  await tx.client.query(
    `with made as (${reachSql('all')})
     insert into household_reach_counts (station_id, village_id, village_group, settles_as, households)
     select $1, village_id, village_group, settles_as, count(*) from made group by 2, 3, 4`,
    values,
  )
  await tx.client.query(
    `insert into coverage_reads (station_id, messages_until) values ($1, $2)
     on conflict (station_id) do update set messages_until = excluded.messages_until, made_at = clock_timestamp()`,
    [tx.stationId, firstIdAt(new Date(Date.now() - hour))],
  )
}

/** Contacts who had removed an account and have written since this message. */
async function cameBack(tx: Tx, until: string): Promise<string[]> {
  const { rows } = await tx.client.query({
    name: 'coverage-came-back',
    text: `select distinct m.contact_id as id from messages m
      where m.station_id = $1 and m.id > $2 and m.direction = 'inbound' and exists (select from work_contacts w
        where w.station_id = $1 and w.contact_id = m.contact_id and (w.left_at is not null or w.ended_at is not null))`,
    values: [tx.stationId, until],
  })
  return rows.map(({ id }) => id)
}

/** Takes the marks away and says which households they mean. */
async function takeMarked(tx: Tx, contactIds: string[]): Promise<string[]> {
  const { rows } = await tx.client.query({
    name: 'coverage-take-marks',
    text: `with marks as (
        delete from coverage_marks where station_id = $1 returning kind, key
      ), contacts_of as (
        select key::uuid as id from marks where kind = 'contact' union select unnest($2::uuid[])
      ), touched as (
        select c.resident_id, case when c.resident_id is null then c.phone end as phone
        from contacts c where c.station_id = $1 and c.id in (select id from contacts_of)
      ), numbers as (
        select key as phone from marks where kind = 'phone' union select phone from touched where phone <> ''
      ), people as (
        select key::uuid as id from marks where kind = 'resident'
        union select resident_id from touched where resident_id is not null
        union select r.id from residents r where r.station_id = $1 and r.phone <> '' and r.phone in (select phone from numbers)
        union select p.resident_id from resident_phones p where p.station_id = $1 and p.phone in (select phone from numbers)
      )
      select key::uuid as id from marks where kind = 'household'
      union select r.household_id from residents r where r.station_id = $1 and r.id in (select id from people) and r.household_id is not null
      union select m.household_id from household_members m where m.station_id = $1 and m.resident_id in (select id from people)`,
    values: [tx.stationId, contactIds],
  })
  return rows.map(({ id }) => id)
}
