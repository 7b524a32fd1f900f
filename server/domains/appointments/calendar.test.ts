import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld, type World } from '../../../test/world.ts'
import { addDays, stationDay, weekdayOf } from '../../platform/station-day.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterGuides } from '../services/load-starter-guides.ts'
import { listSlots } from './list-slots.ts'
import { loadCalendar } from './load-calendar.ts'
import { loadDefaultCalendar } from './load-default-calendar.ts'

const { as, asResident, anonymous, context } = await startTestServer()
let stations = 0

/** What the law gives every year. */
const offDays = (year: number) =>
  ['01-01', ...[1, 2, 3, 4, 5].map((day) => `05-0${day}`), ...[1, 2, 3, 4, 5].map((day) => `10-0${day}`)].map(
    (day) => ({ day: `${year}-${day}`, kind: 'off', name: '法定节假日' }),
  )

/** A station of its own for each test: the calendar is one for all of a station. */
async function newStation() {
  const world = await createWorld(context.pool, `43018291${stations++}`)
  await inStation(context.pool, world.stationId, async (tx) => {
    await loadDefaultCalendar(tx)
    await loadStarterGuides(tx)
  })
  const chief = as('chief', world)
  const days = async (from: string, until: string) =>
    (await chief({ url: `/api/working-days?from=${from}&until=${until}` })).json().days
  const slotsAt = (now: string, from: string) =>
    inStation(context.pool, world.stationId, (tx) =>
      listSlots(tx, 30, { from, days: 1, leadMinutes: 30, now: new Date(`${now}:00+08:00`) }),
    )
  return { world, chief, days, slotsAt }
}

/** A weekday without a holiday, some days from now. */
async function plainDay(station: Awaited<ReturnType<typeof newStation>>, weekday?: number): Promise<string> {
  const from = addDays(stationDay(new Date()), 2)
  const days = await station.days(from, addDays(from, 30))
  return days.find(
    (one: { day: string; open: boolean; kind: string | null }) =>
      one.open && one.kind === null && (!weekday || weekdayOf(one.day) === weekday),
  ).day
}

test('holidays and make-up days of two announced years, and a third that is not announced yet', async () => {
  const { days } = await newStation()
  const table: [day: string, working: boolean, open: boolean, name: string | null, official: boolean][] = [
    ['2025-01-26', true, true, '春节调休上班', true],
    ['2025-01-28', false, false, '春节', true],
    ['2025-05-05', false, false, '劳动节', true],
    ['2025-10-08', false, false, '国庆节、中秋节', true],
    ['2025-10-11', true, true, '国庆节、中秋节调休上班', true],
    ['2026-02-14', true, true, '春节调休上班', true],
    ['2026-02-23', false, false, '春节', true],
    ['2026-09-20', true, true, '国庆节调休上班', true],
    ['2026-09-25', false, false, '中秋节', true],
    ['2026-11-21', false, false, null, true],
    ['2026-11-24', true, true, null, true],
    ['2027-02-05', false, false, '春节', false],
    ['2027-02-09', true, true, null, false],
    ['2028-05-01', true, true, null, false],
  ]
  for (const [day, working, open, name, official] of table) {
    const [found] = await days(day, day)
    assert.deepEqual(
      [found.working, found.open, found.name, found.official],
      [working, open, name, official],
      day,
    )
  }
})

test('the hours can be replaced; what overlaps or runs backwards is refused', async () => {
  const { chief, slotsAt } = await newStation()
  const put = (spans: object[], by = chief) =>
    by({ method: 'PUT', url: '/api/opening-hours', payload: { spans } })
  const tuesday = [
    { weekday: 2, opens: '13:00', closes: '14:00' },
    { weekday: 2, opens: '09:00', closes: '10:10' },
  ]
  assert.equal((await put(tuesday)).statusCode, 200)
  const slots = (await slotsAt('2026-11-23T10:00', '2026-11-24'))[0]!.slots.map((slot) =>
    slot.startsAt.slice(11, 16),
  )
  assert.deepEqual(slots, ['01:00', '01:30', '05:00', '05:30'])
  assert.deepEqual((await slotsAt('2026-11-23T10:00', '2026-11-25'))[0]!.slots, [])
  const wrong = [
    [{ weekday: 2, opens: '10:00', closes: '09:00' }],
    [{ weekday: 2, opens: '10:00', closes: '10:00' }],
    [...tuesday, { weekday: 2, opens: '10:00', closes: '11:00' }],
    [{ weekday: 8, opens: '10:00', closes: '11:00' }],
    [{ weekday: 1, opens: '25:00', closes: '26:00' }],
  ]
  for (const spans of wrong) assert.equal((await put(spans)).statusCode, 400, JSON.stringify(spans))
  assert.equal((await chief({ url: '/api/opening-hours' })).json().spans.length, 2)
})

