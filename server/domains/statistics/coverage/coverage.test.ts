import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Coverage, CoverageGroups, CoverageRows, CoverageTrend } from '../../../../contract/coverage.ts'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { newId } from '../../../platform/id.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'
import { registerFixture } from './register.fixture.ts'

const { as, context } = await startTestServer()
let stations = 0
const today = stationDay(new Date())

async function station() {
  const world = await createWorld(context.pool, `43018281${++stations}1`)
  const ask = async <T>(path: string, who: Parameters<typeof as>[0] = 'chief') => {
    const answer = await as(who, world)({ method: 'GET', url: `/api/${path}` })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json<T>()
  }
  const whole = async (day = today) => (await ask<Coverage>(`coverage?day=${day}`)).whole
  return { world, ask, whole, ...registerFixture(context.pool, world) }
}

type Made = Awaited<ReturnType<typeof station>>

/** What stands in the register, and how its households are counted on a day: reached, perhaps, away, phoneless, open, departed. */
const table: [name: string, make: (s: Made) => Promise<void>, day: string, counts: number[]][] = [
  [
    'nobody is known there: no number',
    async ({ home }) => void (await home()),
    '2026-03-01',
    [0, 0, 0, 1, 0, 0],
  ],
  [
    'somebody with a number',
    async (s) => void (await s.person({ home: await s.home(), phone: '13000000001' })),
    '2026-03-01',
    [0, 0, 0, 0, 1, 0],
  ],
  [
    'two contacts in a household count once',
    async (s) => {
      const home = await s.home()
      for (const _ of [1, 2]) await s.contact({ person: await s.person({ home }) })
    },
    '2026-03-01',
    [1, 0, 0, 0, 0, 0],
  ],
  [
    'a contact made that day counts, the day before not yet',
    async (s) =>
      void (await s.contact({
        person: await s.person({ home: await s.home(), phone: '1' }),
        made: '2026-03-01T23:00+08:00',
      })),
    '2026-02-28',
    [0, 0, 0, 0, 1, 0],
  ],
  [
    'a day is one of the station: 23:00 there',
    async (s) =>
      void (await s.contact({
        person: await s.person({ home: await s.home(), phone: '1' }),
        made: '2026-03-01T23:00+08:00',
      })),
    '2026-03-01',
    [1, 0, 0, 0, 0, 0],
  ],
  [
    'deleted',
    async (s) =>
      void (await s.contact({
        person: await s.person({ home: await s.home(), phone: '1' }),
        removed: '2026-02-10',
      })),
    '2026-03-01',
    [0, 0, 0, 0, 1, 0],
  ],
  [
    'deleted later, looked at before',
    async (s) =>
      void (await s.contact({
        person: await s.person({ home: await s.home(), phone: '1' }),
        removed: '2026-04-10',
      })),
    '2026-03-01',
    [1, 0, 0, 0, 0, 0],
  ],
  [
    'opted out',
    async (s) =>
      void (await s.contact({
        person: await s.person({ home: await s.home(), phone: '1' }),
        out: '2026-02-10',
      })),
    '2026-03-01',
    [0, 0, 0, 0, 1, 0],
  ],
  [
    'a number that is one household’s',
    async (s) => {
      await s.person({ home: await s.home(), phone: '13000000002' })
      await s.contact({ phone: '13000000002' })
    },
    '2026-03-01',
    [0, 1, 0, 0, 0, 0],
  ],
  [
    'a number of two households says nothing',
    async (s) => {
      for (const _ of [1, 2]) await s.person({ home: await s.home(), phone: '13000000003' })
      await s.contact({ phone: '13000000003' })
    },
    '2026-03-01',
    [0, 0, 0, 0, 2, 0],
  ],
  [
    'a further number of the family points there too',
    async (s) => {
      const person = await s.person({ home: await s.home() })
      await s.run(
        `insert into resident_phones (station_id, id, resident_id, phone, whose) values ($1, $2, $3, '13000000004', 'family')`,
        [newId(), person],
      )
      await s.contact({ phone: '13000000004' })
    },
    '2026-03-01',
    [0, 1, 0, 0, 0, 0],
  ],
  [
    'in two households: counts where she lived that day',
    async (s) => {
      const [before, after] = [await s.home(), await s.home()]
      const person = await s.person({ home: before, lives: [['2025-01-01', '2026-02-15']], phone: '1' })
      await s.run(
        `insert into household_members (station_id, id, household_id, resident_id, tie, began_on, began_how)
      values ($1, $2, $3, $4, 'lives', '2026-02-15', 'moved_in'), ($1, $5, $6, $4, 'registered', '2020-01-01', 'recorded')`,
        [newId(), after, person, newId(), before],
      )
      await s.run('update residents set household_id = $2 where station_id = $1 and id = $3', [after, person])
      await s.contact({ person })
    },
    '2026-02-10',
    [1, 0, 0, 0, 1, 0],
  ],
  [
    'a membership that was an error never was',
    async (s) =>
      void (await s.contact({
        person: await s.person({ home: await s.home(), lives: [['2025-01-01', '2026-12-01', 'corrected']] }),
      })),
    '2026-03-01',
    [0, 0, 0, 1, 0, 0],
  ],
  [
    'moved out on that day',
    async (s) =>
      void (await s.contact({ person: await s.person({ home: await s.home({ until: '2026-03-01' }) }) })),
    '2026-03-01',
    [0, 0, 0, 0, 0, 1],
  ],
  [
    'moves out the day after',
    async (s) =>
      void (await s.contact({ person: await s.person({ home: await s.home({ until: '2026-03-02' }) }) })),
    '2026-03-01',
    [1, 0, 0, 0, 0, 0],
  ],
  [
    'not there yet',
    async (s) => void (await s.home({ since: '2026-03-02' })),
    '2026-03-01',
    [0, 0, 0, 0, 0, 0],
  ],
  [
    'an entry that was an error',
    async (s) => void (await s.home({ until: '2026-04-01', how: 'corrected' })),
    '2026-03-01',
    [0, 0, 0, 0, 0, 0],
  ],
  [
    'all away',
    async (s) => {
      const home = await s.home()
      for (const _ of [1, 2]) {
        const person = await s.person({ home, phone: '1' })
        await s.run(
          `insert into resident_absences (station_id, id, resident_id, reason, left_on) values ($1, $2, $3, 'work', '2026-02-01')`,
          [newId(), person],
        )
      }
    },
    '2026-03-01',
    [0, 0, 1, 0, 0, 0],
  ],
  [
    'one of two away',
    async (s) => {
      const home = await s.home()
      const [one] = [await s.person({ home, phone: '1' }), await s.person({ home })]
      await s.run(
        `insert into resident_absences (station_id, id, resident_id, reason, left_on) values ($1, $2, $3, 'work', '2026-02-01')`,
        [newId(), one],
      )
    },
    '2026-03-01',
    [0, 0, 0, 0, 1, 0],
  ],
]

