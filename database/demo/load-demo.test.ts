import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { VillagePage } from '../../contract/places.ts'
import type { Figure, FigureRows, StationHome, StatisticsPage } from '../../contract/statistics.ts'
import { createPool } from '../../server/platform/database/pool.ts'
import { nextNumber } from '../../server/platform/numbers.ts'
import { stationDay } from '../../server/platform/station-day.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import { startTestServer } from '../../test/server.ts'
import { demoAccounts } from './demo-accounts.ts'
import { loadDemo } from './load-demo.ts'
import { drawings } from './photos/drawings.ts'

const { app, context, database, world } = await startTestServer()
const ownerPool = createPool(database.ownerUrl, { max: 2, name: 'test-owner' })
after(() => ownerPool.end())
const now = new Date()
const load = (onProgress?: (done: number) => void) =>
  loadDemo({
    pool: context.pool,
    ownerPool,
    files: context.files,
    now,
    ...(onProgress ? { onProgress } : {}),
  })

let stationId = ''
let figures: Figure[] = []
const figure = (key: string) => figures.find((each) => each.key === key)!
const one = async <T>(sql: string): Promise<T> => (await ownerPool.query(sql, [stationId])).rows[0]

async function ask<T>(url: string, username = 'chief'): Promise<T> {
  const officer = await ownerPool.query('select id from officers where station_id = $1 and username = $2', [
    stationId,
    username,
  ])
  const answer = await app.inject({
    url,
    headers: { 'x-test-officer': `${stationId} ${officer.rows[0].id}` },
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

before(async () => {
  // Killed in the middle: the next start begins anew.
  await assert.rejects(
    load((done) => {
      if (done === 3) throw new Error('killed')
    }),
    /killed/,
  )
  const began = performance.now()
  stationId = (await load()).stationId!
  console.log(`demo town loaded in ${Math.round(performance.now() - began)} ms`)
  figures = (await ask<StatisticsPage>('/api/statistics')).figures
})

test('the figures the town is known for come out of its records', async () => {
  assert.equal(figure('groups_joined').value, 152)
  assert.ok(figure('resident_contacts').value! > 8000)
  const coverage = figure('household_coverage')
  assert.deepEqual([coverage.numerator, coverage.denominator], [6600, 11_000])
  assert.equal(figure('script_scenarios').value, 5)
  assert.equal(figure('diversion_rate').value, 0.9)
  const overlooked = figure('mis_diversion')
  assert.equal(overlooked.numerator, 0)
  assert.ok(overlooked.denominator! >= 5, String(overlooked.denominator))
  assert.equal(overlooked.measures[0]!.value, 3 / overlooked.denominator!)
  const all = await ask<StatisticsPage>(
    `/api/statistics?from=${stationDay(new Date(+now - 400 * 86_400_000))}&to=${stationDay(now)}`,
  )
  assert.equal(all.figures[0]!.value!.toFixed(2), '0.90')
  const inAll = all.figures.find(({ key }) => key === 'mis_diversion')!
  assert.equal(inAll.numerator, 2)
  assert.ok(inAll.value! > 0 && inAll.value! < 0.05, String(inAll.value))
})

test('household coverage is what the definition says, counted another way', async () => {
  const { reached, resident } = await one<{ reached: number; resident: number }>(
    `select count(*)::int as resident, count(*) filter (where exists (
       select from residents r join contacts t on t.resident_id = r.id
       where r.household_id = h.id and t.removed_at is null and t.opted_out_at is null))::int as reached
     from households h where h.station_id = $1 and h.resident_until_on is null`,
  )
  assert.deepEqual([reached, resident], [6600, 11_000])
})

test('the cow was found within the hour, after the owner had searched for more than two', async () => {
  const rows = await ask<FigureRows>('/api/statistics/ask_to_outcome/rows')
  const cow = rows.items.find((row) => row.label.endsWith('帮忙找牛'))!
  assert.equal(cow.minutes, 47)
  assert.match(cow.reason, /自己先找了 2 小时 40 分钟/)
  const asked = figures.find(({ key }) => key === 'ask_to_outcome')!
  assert.equal(asked.measures.find(({ key }) => key === 'own_search')!.value, 160)
  const told = await ownerPool.query(
    `select m.body from messages m join cases k on k.conversation_id = m.conversation_id where k.id = $1 and m.direction = 'inbound'
     order by m.sent_at limit 1`,
    [cow.id],
  )
  assert.match(told.rows[0].body, /找了两个多小时/)
})

test('the household split was done on the day of the application', async () => {
  const rows = await ask<FigureRows>('/api/statistics/same_day_completion/rows?counted=yes&limit=100')
  const village = rows.items.filter((row) => row.village === '梅鸣村' && row.label.endsWith(' 分户'))
  assert.ok(village.some((row) => row.minutes! < 60))
})

test('every figure opens exactly the rows it counts', async () => {
  for (const { key, numerator, parts } of figures) {
    if (key === 'script_scenarios') continue
    const rows: FigureRows = await ask(`/api/statistics/${key}/rows?counted=yes&limit=1`)
    assert.equal(rows.total, numerator, key)
    for (const part of parts.slice(0, 3)) {
      const own: FigureRows = await ask(`/api/statistics/${key}/rows?counted=yes&limit=1&part=${part.key}`)
      assert.equal(own.total, part.numerator, `${key} ${part.key}`)
    }
  }
})

test('the first page has life: people wait, one emergency at least, the counter, somebody on duty by day', async () => {
  const home = await ask<StationHome>('/api/station-home')
  assert.ok(home.waiting.count >= 12 && home.waiting.count <= 30, String(home.waiting.count))
  assert.ok(home.emergencies.waiting >= 1)
  assert.equal(home.waiting.unassigned, 2)
  assert.ok(home.clocks.overdue >= 2)
  assert.equal(home.mine.mentions, 2)
  const hers = await ask<StationHome>('/api/station-home', 'meiming')
  assert.ok(hers.waiting.count < home.waiting.count)
})

test('a few of those who wrote sent a picture, which the officers can see', async () => {
  const { rows } = await ownerPool.query(
    `select f.id, f.size, f.stored_at, m.sent_at from files f join message_files x on x.file_id = f.id
     join messages m on m.id = x.message_id where f.station_id = $1`,
    [stationId],
  )
  assert.equal(rows.length, drawings.length)
  const chief = await ownerPool.query(
    `select id from officers where station_id = $1 and username = 'chief'`,
    [stationId],
  )
  for (const { id, size, stored_at, sent_at } of rows) {
    assert.ok(Number(size) < 60_000)
    assert.deepEqual(stored_at, sent_at)
    const shown = await app.inject({
      url: `/api/files/${id}?variant=thumb`,
      headers: { 'x-test-officer': `${stationId} ${chief.rows[0].id}` },
    })
    assert.deepEqual([shown.statusCode, shown.headers['content-type']], [200, 'image/jpeg'])
  }
})

test('nine work here; administrator and auditor are no staff', async () => {
  const { staff } = await one<{ staff: number }>(
    `select count(*)::int as staff from officers where station_id = $1 and role in ('chief', 'officer', 'auxiliary')`,
  )
  assert.equal(staff, 9)
  assert.equal(demoAccounts.length, 11)
})

test('everybody who lives somewhere has one open membership there, and households have lived', async () => {
  const found = await one<Record<string, number>>(
    `select
       (select count(*)::int from residents r where r.station_id = $1 and r.household_id is distinct from (
          select m.household_id from household_members m where m.station_id = $1 and m.resident_id = r.id and m.tie = 'lives'
            and m.ended_on is null)) as homeless,
       (select count(*)::int from household_members m join households h on h.station_id = $1 and h.id = m.household_id
          where m.station_id = $1 and m.began_on < h.resident_since_on) as too_early,
       (select count(distinct m.began_how)::int from household_members m where m.station_id = $1) as ways,
       (select count(*)::int from residents r where r.station_id = $1 and r.died_on is not null) as dead,
       (select count(*)::int from household_changes c where c.station_id = $1 and c.kind = 'split_off') as splits,
       (select count(*)::int from resident_absences a where a.station_id = $1 and a.back_on is null) as away,
       (select count(*)::int from households h where h.station_id = $1 and h.village_group = '') as without_group`,
  )
  const { away, ...rest } = found
  assert.deepEqual(rest, { homeless: 0, too_early: 0, ways: 4, dead: 28, splits: 24, without_group: 0 })
  assert.ok(away! > 1200 && away! < 2600, String(away))
})

test('the pages of the villages say the same as the figure', async () => {
  const { rows } = await ownerPool.query('select id from villages where station_id = $1', [stationId])
  const pages: VillagePage[] = []
  for (const { id } of rows) pages.push(await ask<VillagePage>(`/api/villages/${id}`))
  const sum = (field: 'reached' | 'households') => pages.reduce((total, page) => total + page[field], 0)
  assert.deepEqual([sum('reached'), sum('households')], [6600, 11_000])
  assert.ok(pages.every(({ changes, groups }) => changes.length === 12 && groups.length > 15))
})

test('the records agree with one another, as the deeds would have left them', async () => {
  const broken = await one<Record<string, number>>(
    `select
       (select count(*)::int from conversations c where c.station_id = $1 and c.closed_at is not null and not exists (
          select from closures x where x.conversation_id = c.id and x.reopened_at is null and x.closed_at = c.closed_at)) as closed_without_closure,
       (select count(*)::int from conversations c where c.station_id = $1 and c.closed_at is not null and c.waiting_since is not null) as closed_and_waiting,
       (select count(*)::int from cases k where k.station_id = $1 and k.conversation_id is not null
          and (k.finished_at is null) <> exists (select from conversation_holds h where h.holder_id = k.id and h.released_at is null)) as wrong_holds,
       (select count(*)::int from cases k where k.station_id = $1 and (k.finished_at is not null) <> exists (
          select from case_outcomes o where o.case_id = k.id and o.reopened_at is null)) as wrong_outcomes,
       (select count(*)::int from messages m where m.station_id = $1 and m.direction <> 'note' and not exists (
          select from events e where e.station_id = $1 and e.subject_id = m.id)) as messages_without_event,
       (select count(*)::int from messages m where m.station_id = $1 and m.direction = 'inbound' and not exists (
          select from triage_readings r where r.message_id = m.id)) as unread,
       (select count(*)::int from messages m where m.station_id = $1 and m.sent_at > now()) as in_the_future,
       (select count(*)::int from events e where e.station_id = $1 and e.at > now()) as events_in_the_future,
       (select count(*)::int from residents r where r.station_id = $1 and r.phone <> '' and r.phone !~ '^1[0-9]{2}0000[0-9]{4}$') as real_phones,
       (select count(*)::int from messages m where m.station_id = $1 and m.body ~ '[0-9]{17}[0-9Xx]') as id_numbers,
       (select count(*)::int from messages m where m.station_id = $1 and m.body ~ '[{}]') as unfilled`,
  )
  assert.deepEqual(
    Object.entries(broken).filter(([, count]) => count > 0),
    [],
  )
})

test('a server that runs on takes new numbers and does not act on the history', async () => {
  const today = stationDay(now)
  for (const [series, table] of [
    ['conversation', 'conversations'],
    ['case', 'cases'],
    ['appointment', 'appointments'],
  ] as const) {
    const number = await nextNumber(context.pool, stationId, series, today)
    const { rowCount } = await ownerPool.query(`select from ${table} where station_id = $1 and number = $2`, [
      stationId,
      number,
    ])
    assert.equal(rowCount, 0, number)
  }
  const { behind } = await one<{ behind: number }>(
    `select count(*)::int as behind from feed_cursors c join events e on e.station_id = c.station_id
       and (e.xact, e.id) > (split_part(c.feed_cursor, '.', 1)::xid8, split_part(c.feed_cursor, '.', 2)::uuid)
     where c.station_id = $1 and e.request_id is null`,
  )
  // Events of requests are of the looks that this file itself has taken since.
  assert.equal(behind, 0)
})

test('loading again changes nothing, and no other station was touched', async () => {
  const count = () =>
    one<{ n: number }>(
      'select (select count(*) from events where station_id = $1)::int + (select count(*) from messages where station_id = $1)::int as n',
    )
  const earlier = await count()
  assert.equal((await load()).stationId, null)
  assert.deepEqual(await count(), earlier)
  const { rows } = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query('select from messages'),
  )
  assert.equal(rows.length, 0)
})
