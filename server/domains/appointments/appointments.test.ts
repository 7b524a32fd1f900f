import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { addDays, stationDay } from '../../platform/station-day.ts'
import { loadSession } from '../officers/load-session.ts'
import { openTestCounter } from './counter.fixture.ts'
import { recordStep } from './record-step.ts'
import { sayMoment } from './rules.ts'

const server = await startTestServer()
const { as, world } = server
const chief = as('chief')
const counter = await openTestCounter(server)
const { inWorld, key, freeSlots, newContact, newConversation, phone, book } = counter

const listOwn = async (contact: string) =>
  (await phone(contact)({ url: '/api/resident/appointments' })).json().items
const act = (by: ReturnType<typeof phone> | typeof chief, id: string, noun: string, payload: object = {}) =>
  by({ method: 'POST', url: `/api/appointments/${id}/${noun}`, payload })
const officerBooking = (startsAt: string, more: object = {}) => ({
  guideSlug: 'household-split',
  startsAt,
  name: '陈大妈',
  phone: '13800001234',
  clientKey: key(),
  ...more,
})
const bookFor = (payload: object, by = chief) => by({ method: 'POST', url: '/api/appointments', payload })

/** Its time has come; so short that no two are at once. */
const bringToNow = (id: string) =>
  inWorld(({ client, stationId }) =>
    client.query(
      `update appointments set starts_at = clock_timestamp(), ends_at = clock_timestamp() + interval '1 millisecond'
       where station_id = $1 and id = $2`,
      [stationId, id],
    ),
  )

test('a resident books, sees what to bring and where to come, moves it and gives it up', async () => {
  const [slot, next] = await freeSlots()
  const contact = await newContact()
  const answer = await book(contact, slot!.startsAt)
  assert.equal(answer.statusCode, 200, answer.body)
  const booked = answer.json()
  assert.match(booked.number, /^\d{6}-\d{4,}$/)
  assert.equal(booked.guide.name, '分户')
  assert.equal(booked.place.name, '测试镇派出所')
  assert.equal(booked.bring[0].name, '申请人身份证')
  assert.equal(booked.mayChange, true)
  const change = (noun: string, payload: object) =>
    phone(contact)({ method: 'POST', url: `/api/resident/appointments/${booked.id}/${noun}`, payload })
  const moved = await change('rescheduling', { startsAt: next!.startsAt })
  assert.equal(moved.json().startsAt, next!.startsAt)
  assert.equal(moved.json().movedFrom, slot!.startsAt)
  assert.equal((await change('cancellation', { note: '去不了' })).statusCode, 200)
  assert.equal((await change('cancellation', {})).statusCode, 409)
  assert.equal((await change('rescheduling', { startsAt: slot!.startsAt })).statusCode, 409)
  assert.equal((await listOwn(contact))[0].status, 'cancelled')
  const detail = (await chief({ url: `/api/appointments/${booked.id}` })).json()
  assert.deepEqual(
    detail.changes.map((one: { status: string; byResident: boolean }) => [one.status, one.byResident]),
    [
      ['booked', true],
      ['booked', true],
      ['cancelled', true],
    ],
  )
  const freed = await book(await newContact(), next!.startsAt)
  assert.equal(freed.statusCode, 200)
})

test('what was booked can be moved when its guide is not booked any more; nothing new can', async () => {
  const [slot, next] = await freeSlots('birth-registration')
  const contact = await newContact()
  const { id } = (await book(contact, slot!.startsAt, { guideSlug: 'birth-registration' })).json()
  const { id: guideId, version } = (await chief({ url: '/api/guides/birth-registration' })).json()
  const hide = (hidden: boolean, version: number) =>
    chief({ method: 'PATCH', url: `/api/guides/${guideId}`, payload: { version, hidden } })
  assert.equal((await hide(true, version)).statusCode, 200)
  const query = { stationCode: world.code, guideSlug: 'birth-registration' }
  const slots = (more: object) => phone(contact)({ url: '/api/public/slots', query: { ...query, ...more } })
  assert.equal((await slots({})).statusCode, 404)
  assert.equal((await slots({ appointmentId: newId() })).statusCode, 404)
  assert.equal((await slots({ appointmentId: id, guideSlug: 'locks-and-seals' })).statusCode, 409)
  assert.equal((await slots({ appointmentId: id })).statusCode, 200)
  const inside = { guideSlug: query.guideSlug, appointmentId: id }
  assert.equal((await chief({ url: '/api/slots', query: inside })).statusCode, 200)
  const moved = await phone(contact)({
    method: 'POST',
    url: `/api/resident/appointments/${id}/rescheduling`,
    payload: { startsAt: next!.startsAt },
  })
  assert.equal(moved.statusCode, 200, moved.body)
  await hide(false, version + 1)
})

