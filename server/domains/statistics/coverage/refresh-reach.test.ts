import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { newId } from '../../../platform/id.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { addCounts, countCoverage, nobody } from './count-coverage.ts'
import { householdState } from './household-state.ts'
import { readTrend } from './read-trend.ts'
import { refreshReach } from './refresh-reach.ts'
import { registerFixture } from './register.fixture.ts'

const { context } = await startTestServer()
const homes = 5
const people = 6
let stations = 0

/** A small register full of what can meet: shared numbers, two accounts of a contact, a family that may be away. */
async function register() {
  const world = await createWorld(context.pool, `43018283${++stations}1`)
  const made = registerFixture(context.pool, world)
  const homeIds: string[] = []
  for (let i = 0; i < homes; i++) homeIds.push(await made.home({ group: `${i % 2}组` }))
  const personIds: string[] = []
  for (let i = 0; i < people; i++)
    personIds.push(await made.person({ home: homeIds[i % homes]!, phone: i % 2 ? `1300000000${i}` : '' }))
  const contactIds: string[] = []
  for (let i = 0; i < people; i++)
    contactIds.push(await made.contact({ phone: `1300000000${i}`, made: '2025-06-01' }))
  await made.run(
    `with accounts as (insert into work_accounts (station_id, user_id) values ($1, 'Li'), ($1, 'Wang'))
     insert into external_people (station_id, external_userid, contact_id) select $1, 'wm' || c, c from unnest($2::uuid[]) c`,
    [contactIds],
  )
  return { ...made, world, homeIds, personIds, contactIds }
}

type Made = Awaited<ReturnType<typeof register>>
type Pick = { home: number; person: number; day: string }
/** What other domains' deeds and WeCom do to the register; each with numbers that pick what it is done to. */
const deeds: Record<string, (m: Made, pick: Pick) => Promise<unknown>> = {
  match: (m, { person, home }) =>
    m.run('update contacts set resident_id = $2 where station_id = $1 and id = $3', [
      m.personIds[person],
      m.contactIds[home],
    ]),
  unmatch: (m, { person }) =>
    m.run('update contacts set resident_id = null where station_id = $1 and id = $2', [m.contactIds[person]]),
  optOut: (m, { person, day }) =>
    m.run('update contacts set opted_out_at = $2 where station_id = $1 and id = $3', [
      day,
      m.contactIds[person],
    ]),
  comeBack: (m, { person }) =>
    m.run('update contacts set opted_out_at = null where station_id = $1 and id = $2', [
      m.contactIds[person],
    ]),
  number: (m, { person, home }) =>
    m.run('update residents set phone = $2 where station_id = $1 and id = $3', [
      `1300000000${home}`,
      m.personIds[person],
    ]),
  furtherNumber: (m, { person, home }) =>
    m.run(
      `insert into resident_phones (station_id, id, resident_id, phone, whose) values ($1, $2, $3, $4, 'own')`,
      [newId(), m.personIds[person], `1300000000${home}`],
    ),
  move: async (m, { person, home, day }) => {
    const [id, to] = [m.personIds[person], m.homeIds[home]]
    await m.run(
      `update household_members set ended_on = greatest(began_on, $3::date), ended_how = 'moved_out'
       where station_id = $1 and resident_id = $2 and tie = 'lives' and ended_on is null`,
      [id, day],
    )
    await m.run('update residents set household_id = $2 where station_id = $1 and id = $3', [to, id])
    await m.run(
      `insert into household_members (station_id, id, household_id, resident_id, tie, began_on, began_how)
       values ($1, $2, $3, $4, 'lives', $5, 'moved_in')`,
      [newId(), to, id, day],
    )
  },
  away: (m, { person, day }) =>
    m.run(
      `insert into resident_absences (station_id, id, resident_id, reason, left_on) values ($1, $2, $3, 'work', $4) on conflict do nothing`,
      [newId(), m.personIds[person], day],
    ),
  back: (m, { person, day }) =>
    m.run(
      `update resident_absences set back_on = greatest(left_on, $3::date) where station_id = $1 and resident_id = $2 and back_on is null`,
      [m.personIds[person], day],
    ),
  moveOut: (m, { home, day }) =>
    m.run('update households set resident_until_on = $2 where station_id = $1 and id = $3', [
      day,
      m.homeIds[home],
    ]),
  follow: (m, { person, day }) =>
    m.run(
      `insert into work_contacts (station_id, user_id, external_userid, contact_id, followed_at)
       values ($1, 'Li', 'wm' || $2::uuid, $2::uuid, $3::timestamptz), ($1, 'Wang', 'wm' || $2::uuid, $2::uuid, $3::timestamptz + interval '40 days') on conflict do nothing`,
      [m.contactIds[person], day],
    ),
  remove: (m, { person, home, day }) =>
    m.run(
      `update work_contacts set left_at = greatest(followed_at, $3::timestamptz) where station_id = $1 and contact_id = $2 and user_id = $4`,
      [m.contactIds[person], day, home % 2 ? 'Li' : 'Wang'],
    ),
  write: (m, { person, day }) =>
    m.run(
      `with opened as (insert into conversations (station_id, id, number, contact_id, channel, scenario, opened_at, last_message_at)
         values ($1, $2::uuid, 'T-' || $2::uuid, $3::uuid, 'wechat', 'business', $4::timestamptz, $4::timestamptz))
       insert into messages (station_id, id, conversation_id, contact_id, direction, body, sent_at) values ($1, $5, $2::uuid, $3::uuid, 'inbound', '在', $4::timestamptz)`,
      [newId(), m.contactIds[person], day, newId()],
    ),
}

