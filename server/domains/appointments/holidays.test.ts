import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HolidayPreview, HolidayYear } from '../../../contract/public-holidays.ts'
import { startTestServer } from '../../../test/server.ts'
import { AppError } from '../../platform/errors.ts'
import { addDays, stationDay, weekdayOf } from '../../platform/station-day.ts'
import { inStation } from '../../platform/tenancy.ts'
import { dueAfterWorkingDays } from '../../platform/working-days.ts'
import { readCalendar } from '../cases/read-calendar.ts'
import { openTestCounter } from './counter.fixture.ts'
import { daysOfYears } from './load-calendar.ts'
import { loadDefaultCalendar } from './load-default-calendar.ts'
import { readHolidayList } from './read-holiday-list.ts'

const server = await startTestServer()
const { as, context, world } = server
const chief = as('chief')
const counter = await openTestCounter(server)
await inStation(context.pool, world.stationId, loadDefaultCalendar)

/** The notice of 2026 in its own way of writing. */
const notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

const preview = (text: string, by = chief) =>
  by({ method: 'POST', url: '/api/public-holiday-previews', payload: { text } })
const yearsOf = async (text: string) => (await preview(text)).json<HolidayPreview>().years
const listOf = async (year: number) =>
  (await chief({ url: `/api/public-holidays/${year}` })).json<HolidayYear>()
const save = ({ year, ...list }: HolidayYear) =>
  chief({ method: 'PUT', url: `/api/public-holidays/${year}`, payload: list })
/** As the page saves it to a file. */
const asFile = ({ official, days }: HolidayYear) =>
  JSON.stringify({ days: Object.fromEntries(days.map(({ day, ...rest }) => [day, { ...rest, official }])) })

test('the notice’s own words, the file of days and the open list mean the same days', () => {
  const wanted = [...daysOfYears()]
    .filter(([day]) => day.startsWith('2026'))
    .map(([day, { kind, name }]) => ({ day, kind, name }))
    .sort((a, b) => a.day.localeCompare(b.day))
  const file = { days: Object.fromEntries(wanted.map(({ day, kind, name }) => [day, { kind, name }])) }
  const open = {
    year: 2026,
    days: wanted.map(({ day, kind, name }) => ({
      date: day,
      isOffDay: kind === 'off',
      name: name.replace('调休上班', ''),
    })),
  }
  for (const text of [
    notice2026,
    notice2026.replaceAll('\n', ''),
    JSON.stringify(file),
    JSON.stringify(open),
  ])
    assert.deepEqual(readHolidayList(text), [{ year: 2026, official: true, days: wanted }], text.slice(0, 30))
})

test('nonsense is refused with a sentence that says where', () => {
  const withDays = (change: (days: Record<string, unknown>) => void) => {
    const [year] = readHolidayList(notice2026)
    const days: Record<string, unknown> = JSON.parse(asFile(year!)).days
    change(days)
    return JSON.stringify({ days })
  }
  const tries: [text: string, says: RegExp][] = [
    ['   ', /还没有内容/],
    ['{"days":', /不完整/],
    ['{"a":1}', /里面没有日期/],
    ['[1,2]', /里面没有日期/],
    ['null', /哪一年/],
    ['今天天气好', /哪一年/],
    ['2026年天气好', /没有读到放假/],
    [notice2026.replace('关于2026年', '关于2027年'), /别的年份/],
    [notice2026.replace('共9天', '共8天'), /春节.*对不上/],
    [notice2026.replace('2月14日（周六）', '2月13日（周五）'), /不是周六、周日/],
    [notice2026.replace('6月19日（周五）至21日（周日）', '6月39日至41日'), /没有 6 月 39 日/],
    [notice2026.replace(/^七、.*\n/m, ''), /没有国庆节/],
    [withDays((days) => delete days['2026-05-01']), /没有劳动节/],
    [withDays((days) => Object.assign(days, { '2026-02-30': { kind: 'off', name: '节' } })), /日期不对/],
    [withDays((days) => Object.assign(days, { '2026-06-01': { kind: 'rest', name: '节' } })), /放假还是上班/],
    [withDays((days) => Object.assign(days, { '2026-06-01': { kind: 'off' } })), /什么节日/],
    [withDays((days) => Object.assign(days, { '2026-06-01': null })), /放假还是上班/],
  ]
  for (const [text, says] of tries)
    assert.throws(
      () => readHolidayList(text),
      (error) => error instanceof AppError && error.code === 'invalid' && says.test(error.message),
      text.slice(0, 40),
    )
})