test('only times that are given out can be booked', async () => {
  const [slot] = await freeSlots()
  const start = new Date(slot!.startsAt).getTime()
  const contact = await newContact()
  const tries = [
    new Date(start + 60_000).toISOString(),
    new Date(start - 6 * 3_600_000).toISOString(),
    new Date(Date.now() - 86_400_000).toISOString(),
    new Date(Date.now() + 40 * 86_400_000).toISOString(),
    '9999-12-31T23:59:59Z',
    '0001-01-01T00:00:00Z',
    '2016-12-31T23:59:60Z',
    'tomorrow',
  ]
  for (const startsAt of tries) {
    const answer = await book(contact, startsAt)
    assert.equal(answer.statusCode, 400, startsAt)
    assert.match(answer.json().message, /[\u4e00-\u9fff]/)
  }
  assert.deepEqual(await listOwn(contact), [])
  const passport = await book(contact, slot!.startsAt, { guideSlug: 'passport' })
  assert.equal(passport.statusCode, 409)
  assert.equal((await book(contact, slot!.startsAt, { guideSlug: 'none' })).statusCode, 404)
})

test('fields take words and nothing else', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact()
  const refused = [
    { name: '' },
    { name: '   ' },
    { name: 'a\u0000b' },
    { name: '长'.repeat(31) },
    { phone: '<script>' },
    { phone: '1'.repeat(21) },
    { clientKey: 'short' },
    { clientKey: "' or 1=1 --" },
    { guideSlug: '../guides' },
    { contactId: world.contacts.liu },
    { status: 'served' },
    { conversationId: newId() },
  ]
  for (const more of refused) {
    const answer = await book(contact, slot!.startsAt, more)
    assert.ok([400, 404].includes(answer.statusCode), `${JSON.stringify(more)} ${answer.statusCode}`)
  }
  const name = `'"; drop--{村名}<b>`
  const booked = await book(contact, slot!.startsAt, { name })
  assert.equal(booked.json().personName, name)
})

test('the resident may change until it begins; the officer writes down what became of it', async () => {
  const [slot] = await freeSlots()
  const start = new Date(slot!.startsAt).getTime()
  const { id } = (await book(await newContact(), slot!.startsAt)).json()
  const session = await inWorld((tx) =>
    loadSession(tx, world.officers.officer, { sessionId: 'test', steppedUpAt: null }),
  )
  const actor = { kind: 'officer', id: world.officers.officer } as const
  const step = (name: Parameters<typeof recordStep>[4], at: number) =>
    inWorld((tx) => recordStep(tx, actor, session!, id, name, {}, new Date(at)))
  await assert.rejects(step('no_show', start + 14 * 60_000), /15 分钟/)
  await assert.rejects(step('arrived', start - 86_400_000), /当天/)
  await step('arrived', start - 600_000)
  await assert.rejects(step('no_show', start + 3_600_000), /已经到了/)
  await step('served', start + 600_000)
  await assert.rejects(step('cancelled', start + 700_000), /已经结束/)
})

test('two officers who write at once: one succeeds, the other is told', async () => {
  const [slot] = await freeSlots()
  const { id } = (await book(await newContact(), slot!.startsAt)).json()
  const answers = await Promise.all([
    act(chief, id, 'cancellation'),
    act(as('officer'), id, 'cancellation'),
    act(as('officer'), id, 'cancellation'),
  ])
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409, 409])
})