async function reachRows(tx: Tx) {
  await refreshReach(tx)
  const { rows } = await tx.client.query(
    `select household_id, village_group, since_on::text, until_on::text, reached::text, perhaps::text, away::text, has_phone, door_key, settles_as, moved_on::text
     from household_reach where station_id = $1 order by household_id`,
    [tx.stationId],
  )
  const counted = await tx.client.query(
    `select village_group, settles_as, households from household_reach_counts where station_id = $1 and households > 0 order by 1, 2`,
    [tx.stationId],
  )
  return { households: rows, counted: counted.rows }
}

/** The same day without what has been counted beforehand: each household looked at. */
async function countOneByOne(tx: Tx, day: string) {
  const { rows } = await tx.client.query(
    `select state, count(*)::int as n from (select ${householdState} as state from household_reach h where h.station_id = $1) h
     where state is not null group by state`,
    [tx.stationId, day],
  )
  const counts: Record<string, number> = Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  const resident = rows.reduce((sum, { state, n }) => (state === 'departed' ? sum : sum + n), 0)
  return { ...nobody, ...counts, resident }
}

test('whatever happens to the register, rows kept up are those made afresh, and each household counts once', {
  timeout: 300_000,
}, async () => {
  const deed = fc.record({
    name: fc.constantFrom(...Object.keys(deeds)),
    home: fc.nat(homes - 1),
    person: fc.nat(people - 1),
    day: fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2025, 5, 1 + days)).toISOString().slice(0, 10)),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(deed, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 }),
      async (rounds) => {
        const made = await register()
        for (const round of rounds) {
          for (const { name, ...pick } of round) await deeds[name]!(made, pick)
          const kept = await inStation(context.pool, made.world.stationId, reachRows)
          const afresh = await inStation(context.pool, made.world.stationId, async (tx) => {
            await tx.client.query('delete from coverage_reads where station_id = $1', [tx.stationId])
            return reachRows(tx)
          })
          assert.deepEqual(kept, afresh)
          for (const day of ['2025-06-01', '2025-12-01', '2026-07-01']) {
            const [counts, oneByOne, trend] = await inStation(
              context.pool,
              made.world.stationId,
              async (tx) => [
                addCounts(await countCoverage(tx, day, null)),
                await countOneByOne(tx, day),
                await readTrend(tx, undefined, day, new Date(`${day}T12:00:00+08:00`)),
              ],
            )
            assert.deepEqual(counts, oneByOne)
            const { day: _, ...week } = trend.weeks.at(-1)!
            assert.deepEqual(week, {
              resident: counts.resident,
              reached: counts.reached,
              perhaps: counts.perhaps,
            })
            const { resident, departed, reached, perhaps, away, phoneless, open } = counts
            assert.equal(resident + departed, homes)
            assert.equal(reached + perhaps + away + phoneless + open, resident)
          }
        }
      },
    ),
    { numRuns: 6, endOnFailure: true },
  )
})

test('what an import brought and took back again is counted no more', async () => {
  const made = await register()
  const read = () => inStation(context.pool, made.world.stationId, reachRows)
  const before = await read()
  const [home, old] = [await made.home({ group: '9组' }), made.personIds[0]]
  const lives = [['2026-01-01', null]] as [string, null][]
  const person = await made.person({ home, phone: '13000000001', lives })
  await deeds['away']!({ ...made, personIds: [person] }, { home: 0, person: 0, day: '2026-02-01' })
  await made.run(
    `insert into resident_phones (station_id, id, resident_id, phone, whose) values ($1, $2, $3, '13000000002', 'own')`,
    [newId(), old],
  )
  const brought = await read()
  assert.equal(brought.households.length, before.households.length + 1)
  assert.notDeepEqual(brought.households.slice(0, homes), before.households)
  for (const [table, key, id] of [
    ['resident_phones', 'resident_id', old],
    ['resident_absences', 'resident_id', person],
    ['household_members', 'resident_id', person],
    ['residents', 'id', person],
    ['households', 'id', home],
  ])
    await made.run(`delete from ${table} where station_id = $1 and ${key} = $2`, [id])
  assert.deepEqual(await read(), before)
})

test('two who count at once do not get in each other’s way; who writes while somebody counts does not wait', async () => {
  const made = await register()
  const { stationId } = made.world
  const count = () =>
    inStation(context.pool, stationId, async (tx) => addCounts(await countCoverage(tx, '2026-07-01', null)))
  await count()
  await made.run('update contacts set resident_id = $2 where station_id = $1 and id = $3', [
    made.personIds[1],
    made.contactIds[1],
  ])
  const all = await Promise.all(Array.from({ length: 5 }, count))
  assert.deepEqual(new Set(all.map(({ reached }) => reached)), new Set([1]))
  await inStation(context.pool, stationId, async (tx) => {
    await made.run('update contacts set resident_id = $2 where station_id = $1 and id = $3', [
      made.personIds[3],
      made.contactIds[3],
    ])
    await refreshReach(tx)
    await made.run(`update contacts set opted_out_at = '2026-01-01' where station_id = $1 and id = $2`, [
      made.contactIds[1],
    ])
  })
  assert.equal((await count()).reached, 1)
})