test('what would change is shown before it is saved, and the list of before brings everything back', async () => {
  const before = await listOf(2027)
  assert.equal(before.official, false)
  const [same] = await yearsOf(asFile(before))
  assert.deepEqual([same!.changes, same!.official, same!.officialNow], [[], false, false])

  const sunday = Array.from({ length: 7 }, (_, i) => `2027-04-${11 + i}`).find((day) => weekdayOf(day) === 7)!
  const days = [
    ...before.days.filter(({ day }) => day !== '2027-06-09'),
    { day: '2027-06-10', kind: 'off' as const, name: '端午节' },
    { day: sunday, kind: 'workday' as const, name: '清明节调休上班' },
  ]
  const [year] = await yearsOf(asFile({ year: 2027, official: true, days }))
  assert.deepEqual(year!.changes, [
    { day: sunday, before: null, after: { kind: 'workday', name: '清明节调休上班' } },
    { day: '2027-06-09', before: { kind: 'off', name: '端午节' }, after: null },
    { day: '2027-06-10', before: null, after: { kind: 'off', name: '端午节' } },
  ])
  assert.deepEqual(await listOf(2027), before, 'a preview saves nothing')
  assert.equal((await save(year!)).statusCode, 400, 'only what the list says is taken')
  const { official, days: wanted } = year!
  assert.equal((await save({ year: 2027, official, days: wanted })).statusCode, 200)
  assert.deepEqual(await listOf(2027), { year: 2027, official: true, days: wanted })
  const [back] = await yearsOf(asFile(before))
  assert.equal(back!.changes.length, 3)
  await save({ year: 2027, official: back!.official, days: back!.days })
  assert.deepEqual(await listOf(2027), before)
})

test('who is booked on a day that becomes free is counted', async () => {
  const [slot] = await counter.freeSlots()
  const day = stationDay(new Date(slot!.startsAt))
  const year = Number(day.slice(0, 4))
  await counter.book(await counter.newContact(), slot!.startsAt)
  const { days, official } = await listOf(year)
  const list = asFile({ year, official, days: [...days, { day, kind: 'off', name: '测试节' }] })
  const [shown] = await yearsOf(list)
  assert.deepEqual(shown!.changes, [{ day, before: null, after: { kind: 'off', name: '测试节' } }])
  assert.equal(shown!.booked, 1)
})

test('only who configures the calendar may look at a list; an auxiliary may see the year', async () => {
  assert.equal((await preview(notice2026, as('eastAuxiliary'))).statusCode, 403)
  assert.equal((await preview(notice2026, as('administrator'))).statusCode, 200)
  assert.equal((await as('eastAuxiliary')({ url: '/api/public-holidays/2026' })).statusCode, 200)
})

/** The next Saturday of a year ahead, its Friday, and a station that closes there. */
const saturday = (() => {
  const from = `${Number(stationDay(new Date()).slice(0, 4)) + 1}-03-01`
  return Array.from({ length: 7 }, (_, i) => addDays(from, i)).find((day) => weekdayOf(day) === 6)!
})()
const inWorld = <T>(work: Parameters<typeof inStation<T>>[2]) =>
  inStation(context.pool, world.stationId, work)
const lastOfLimit = () =>
  inWorld(async (tx) =>
    stationDay(
      new Date(
        dueAfterWorkingDays(
          await readCalendar(tx),
          new Date(`${addDays(saturday, -1)}T10:00:00+08:00`),
          1,
        ).getTime() - 1,
      ),
    ),
  )
const shownDay = async () =>
  (await chief({ url: `/api/working-days?from=${saturday}&until=${saturday}` })).json().days[0]
const close = () =>
  chief({ method: 'POST', url: '/api/station-closures', payload: { day: saturday, name: '停电' } })
const reopen = () => chief({ method: 'DELETE', url: `/api/station-closures/${saturday}` })

test('a limit counts a make-up Saturday also when the station closes its counter on it', async () => {
  const year = Number(saturday.slice(0, 4))
  const { days, official } = await listOf(year)
  await save({ year, official, days: [...days, { day: saturday, kind: 'workday', name: '测试调休上班' }] })
  assert.equal(await lastOfLimit(), saturday)
  assert.equal((await close()).statusCode, 200)
  assert.equal(await lastOfLimit(), saturday, 'the law’s clock does not stop because the counter is shut')
  assert.deepEqual([(await shownDay()).working, (await shownDay()).open], [true, false])
  await reopen()
  assert.equal((await shownDay()).name, '测试调休上班')
  await save({ year, official, days })
  assert.equal(await lastOfLimit(), addDays(saturday, 2))
})

test('a station that opens on Saturdays closes one, and the Saturday does not become a workday', async () => {
  const { spans } = (await chief({ url: '/api/opening-hours' })).json()
  await chief({
    method: 'PUT',
    url: '/api/opening-hours',
    payload: { spans: [...spans, { weekday: 6, opens: '09:00', closes: '11:30' }] },
  })
  assert.equal((await close()).statusCode, 200)
  assert.equal((await shownDay()).working, false)
  assert.equal(await lastOfLimit(), addDays(saturday, 2))
  const year = Number(saturday.slice(0, 4))
  const { days, official } = await listOf(year)
  await save({ year, official, days })
  assert.equal((await shownDay()).kind, 'closed', 'the yearly list leaves the closure')
  await reopen()
  assert.deepEqual([(await shownDay()).kind, (await shownDay()).open], [null, true])
  assert.equal(await lastOfLimit(), addDays(saturday, 2))
})
