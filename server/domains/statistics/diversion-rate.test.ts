import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure, FigureKey, FigureRows, StatisticsPage } from '../../../contract/statistics.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { matterFixture } from './matters.fixture.ts'

const { as, context } = await startTestServer()
let stations = 0
const hours = (at: Date, count: number) => new Date(at.getTime() + count * 3_600_000)
const closed = new Date('2026-03-10T10:00:00+08:00')
const opened = hours(closed, -2)

/** A station of its own for each test, so that every one counts only its own matters. */
async function station() {
  const world = await createWorld(context.pool, `43018290${++stations}1`)
  const { run, ...fixture } = matterFixture(context.pool, world)
  const page = async (query = 'month=2026-03', who: 'chief' | 'eastAuxiliary' = 'chief') =>
    (await as(who, world)({ method: 'GET', url: `/api/statistics?${query}` })).json<StatisticsPage>()
  const figure = async (key: FigureKey, query?: string): Promise<Figure> =>
    (await page(query)).figures.find((each) => each.key === key)!
  const rows = async (key: FigureKey, query = 'month=2026-03', who: 'chief' | 'eastAuxiliary' = 'chief') =>
    (await as(who, world)({ method: 'GET', url: `/api/statistics/${key}/rows?${query}` })).json<FigureRows>()
  const diversion = async (query?: string) => {
    const { numerator, denominator, value } = await figure('diversion_rate', query)
    return [numerator, denominator, value]
  }
  return { world, ...fixture, run, page, figure, rows, diversion }
}

test('without matters there is no rate, not 0 % and not 100 %', async () => {
  const { figure } = await station()
  const rate = await figure('diversion_rate')
  assert.deepEqual([rate.value, rate.numerator, rate.denominator], [null, 0, 0])
  assert.match(rate.note!, /不算比率/)
})

test('online, counter and handed on are diverted; a dispatch is not; an emergency is not counted at all', async () => {
  const { conversation, diversion, figure } = await station()
  for (const settlement of ['online', 'counter', 'other_office', 'scene']) {
    await conversation({
      openedAt: opened,
      closures: [{ at: closed, settlement }],
      scenario:
        settlement === 'online'
          ? 'safety'
          : settlement === 'counter'
            ? 'business'
            : settlement === 'scene'
              ? 'mediation'
              : 'other_office',
    })
  }
  await conversation({
    openedAt: opened,
    closures: [{ at: closed, emergency: true }],
    scenario: 'anti_fraud',
  })
  assert.deepEqual(await diversion(), [3, 4, 0.75])
  assert.equal((await figure('counter_settled')).value, 1)
  const parts = (await figure('diversion_rate')).parts
  assert.deepEqual(
    parts.find((part) => part.key === 'scene'),
    { key: 'scene', name: '出警到现场', numerator: 0, denominator: 1, value: 0 },
  )
})

test('what an officer names as the same matter again came back, whoever came; a related one did not', async () => {
  const fixture = await station()
  const chief = as('chief', fixture.world)
  const first = await fixture.case({ openedAt: opened, finishedAt: closed })
  const again = await fixture.case({
    openedAt: hours(closed, 24),
    contactId: fixture.world.contacts.liu,
    scenario: 'safety',
  })
  const name = async (kind: string) => {
    const payload = { caseId: first, kind }
    const answer = await chief({ method: 'POST', url: `/api/cases/${again}/links`, payload })
    assert.ok(answer.statusCode < 300, answer.body)
  }
  assert.deepEqual(await fixture.diversion(), [1, 1, 1])
  await name('related')
  assert.deepEqual(await fixture.diversion(), [1, 1, 1])
  await chief({ method: 'DELETE', url: `/api/cases/${again}/links/${first}` })
  await name('repeat')
  assert.deepEqual(await fixture.diversion(), [0, 1, 0])
})

test('what a person once called an emergency stays one, whatever was read at closing', async () => {
  const { conversation, run, world, diversion } = await station()
  const id = await conversation({ openedAt: opened, closures: [{ at: closed }] })
  await run(
    `insert into triage_corrections (station_id, id, conversation_id, message_id, field, machine_value, person_value, officer_id)
     values ($1, $2, $3, $2, 'emergency', 'false', 'true', $4)`,
    [newId(), id, world.officers.officer],
  )
  assert.deepEqual(await diversion(), [0, 0, null])
})

test('coming back counts up to exactly 7 × 24 hours, on the same kind of matter', async () => {
  const table: [number, string, number][] = [
    [24, 'business', 0],
    [7 * 24, 'business', 0],
    [7 * 24 + 0.01, 'business', 1],
    [24, 'safety', 1],
  ]
  for (const [later, scenario, diverted] of table) {
    const { conversation, diversion } = await station()
    await conversation({ openedAt: opened, closures: [{ at: closed }] })
    await conversation({ openedAt: hours(closed, later), scenario })
    assert.deepEqual(await diversion(), [diverted, 1, diverted], `${later} h, ${scenario}`)
  }
})

