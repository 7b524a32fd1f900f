import type { HouseholdChangeKind } from '../../../../contract/vocabulary.ts'
import { conflict } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Trail } from './trail.ts'

const words: Record<HouseholdChangeKind, string> = {
  founded: '立户',
  split_off: '分户',
  split_from: '分户',
  merged_in: '并户',
  merged_into: '并户',
  moved_out: '全家搬走',
  died_out: '户内已无人',
  door: '改门牌',
  corrected: '更正',
  head: '换户主',
  born: '出生',
  moved_in: '迁入',
  married_in: '嫁入、入赘',
  registered: '户口落户',
  left: '迁出',
  married_out: '嫁出',
  unregistered: '户口迁出',
  died: '去世',
  away: '外出',
  back: '回来',
}

const changed = (what: string) =>
  conflict(`之后又有变动（${what}），不能直接撤销这一步。请先撤销后来的变动，或另外登记。`)

/** Throws, saying why, when anything that a change has touched is no longer as that change left it. */
export async function checkUntouched(
  tx: Tx,
  trail: Trail,
  { id, other_household_id }: { id: string; other_household_id: string | null },
): Promise<void> {
  const { stationId, client } = tx
  const people = trail.people.map((each) => each.id)
  // Everybody it moved, in one order: nobody may move her until this is done.
  await client.query(
    'select id from residents where station_id = $1 and id = any ($2::uuid[]) order by id for update',
    [stationId, people],
  )
  const ended = trail.households.flatMap((each) => (each.after.residentUntilOn ? [each.id] : []))
  const later = await client.query(
    `select kind, count(*) over () as n from household_changes where station_id = $1 and id > $2 and undone_at is null
       and before ->> 'twinOf' is distinct from $2::text and before ->> 'changeId' is distinct from $2::text
       and (household_id = any ($3::uuid[]) or resident_id = any ($4::uuid[])) order by id desc limit 1`,
    [
      stationId,
      id,
      [...trail.founded, ...ended, ...(other_household_id ? [other_household_id] : [])],
      people,
    ],
  )
  if (later.rows[0]) throw changed(words[later.rows[0].kind as HouseholdChangeKind])
  const { rows } = await client.query(
    `select
       (select count(*)::int from household_members where station_id = $1 and id = any ($2::uuid[]) and ended_on is null) as opened,
       (select count(*)::int from household_members where station_id = $1 and id = any ($3::uuid[]) and ended_change_id = $4) as closed,
       (select count(*)::int from household_members m where m.station_id = $1 and m.household_id = any ($5::uuid[])
          and m.ended_on is null and m.id <> all ($2::uuid[])) as strangers,
       (select count(*)::int from resident_absences where station_id = $1 and id = any ($6::uuid[]) and back_on is null) as away,
       (select count(*)::int from resident_absences where station_id = $1 and id = any ($7::uuid[]) and ended_change_id = $4) as back,
       (select count(*)::int from resident_absences a join resident_absences b on b.station_id = $1
          and b.resident_id = a.resident_id and b.back_on is null where a.station_id = $1 and a.id = any ($7::uuid[])) as away_again`,
    [
      stationId,
      trail.opened,
      trail.closed,
      id,
      [...trail.founded, ...ended],
      trail.absencesOpened,
      trail.absencesClosed,
    ],
  )
  const [now] = rows
  if (now.opened < trail.opened.length || now.closed < trail.closed.length) throw changed('有人又搬动过')
  if (now.strangers > 0) throw changed('又住进了人')
  if (now.away < trail.absencesOpened.length || now.back < trail.absencesClosed.length || now.away_again > 0)
    throw changed('外出的登记又改过')
  await checkPeople(tx, trail)
  await checkHouseholds(tx, trail)
  await checkHeads(tx, trail)
}

async function checkPeople(tx: Tx, trail: Trail): Promise<void> {
  const { rows } = await tx.client.query(
    'select id, household_id, died_on from residents where station_id = $1 and id = any ($2::uuid[])',
    [tx.stationId, trail.people.map(({ id }) => id)],
  )
  for (const { id, after } of trail.people) {
    const row = rows.find((each) => each.id === id)
    if (row?.household_id !== after.householdId || row.died_on !== after.diedOn) throw changed('有人又搬动过')
  }
}

async function checkHouseholds(tx: Tx, trail: Trail): Promise<void> {
  for (const { id, after } of trail.households) {
    const { rows } = await tx.client.query(
      `select address, village_group as "villageGroup", resident_until_on as "residentUntilOn", ended_how as "endedHow",
         merged_into_id as "mergedIntoId" from households where station_id = $1 and id = $2`,
      [tx.stationId, id],
    )
    const same = Object.entries(after).every(([field, value]) => rows[0]?.[field] === value)
    if (!same) throw changed('门牌或户的状态又改过')
  }
  // Where she goes back to must still be there.
  const { rows } = await tx.client.query(
    `select 1 from households h join household_members m on m.station_id = h.station_id and m.household_id = h.id
     where h.station_id = $1 and m.id = any ($2::uuid[]) and h.resident_until_on is not null
       and h.id <> all ($3::uuid[]) limit 1`,
    [tx.stationId, trail.closed, trail.households.map(({ id }) => id)],
  )
  if (rows[0]) throw changed('原来的户已经不在了')
}

/** A household has one head: whoever became it since stands in the way of whoever was it. */
async function checkHeads(tx: Tx, trail: Trail): Promise<void> {
  const touched = trail.heads.map(({ memberId }) => memberId)
  const { rows } = await tx.client.query(
    `select
       exists (select from household_members w join household_members h on h.station_id = $1 and h.household_id = w.household_id
         and h.head and h.tie = 'lives' and h.ended_on is null and h.id <> all ($2::uuid[]) and h.id <> all ($3::uuid[])
         where w.station_id = $1 and ((w.id = any ($4::uuid[]) and w.head and w.tie = 'lives') or w.id = any ($5::uuid[]))
           and h.id <> w.id) as taken,
       exists (select from unnest($3::uuid[], $6::boolean[]) as t(id, was)
         join household_members m on m.station_id = $1 and m.id = t.id where m.head = t.was or m.ended_on is not null) as moved`,
    [
      tx.stationId,
      trail.opened,
      touched,
      trail.closed,
      trail.heads.filter(({ head }) => head).map(({ memberId }) => memberId),
      trail.heads.map(({ head }) => head),
    ],
  )
  if (rows[0].taken || rows[0].moved) throw changed(words.head)
}