test('walk-ins get the numbers of the day in order, without gaps, once a key', async () => {
  const walkIn = (clientKey = key(), more: object = {}) =>
    chief({
      method: 'POST',
      url: '/api/walk-ins',
      payload: { guideSlug: 'household-split', name: '刘师傅', phone: '', clientKey, ...more },
    })
  const answers = await Promise.all(Array.from({ length: 8 }, () => walkIn()))
  const numbers = answers.map((answer) => answer.json().queueNumber).sort((a, b) => a - b)
  assert.deepEqual(numbers, [1, 2, 3, 4, 5, 6, 7, 8])
  const clientKey = key()
  const twice = await Promise.all([walkIn(clientKey), walkIn(clientKey), walkIn(clientKey)])
  assert.deepEqual([...new Set(twice.map((answer) => answer.json().queueNumber))], [9])
  assert.equal((await walkIn()).json().queueNumber, 10)
  const first = answers[0]!.json()
  assert.deepEqual([first.status, first.walkIn, first.counter], ['arrived', true, null])
  assert.equal((await act(chief, first.id, 'service')).statusCode, 200)
  assert.equal(
    (await act(chief, first.id, 'rescheduling', { startsAt: new Date().toISOString() })).statusCode,
    409,
  )
  const today = (await chief({ url: '/api/appointments' })).json().items
  assert.equal(today.filter((item: { walkIn: boolean }) => item.walkIn).length, 10)
  assert.equal((await walkIn(key(), { name: ' ' })).statusCode, 400)
  assert.equal((await walkIn(key(), { guideSlug: 'passport' })).statusCode, 200)
})

test('an officer books from the conversation; scripts then know what was agreed; a change is told', async () => {
  const [slot, next] = await freeSlots()
  const contact = await newContact(world.villages.east)
  const conversationId = await newConversation(contact, world.villages.east)
  const payload = officerBooking(slot!.startsAt, { conversationId })
  const answers = await Promise.all([1, 2, 3].map(() => bookFor(payload, as('eastAuxiliary'))))
  assert.deepEqual([...new Set(answers.map((answer) => answer.json().id))].length, 1)
  const booked = answers[0]!.json()
  assert.equal(booked.contactId, contact)
  assert.equal(booked.bookedBy.name, '王辅警')
  const facts = async () =>
    inWorld(async ({ client, stationId }) => {
      const { rows } = await client.query(
        'select variable, value from conversation_facts where station_id = $1 and conversation_id = $2',
        [stationId, conversationId],
      )
      return Object.fromEntries(rows.map((row) => [row.variable, row.value]))
    })
  const agreed = await facts()
  assert.equal(agreed['约定时间'], sayMoment(new Date(slot!.startsAt)))
  assert.equal(agreed['约定地点'], '测试镇派出所1号窗口（测试镇正街1号）')
  assert.match(agreed['材料清单'], /申请人身份证/)
  assert.doesNotMatch(agreed['材料清单'], /分户申请/, 'a form of the window is not brought')
  await act(chief, booked.id, 'rescheduling', { startsAt: next!.startsAt })
  assert.equal((await facts())['约定时间'], sayMoment(new Date(next!.startsAt)))
  await act(chief, booked.id, 'cancellation', { note: '停电' })
  assert.equal((await facts())['约定时间'], undefined)
  const said = await inWorld(({ client, stationId }) =>
    client.query(
      'select body from messages where station_id = $1 and conversation_id = $2 order by sent_at, id',
      [stationId, conversationId],
    ),
  )
  // Three tries of one booking tell once.
  assert.equal(said.rows.length, 3)
  const [told, changed, cancelled] = said.rows.map(({ body }) => body)
  assert.ok(told.startsWith(`给您约好了：${sayMoment(new Date(slot!.startsAt))}到测试镇派出所1号窗口`), told)
  assert.match(told, /办“分户”.*请带好：.*申请人身份证/)
  assert.match(changed, /改了时间：原来是.*，改到/)
  assert.match(cancelled, /取消了，原因：停电/)
})