test('somebody else of the same household comes back: that counts; a neighbour does not', async () => {
  const { conversation, run, world, diversion } = await station()
  const [household, chen, liu] = [newId(), newId(), newId()]
  await run(
    `insert into households (station_id, id, village_id, address, resident_since_on) values ($1, $2, $3, '1组1号', '2020-01-01')`,
    [household, world.villages.east],
  )
  await run(
    `insert into residents (station_id, id, household_id, name) select $1, unnest($2::uuid[]), null, '某人'`,
    [[chen, liu]],
  )
  await run('update contacts set resident_id = $2 where station_id = $1 and id = $3', [
    chen,
    world.contacts.chen,
  ])
  await run('update contacts set resident_id = $2 where station_id = $1 and id = $3', [
    liu,
    world.contacts.liu,
  ])
  await conversation({ openedAt: opened, closures: [{ at: closed }] })
  await conversation({ openedAt: hours(closed, 5), contactId: world.contacts.liu })
  assert.deepEqual(await diversion(), [1, 1, 1])
  await run('update residents set household_id = $2 where station_id = $1', [household])
  assert.deepEqual(await diversion(), [0, 1, 0])
})

test('reopened by the resident is a return and counts once, where it was first closed; a closing taken back does not count', async () => {
  const { conversation, diversion } = await station()
  const april = new Date('2026-04-03T10:00:00+08:00')
  await conversation({
    openedAt: opened,
    closures: [{ at: closed, reopened: { at: hours(closed, 30), by: 'resident' } }, { at: april }],
  })
  assert.deepEqual(await diversion(), [0, 1, 0])
  assert.deepEqual(await diversion('month=2026-04'), [0, 0, null])
  await conversation({
    openedAt: opened,
    scenario: 'safety',
    closures: [{ at: closed, reopened: { at: hours(closed, 1), by: 'officer' } }, { at: april }],
  })
  assert.deepEqual(await diversion(), [0, 1, 0])
  assert.deepEqual(await diversion('month=2026-04'), [1, 1, 1])
})

test('a conversation that became a case counts as the case, and merged cases once', async () => {
  const { conversation, case: openCase, figure, diversion } = await station()
  const conversationId = await conversation({ openedAt: opened, closures: [{ at: closed }] })
  const first = await openCase({ openedAt: opened, finishedAt: closed, conversationId })
  await openCase({ openedAt: opened, finishedAt: closed, mergedInto: first, contactId: null })
  assert.equal((await figure('matters_by_scenario')).value, 1)
  assert.deepEqual(await diversion(), [1, 1, 1])
})

test('while some of the seven days are not over the rate is provisional, with the range it will end in', async () => {
  const { conversation, figure, world } = await station()
  const today = new Date()
  const day = new Date(today.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  const from = new Date(Date.parse(day) - 20 * 86_400_000).toISOString().slice(0, 10)
  await conversation({ openedAt: hours(today, -400), closures: [{ at: hours(today, -300) }] })
  await conversation({ openedAt: hours(today, -3), closures: [{ at: hours(today, -1) }], scenario: 'safety' })
  await conversation({
    openedAt: hours(today, -3),
    closures: [{ at: hours(today, -1), settlement: 'scene' }],
    contactId: world.contacts.liu,
  })
  const rate = await figure('diversion_rate', `from=${from}&to=${day}`)
  assert.deepEqual([rate.numerator, rate.denominator], [2, 3])
  assert.deepEqual(rate.provisional, { open: 1, low: 1 / 3, high: 2 / 3 })
})

test('the rows are what the figure counts, page by page, and say why', async () => {
  const { conversation, rows, figure, world } = await station()
  for (let i = 0; i < 7; i++) {
    await conversation({
      openedAt: hours(opened, -i),
      villageId: i < 3 ? world.villages.west : i === 3 ? null : world.villages.east,
      contactId: i % 2 ? world.contacts.liu : world.contacts.chen,
      closures: [{ at: hours(closed, i * 200), settlement: i === 6 ? 'scene' : 'online' }],
    })
  }
  const rate = await figure('diversion_rate', 'from=2026-03-01&to=2026-05-31')
  assert.equal(
    (await rows('diversion_rate', 'from=2026-03-01&to=2026-05-31&counted=yes')).total,
    rate.numerator,
  )
  const seen: string[] = []
  let after = ''
  do {
    const page = await rows('diversion_rate', `from=2026-03-01&to=2026-05-31&limit=3${after}`)
    assert.equal(page.total, rate.denominator)
    seen.push(...page.items.map((row) => row.id))
    after = page.next ? `&after=${page.next}` : ''
  } while (after)
  assert.equal(new Set(seen).size, 7)
  const scene = await rows('diversion_rate', 'from=2026-03-01&to=2026-05-31&part=scene')
  assert.deepEqual(
    scene.items.map((row) => [row.counted, row.reason]),
    [[false, '出警到了现场']],
  )
  const hers = await rows('diversion_rate', 'from=2026-03-01&to=2026-05-31', 'eastAuxiliary')
  // Three of the east; the one without a village is in the east by the sender's door.
  assert.equal(hers.narrowed, true)
  assert.ok(hers.items.every((row) => row.villageId !== world.villages.west))
})

test('the unknown village is a row of its own, and a village filter counts only its own', async () => {
  const { conversation, figure, run, world } = await station()
  await run('update contacts set village_id = null where station_id = $1')
  await conversation({ openedAt: opened, villageId: null, closures: [{ at: closed }] })
  await conversation({ openedAt: opened, scenario: 'safety', closures: [{ at: closed }] })
  const parts = (await figure('matters_by_village')).parts.map((part) => [part.name, part.numerator])
  assert.deepEqual(parts, [
    ['东村', 1],
    ['西村', 0],
    ['未知', 1],
  ])
  assert.equal((await figure('matters_by_village', 'month=2026-03&village=unknown')).value, 1)
  assert.equal((await figure('matters_by_village', `month=2026-03&village=${world.villages.west}`)).value, 0)
  assert.equal((await figure('matters_by_village', 'month=2026-03&channel=phone')).value, 0)
})