test('times begin half an hour from now and stop at the lunch break', async () => {
  const { slotsAt } = await newStation()
  const morning = (await slotsAt('2026-11-24T11:05', '2026-11-24'))[0]!.slots
  assert.equal(morning[0]!.startsAt, '2026-11-24T06:00:00.000Z')
  assert.equal(morning.at(-1)!.endsAt, '2026-11-24T09:30:00.000Z')
  assert.deepEqual((await slotsAt('2026-09-30T10:00', '2026-10-01'))[0]!.slots, [])
  assert.equal((await slotsAt('2026-09-18T10:00', '2026-09-20'))[0]!.slots.length, 14)
})

test('a closure says whom it touches, stops new bookings and can be taken back', async () => {
  const station = await newStation()
  const { chief, world } = station
  const day = await plainDay(station)
  const slotsOn = async () => {
    const query = { guideSlug: 'household-split', from: day, days: '1' }
    return (await chief({ url: '/api/slots', query })).json().days[0]
  }
  const [slot] = (await slotsOn()).slots
  const booking = {
    guideSlug: 'household-split',
    startsAt: slot.startsAt,
    name: '陈大妈',
    phone: '',
    clientKey: 'closure-test',
  }
  const book = (clientKey: string) =>
    asResident(
      'chen',
      world,
    )({ method: 'POST', url: '/api/resident/appointments', payload: { ...booking, clientKey } })
  assert.equal((await book('closure-1')).statusCode, 200)
  const close = () => chief({ method: 'POST', url: '/api/station-closures', payload: { day, name: '停电' } })
  assert.deepEqual((await close()).json(), { day, booked: 1 })
  assert.equal((await close()).statusCode, 409)
  const closed = await slotsOn()
  assert.deepEqual([closed.open, closed.name, closed.slots], [false, '停电', []])
  assert.equal((await station.days(day, day))[0].working, true)
  const other = asResident('liu', world)
  const refused = await other({ method: 'POST', url: '/api/resident/appointments', payload: booking })
  assert.equal(refused.statusCode, 400)
  assert.equal(refused.json().details.nextFree.length, 3)
  await inStation(context.pool, world.stationId, loadCalendar)
  assert.equal((await slotsOn()).open, false)
  const reopen = () => chief({ method: 'DELETE', url: `/api/station-closures/${day}` })
  assert.equal((await reopen()).statusCode, 200)
  assert.equal((await reopen()).statusCode, 404)
  assert.equal((await slotsOn()).open, true)
})

test('the yearly notice replaces what was known of the year; a closed make-up day stays one', async () => {
  const station = await newStation()
  const { chief, days } = station
  const year = Number(stationDay(new Date()).slice(0, 4)) + 1
  const put = (list: object[]) =>
    chief({ method: 'PUT', url: `/api/public-holidays/${year}`, payload: { days: list } })
  const saturday = Array.from({ length: 7 }, (_, i) => `${year}-03-0${i + 1}`).find(
    (day) => weekdayOf(day) === 6,
  )!
  const friday = addDays(saturday, 6)
  const notice = [
    { day: friday, kind: 'off', name: '测试节' },
    { day: saturday, kind: 'workday', name: '测试节调休上班' },
    ...offDays(year),
  ]
  assert.equal((await put(notice)).statusCode, 200)
  assert.deepEqual(await days(friday, friday), [
    { day: friday, working: false, open: false, kind: 'off', name: '测试节', official: true },
  ])
  const close = await chief({
    method: 'POST',
    url: '/api/station-closures',
    payload: { day: saturday, name: '停水' },
  })
  assert.equal(close.statusCode, 200)
  const [closed] = await days(saturday, saturday)
  assert.deepEqual([closed.working, closed.open, closed.kind], [true, false, 'closed'])
  await put(notice)
  assert.equal((await days(saturday, saturday))[0].kind, 'closed')
  await chief({ method: 'DELETE', url: `/api/station-closures/${saturday}` })
  const [back] = await days(saturday, saturday)
  assert.deepEqual([back.working, back.open, back.kind], [true, true, 'workday'])
  await inStation(context.pool, station.world.stationId, loadCalendar)
  assert.equal((await days(friday, friday))[0].name, '测试节')
  const wrong = [
    [...notice, { day: `${year + 1}-01-01`, kind: 'off', name: '元旦' }],
    [...notice, notice[0]!],
    [...notice, { day: addDays(saturday, 2), kind: 'workday', name: '周一' }],
    [...notice, { day: `${year}-13-01`, kind: 'off', name: 'x' }],
    [...notice, { day: `${year}-06-09`, kind: 'closed', name: 'x' }],
    [...notice, { day: `${year}-06-09`, kind: 'off', name: ' ' }],
    notice.slice(0, 5),
    notice.filter(({ day }) => !day.endsWith('-05-01')),
    [],
  ]
  for (const list of wrong) assert.equal((await put(list)).statusCode, 400, JSON.stringify(list))
})