test('whoever was received already is booked again only with a word on why, and who arrived is not sent off without one', async () => {
  const [slot, next] = await freeSlots()
  const contactId = await newContact(world.villages.east)
  const { id } = (await book(contactId, slot!.startsAt)).json()
  const set = (status: string) =>
    inWorld(({ client, stationId }) =>
      client.query('update appointments set status = $3 where station_id = $1 and id = $2', [
        ...[stationId, id, status],
      ]),
    )
  await set('arrived')
  const sentOff = await act(chief, id, 'cancellation', { note: ' ' })
  assert.equal(sentOff.statusCode, 400)
  assert.match(sentOff.json().message, /人已经到了/)
  await set('served')
  const payload = officerBooking(next!.startsAt, { contactId })
  const refused = await bookFor(payload)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /已经来办过“分户”.*为什么还要再来/)
  assert.ok(refused.json().details.cameAt)
  const booked = await bookFor({ ...payload, again: '少带了户口簿' })
  assert.equal(booked.statusCode, 200, booked.body)
  const { changes } = (await chief({ url: `/api/appointments/${booked.json().id}` })).json()
  assert.equal(changes[0].note, '少带了户口簿')
  // The word was written when the time was given: it is not asked for again.
  await bringToNow(booked.json().id)
  assert.equal((await act(chief, booked.json().id, 'service')).statusCode, 200)
})

test('who booked again by herself, or simply came again, is received with a word on why', async () => {
  const [slot, next] = await freeSlots()
  const contactId = await newContact(world.villages.east)
  const first = (await book(contactId, slot!.startsAt)).json().id
  await bringToNow(first)
  assert.equal((await act(chief, first, 'service')).statusCode, 200)
  const again = (await book(contactId, next!.startsAt)).json().id
  await bringToNow(again)
  const refused = await act(chief, again, 'service')
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /已经来办过“分户”。为什么又来了一趟/)
  assert.ok(refused.json().details.cameAt)
  assert.equal((await act(chief, again, 'service', { note: '上次少了房产证' })).statusCode, 200)
  const visit = { guideSlug: 'household-split', phone: '', contactId }
  const walkIn = async (name: string) => {
    const payload = { ...visit, name, clientKey: key() }
    return (await chief({ method: 'POST', url: '/api/walk-ins', payload })).json().id
  }
  assert.equal((await act(chief, await walkIn('陈大妈'), 'service')).statusCode, 409)
  // Her son with the same phone comes for the first time.
  assert.equal((await act(chief, await walkIn('陈小桥'), 'service')).statusCode, 200)
})

test('booked for a contact, she is told in her newest open conversation; without one nobody is told', async () => {
  const [slot, next] = await freeSlots()
  const contact = await newContact(world.villages.east)
  const silent = (await bookFor(officerBooking(slot!.startsAt, { contactId: contact }))).json()
  assert.equal(silent.conversationId, null)
  await act(chief, silent.id, 'cancellation')
  await newConversation(contact, world.villages.east)
  const newest = await newConversation(contact, world.villages.east)
  const booked = (await bookFor(officerBooking(next!.startsAt, { contactId: contact }))).json()
  assert.equal(booked.conversationId, newest)
  const hers = await phone(contact)({ url: `/api/resident/conversations/${newest}` })
  assert.match(hers.body, /给您约好了/)
})

test('an auxiliary’s booking does not reach into a conversation she may not see', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact(world.villages.east)
  await newConversation(contact, world.villages.west)
  const payload = officerBooking(slot!.startsAt, { contactId: contact })
  const booked = await bookFor(payload, as('eastAuxiliary'))
  assert.equal(booked.statusCode, 200, booked.body)
  assert.equal(booked.json().conversationId, null)
})

test('conversation and contact of two people do not make one appointment', async () => {
  const [slot] = await freeSlots()
  const conversationId = await newConversation(await newContact())
  const payload = officerBooking(slot!.startsAt, { conversationId, contactId: await newContact() })
  assert.equal((await bookFor(payload)).statusCode, 409)
})

test('spans of days are bounded and in order', async () => {
  const today = stationDay(new Date())
  const ask = async (query: Record<string, string>) =>
    (await chief({ url: '/api/appointments', query })).statusCode
  assert.equal(await ask({ from: today, until: addDays(today, 61) }), 200)
  assert.equal(await ask({ from: today, until: addDays(today, 62) }), 400)
  assert.equal(await ask({ from: today, until: addDays(today, -1) }), 400)
  assert.equal(await ask({ day: '2026-02-30' }), 400)
  assert.equal(await ask({ day: '0000-01-01' }), 400)
  assert.equal(await ask({ day: '2099-12-31' }), 200)
  assert.equal(await ask({ contactId: newId() }), 200)
  for (const from of ['2000-01-01', '2099-12-31']) {
    const query = { guideSlug: 'household-split', from, days: '31' }
    assert.equal((await chief({ url: '/api/slots', query })).statusCode, 200)
  }
})