for (const [name, make, day, [reached, perhaps, away, phoneless, open, departed]] of table) {
  test(`counted on a day: ${name}`, async () => {
    const made = await station()
    await made.run('update contacts set removed_at = created_at where station_id = $1')
    await make(made)
    const resident = reached! + perhaps! + away! + phoneless! + open!
    assert.deepEqual(await made.whole(day), { resident, reached, perhaps, away, phoneless, open, departed })
  })
}

test('villages, groups and the households behind them are the same numbers; small groups are not drawn', async () => {
  const { world, ask, home, person, contact } = await station()
  for (let i = 0; i < 5; i++)
    await contact({ person: await person({ home: await home({ group: '10组', door: `10组${i}号` }) }) })
  await home({ group: '2组' })
  await home({ group: '' })
  await home({ village: world.villages.west })
  const coverage = await ask<Coverage>('coverage')
  assert.equal(coverage.day, today)
  const east = coverage.villages.find(({ villageId }) => villageId === world.villages.east)!
  assert.deepEqual(
    [east.resident, east.reached, east.groups, east.drawn],
    [7, 5, 3, { reached: 5, others: 0 }],
  )
  assert.equal(coverage.whole.resident, 8)
  const { items } = await ask<CoverageGroups>(`coverage/groups?villageId=${world.villages.east}`)
  assert.deepEqual(
    items.map(({ group, resident }) => [group, resident]),
    [
      ['2组', 1],
      ['10组', 5],
      ['', 1],
    ],
  )
  const reached = await ask<CoverageRows>(
    `coverage/households?villageId=${world.villages.east}&reach=reached&limit=3`,
  )
  assert.deepEqual([reached.total, reached.items.length, reached.next, reached.narrowed], [5, 3, '3', false])
  const nameless = await ask<CoverageRows>(`coverage/households?villageId=${world.villages.east}&group=none`)
  assert.equal(nameless.total, 1)
  // An auxiliary reads the station's numbers and opens her own village's rows.
  assert.equal((await ask<Coverage>('coverage', 'westAuxiliary')).whole.resident, 8)
  const hers = await ask<CoverageRows>('coverage/households', 'westAuxiliary')
  assert.deepEqual([hers.total, hers.narrowed], [1, true])
  const figure = await ask<{ figures: { key: string; numerator: number; denominator: number }[] }>(
    'statistics?from=2026-01-01&to=2028-01-01',
  )
  const { numerator, denominator } = figure.figures.find(({ key }) => key === 'household_coverage')!
  assert.deepEqual([numerator, denominator], [5, 8])
})