test('a day off or past can’t be closed', async () => {
  const station = await newStation()
  const close = async (day: string) =>
    (await station.chief({ method: 'POST', url: '/api/station-closures', payload: { day, name: 'x' } }))
      .statusCode
  assert.equal(await close('2026-01-05'), 400)
  const sunday = (await station.days(stationDay(new Date()), addDays(stationDay(new Date()), 30))).findLast(
    (one: { open: boolean }) => !one.open,
  ).day
  assert.equal(await close(sunday), 409)
})

test('another counter gives more room; one with bookings is not closed', async () => {
  const station = await newStation()
  const { chief, world } = station
  const day = await plainDay(station)
  const query = { guideSlug: 'household-split', from: day, days: '1' }
  const free = async () => (await chief({ url: '/api/slots', query })).json().days[0].slots[0]
  const { id } = (await chief({ method: 'POST', url: '/api/counters', payload: { name: '3号窗口' } })).json()
  assert.equal((await free()).free, 3)
  const close = (counter: string) => chief({ method: 'POST', url: `/api/counters/${counter}/closure` })
  assert.equal((await close(id)).statusCode, 200)
  assert.equal((await close(id)).statusCode, 409)
  const { startsAt, free: left } = await free()
  assert.equal(left, 2)
  const payload = { guideSlug: 'household-split', startsAt, name: '陈', phone: '', clientKey: 'counter-test' }
  await asResident('chen', world)({ method: 'POST', url: '/api/resident/appointments', payload })
  const counters = (await chief({ url: '/api/counters' })).json().items
  assert.deepEqual(
    counters.map((one: { name: string }) => one.name),
    ['1号窗口', '2号窗口', '3号窗口'],
  )
  assert.equal((await close(counters[0].id)).statusCode, 409)
  assert.equal((await close(counters[1].id)).statusCode, 200)
  assert.equal((await free()).free, 0)
})

test('who configures the calendar, and who only reads it', async () => {
  const { world } = await newStation()
  const status = async (role: keyof World['officers'], method: 'GET' | 'PUT') => {
    const payload = method === 'PUT' ? { payload: { spans: [] } } : {}
    return (await as(role, world)({ method, url: '/api/opening-hours', ...payload })).statusCode
  }
  assert.equal(await status('eastAuxiliary', 'GET'), 200)
  assert.equal(await status('eastAuxiliary', 'PUT'), 403)
  assert.equal(await status('auditor', 'PUT'), 403)
  assert.equal(await status('administrator', 'PUT'), 200)
  assert.equal((await anonymous({ url: '/api/opening-hours' })).statusCode, 401)
  const day = {
    method: 'POST',
    url: '/api/station-closures',
    payload: { day: '2030-01-01', name: 'x' },
  } as const
  assert.equal((await asResident('chen', world)(day)).statusCode, 401)
})

test('the default calendar loads once and leaves what a station made its own', async () => {
  const { world, chief } = await newStation()
  await chief({
    method: 'PUT',
    url: '/api/opening-hours',
    payload: { spans: [{ weekday: 1, opens: '09:00', closes: '10:00' }] },
  })
  await inStation(context.pool, world.stationId, loadDefaultCalendar)
  assert.equal((await chief({ url: '/api/opening-hours' })).json().spans.length, 1)
  assert.equal((await chief({ url: '/api/counters' })).json().items.length, 2)
})
