import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure, FigureKey, StatisticsPage } from '../../../contract/statistics.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { matterFixture } from './matters.fixture.ts'

const { as, context } = await startTestServer()
let stations = 0
const at = (text: string) => new Date(`2026-03-${text}+08:00`)

async function station() {
  const world = await createWorld(context.pool, `43018280${++stations}1`)
  const fixture = matterFixture(context.pool, world)
  const figure = async (key: FigureKey, query = 'month=2026-03'): Promise<Figure> => {
    const answer = await as('chief', world)({ method: 'GET', url: `/api/statistics?${query}` })
    return answer.json<StatisticsPage>().figures.find((each) => each.key === key)!
  }
  const measure = async (key: FigureKey, name: string) =>
    (await figure(key)).measures.find((each) => each.key === name)!.value
  return { world, ...fixture, figure, measure }
}

test('every figure has its words, a version and a place in the page', async () => {
  const { world } = await station()
  const answer = await as('chief', world)({ method: 'GET', url: '/api/statistics?month=2026-03' })
  const { figures } = answer.json<StatisticsPage>()
  assert.equal(figures.length, 15)
  for (const figure of figures)
    assert.ok(figure.version >= 1 && figure.definition.endsWith('。') && figure.name)
})

test('first human answer: all hours and staffed hours, the unanswered counted, captured ones left out', async () => {
  const { world, conversation, run, figure, measure } = await station()
  await run(
    `insert into duty_shifts (station_id, id, officer_id, kind, starts_at, ends_at) values ($1, $2, $3, 'desk', $4, $5)`,
    [newId(), world.officers.eastAuxiliary, at('10T08:00'), at('10T20:00')],
  )
  await conversation({ openedAt: at('10T10:00'), firstAnswerAt: at('10T10:10') })
  await conversation({ openedAt: at('10T07:00'), firstAnswerAt: at('10T08:30'), channel: 'wechat' })
  await conversation({ openedAt: at('10T19:30'), firstAnswerAt: at('10T21:00') })
  await conversation({ openedAt: at('10T12:00') })
  await conversation({ openedAt: at('10T12:00'), channel: 'phone' })
  const answer = await figure('first_human_answer')
  assert.deepEqual([answer.numerator, answer.denominator], [3, 4])
  assert.equal(await measure('first_human_answer', 'median_all'), 90)
  assert.equal(await measure('first_human_answer', 'p90_all'), null)
  // In staffed time they waited 10, 30, 30 minutes, and one since noon.
  assert.equal(await measure('first_human_answer', 'median_staffed'), 30)
  assert.equal(await measure('first_human_answer', 'unanswered'), 1)
})

test('told the outcome: closed without telling counts against it, and so does having no door', async () => {
  const { conversation, case: openCase, figure } = await station()
  await conversation({ openedAt: at('10T10:00'), closures: [{ at: at('10T12:00'), told: true }] })
  await conversation({ openedAt: at('11T10:00'), closures: [{ at: at('11T12:00') }] })
  await openCase({ openedAt: at('12T10:00'), finishedAt: at('12T11:00'), told: true, contactId: null })
  const told = await figure('outcome_told')
  assert.deepEqual([told.numerator, told.denominator], [1, 3])
})

test('same-day completion goes by the calendar day of the station; what was taken back was never finished', async () => {
  const { case: openCase, figure } = await station()
  await openCase({ openedAt: at('10T23:30'), finishedAt: at('10T23:59') })
  await openCase({ openedAt: at('10T23:30'), finishedAt: at('11T00:01') })
  await openCase({ openedAt: at('10T07:00'), finishedAt: at('10T09:00'), settlement: 'withdrawn' })
  await openCase({ openedAt: at('10T07:00'), finishedAt: at('10T09:00'), kind: 'dispute' })
  const share = await figure('same_day_completion')
  assert.deepEqual([share.numerator, share.denominator], [1, 2])
})