test('the weeks of a year: each is what the day itself shows, and what is recorded late mends them', async () => {
  const { ask, whole, home, person, contact, run } = await station()
  const day = (count: number) => addDays(today, count)
  const one = await person({ home: await home({ since: day(-400) }) })
  await contact({ person: one, made: day(-100), removed: day(-30) })
  await person({ home: await home({ since: day(-200), until: day(-50) }), phone: '13000000005' })
  await contact({ phone: '13000000005', made: day(-120) })
  await contact({ person: await person({ home: await home({ since: day(-10) }) }), made: day(-500) })
  const read = async () => (await ask<CoverageTrend>('coverage/trend')).weeks
  const compare = async () => {
    const weeks = await read()
    assert.equal(weeks.length, 53)
    assert.equal(weeks.at(-1)!.day, today)
    for (const week of [0, 20, 37, 44, 48, 51, 52].map((index) => weeks[index]!)) {
      const { resident, reached, perhaps } = await whole(week.day)
      assert.deepEqual(week, { day: week.day, resident, reached, perhaps })
    }
    return weeks
  }
  assert.equal((await compare()).at(-1)!.reached, 1)
  await run('update contacts set removed_at = null where station_id = $1 and resident_id = $2', [one])
  assert.equal((await compare()).at(-1)!.reached, 2)
})

test('a day to come, long ago or of another station’s village is refused', async () => {
  const { world } = await station()
  const { world: other } = await station()
  const status = async (path: string) =>
    (await as('chief', world)({ method: 'GET', url: `/api/${path}` })).statusCode
  assert.equal(await status(`coverage?day=${addDays(today, 1)}`), 400)
  assert.equal(await status(`coverage?day=${addDays(today, -801)}`), 400)
  assert.equal(await status(`coverage/groups?villageId=${other.villages.east}`), 404)
  assert.equal(await status('coverage/households?after=x'), 400)
})

test('the table goes out as a file with who made it; counts and no names', async () => {
  const { world, home } = await station()
  await home()
  const answer = await as(
    'chief',
    world,
  )({
    method: 'POST',
    url: '/api/coverage-exports',
    headers: { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped` },
    payload: { form: 'csv' },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.match(answer.body, /周所长 于 .*"东村","1组",1,0,"0\.0%"/s)
  const sheet = await as(
    'chief',
    world,
  )({
    method: 'POST',
    url: '/api/coverage-exports',
    headers: { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped` },
    payload: { form: 'xlsx' },
  })
  assert.equal(sheet.rawPayload.subarray(0, 2).toString(), 'PK')
})