test('coverage: a household once however many contacts; deleted, opted out and moved away do not count', async () => {
  const { world, run, figure } = await station()
  const homes = Array.from({ length: 6 }, newId)
  const people = Array.from({ length: 7 }, newId)
  await run(
    `insert into households (station_id, id, village_id, address, resident_since_on, resident_until_on)
     select $1, h.id, $2, '1号', '2020-01-01', case when h.n = 6 then date '2026-03-31' end
     from unnest($3::uuid[]) with ordinality as h(id, n)`,
    [world.villages.east, homes],
  )
  await run(
    `insert into residents (station_id, id, household_id, name, phone)
     select $1, p.id, p.home, '某', '1300000000' || p.n
     from unnest($2::uuid[], $3::uuid[]) with ordinality as p(id, home, n)`,
    [people, [homes[0], homes[0], homes[1], homes[2], homes[3], homes[4], homes[5]]],
  )
  await run(`update contacts set removed_at = '2026-01-01' where station_id = $1`)
  await run(
    `insert into contacts (station_id, id, channel, resident_id, phone, created_at, removed_at, opted_out_at)
     select $1, gen_random_uuid(), 'wechat', c.resident, c.phone, c.made, c.removed, c.out
     from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[]) as c(resident, phone, made, removed, out)`,
    [
      [people[0], people[1], people[2], people[3], null, people[5], people[6]],
      ['', '', '', '', '13000000005', '', ''],
      ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', '2026-04-02', '2026-01-01'],
      [null, null, '2026-03-05', null, null, null, null],
      [null, null, null, '2026-03-06', null, null, null],
    ],
  )
  // Home 1 by two contacts; 2 deleted, 3 opted out, 4 by telephone number only, 5 joined in April, 6 moved out that day.
  const coverage = await figure('household_coverage')
  assert.deepEqual([coverage.numerator, coverage.denominator], [1, 5])
  assert.deepEqual(coverage.band, { kind: 'match', low: 0.2, high: 0.4 })
  const april = await figure('household_coverage', 'month=2026-04')
  assert.deepEqual([april.numerator, april.denominator], [2, 5])
  assert.equal((await figure('resident_contacts')).value, 4)
})

test('who removed every work account is no contact any more, unless she wrote since; a dissolved group is none', async () => {
  const { world, run, figure } = await station()
  const value = async (key: FigureKey, month: string) => (await figure(key, `month=2026-${month}`)).value
  await run(`update contacts set removed_at = '2026-01-01' where station_id = $1`)
  const [kept, halfKept, gone, back] = Array.from({ length: 4 }, newId)
  const people = [kept, halfKept, gone, back]
  await run(
    `insert into contacts (station_id, id, channel, created_at) select $1, c.id, 'wechat', '2026-01-01' from unnest($2::uuid[]) as c(id)`,
    [people],
  )
  await run(
    `with accounts as (insert into work_accounts (station_id, user_id) values ($1, 'Li'), ($1, 'Wang'))
     insert into external_people (station_id, external_userid, contact_id) select $1, 'wm' || c.n, c.id
     from unnest($2::uuid[]) with ordinality as c(id, n)`,
    [people],
  )
  await run(
    `insert into work_contacts (station_id, user_id, external_userid, contact_id, followed_at, left_at, ended_at)
     select $1, w.account, w.contact::text, w.contact, '2026-02-01', w.left_at, w.ended_at
     from unnest($2::text[], $3::uuid[], $4::timestamptz[], $5::timestamptz[]) as w(account, contact, left_at, ended_at)`,
    [
      ['Li', 'Li', 'Wang', 'Li', 'Wang', 'Li'],
      [kept, halfKept, halfKept, gone, gone, back],
      [null, '2026-03-10', null, '2026-03-10', null, '2026-03-10'],
      [null, null, null, null, '2026-03-12', null],
    ],
  )
  // In February all four; in March one had removed both accounts, and one her only one.
  assert.deepEqual([await value('resident_contacts', '02'), await value('resident_contacts', '03')], [4, 2])
  const conversationId = newId()
  await run(
    `with opened as (insert into conversations (station_id, id, number, contact_id, channel, scenario, opened_at, last_message_at)
       values ($1, $2, 'T-parted', $3, 'wechat', 'business', '2026-04-02', '2026-04-02'))
     insert into messages (station_id, id, conversation_id, contact_id, direction, body, sent_at)
     values ($1, $4, $2, $3, 'inbound', '我又来了', '2026-04-02')`,
    [conversationId, back, newId()],
  )
  assert.equal(await value('resident_contacts', '04'), 3)
  await run(
    `insert into chat_groups (station_id, id, name, village_id, owner_officer_id, created_at, dismissed_at)
     select $1, g.id, '群', $2, $3, '2026-02-01', g.dismissed from unnest($4::uuid[], $5::timestamptz[]) as g(id, dismissed)`,
    [world.villages.east, world.officers.officer, [newId(), newId()], [null, '2026-03-20']],
  )
  assert.deepEqual([await value('groups_joined', '02'), await value('groups_joined', '03')], [2, 1])
})

test('satisfaction: Wilson interval, how many answered and how many were asked', async () => {
  const { conversation, run, figure, measure } = await station()
  for (let i = 0; i < 4; i++) {
    const id = await conversation({
      openedAt: at(`1${i}T10:00`),
      closures: [{ at: at(`1${i}T12:00`), told: true }],
    })
    if (i < 3)
      await run(
        `insert into ratings (station_id, id, conversation_id, closure_id, verdict)
         select $1, $2, $3, id, $4 from closures where station_id = $1 and conversation_id = $3`,
        [newId(), id, i === 0 ? 'not_helped' : 'helped'],
      )
  }
  const share = await figure('satisfaction')
  assert.deepEqual([share.numerator, share.denominator, share.smallNumbers], [2, 3, true])
  assert.equal(share.band?.kind, 'wilson')
  assert.equal(await measure('satisfaction', 'asked'), 4)
  assert.equal(await measure('satisfaction', 'response_rate'), 0.75)
})

test('from the first message to the outcome, and a request without an outcome counts for as long as it waits', async () => {
  const { conversation, case: openCase, figure, measure } = await station()
  const conversationId = await conversation({ openedAt: at('10T15:00') })
  await openCase({ kind: 'help', openedAt: at('10T15:10'), finishedAt: at('10T15:47'), conversationId })
  await openCase({ kind: 'help', openedAt: at('11T15:00') })
  const time = await figure('ask_to_outcome')
  assert.deepEqual([time.value, time.numerator, time.denominator], [47, 1, 2])
  assert.equal(await measure('ask_to_outcome', 'unfinished'), 1)
})

test('own search: the median of what was told, the latest word counts, none is none, and it opens its rows', async () => {
  const { world, case: openCase, run, figure, measure } = await station()
  const [cow, goat, key] = [
    await openCase({ kind: 'help', openedAt: at('10T15:00'), finishedAt: at('10T15:47') }),
    await openCase({ kind: 'help', openedAt: at('11T15:00') }),
    await openCase({ kind: 'help', openedAt: at('12T15:00'), finishedAt: at('12T16:00') }),
  ]
  await openCase({ kind: 'help', openedAt: at('13T15:00') })
  assert.equal(await measure('ask_to_outcome', 'own_search'), null)
  const told = (id: string, minutes: number, on: string) =>
    run(
      `insert into case_own_searches (station_id, id, case_id, minutes, said_by, officer_id, recorded_at)
       values ($1, $2, $3, $4, 'asker', $5, $6)`,
      [newId(), id, minutes, world.officers.officer, at(on)],
    )
  await told(cow, 30, '10T15:10')
  await told(cow, 160, '10T15:20')
  await told(goat, 0, '11T15:10')
  await told(key, 45, '12T15:10')
  assert.equal(await measure('ask_to_outcome', 'own_search'), 45)
  const [part] = (await figure('ask_to_outcome')).parts
  assert.deepEqual([part!.key, part!.numerator, part!.denominator], ['own_search', 2, 3])
  const answer = await as(
    'chief',
    world,
  )({
    url: '/api/statistics/ask_to_outcome/rows?month=2026-03&part=own_search',
  })
  const rows: { id: string; reason: string }[] = answer.json().items
  assert.deepEqual(
    rows.map((row) => [row.id, row.reason]),
    [
      [key, '已有结果，自己先找了 45 分钟'],
      [goat, '还没有结果，没有自己先找'],
      [cow, '已有结果，自己先找了 2 小时 40 分钟'],
    ],
  )
})

test('a change after the end of the period is visible in it', async () => {
  const { conversation, figure } = await station()
  await conversation({
    openedAt: at('10T10:00'),
    closures: [{ at: at('10T12:00'), reopened: { at: new Date('2026-04-10T00:00:00Z'), by: 'resident' } }],
  })
  assert.equal((await figure('matters_by_scenario')).changedLater, 1)
})

test('only whoever may see figures sees them', async () => {
  const { world } = await station()
  for (const who of ['administrator', 'auditor'] as const) {
    const answer = await as(who, world)({ method: 'GET', url: '/api/statistics' })
    assert.equal(answer.statusCode, 403)
  }
})
