import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { addDays, stationDay } from '../../platform/station-day.ts'
import { readFacts } from '../inbox/conversation-facts.ts'
import { loadSession } from '../officers/load-session.ts'
import { openTestCounter } from './counter.fixture.ts'
import { listAppointments } from './list-appointments.ts'
import { remindAppointments } from './remind-appointments.ts'
import { momentOf, sayMoment } from './rules.ts'

const server = await startTestServer()
const { as, context, world } = server
const { inWorld, freeSlots, newContact, newConversation, phone, book } = await openTestCounter(server)
const remind = (now: Date) => remindAppointments(context, { stationId: world.stationId }, now)

async function readMessages(conversationId: string) {
  const { rows } = await inWorld(({ client, stationId }) =>
    client.query(
      'select body, author_officer_id from messages where station_id = $1 and conversation_id = $2 order by sent_at, id',
      [stationId, conversationId],
    ),
  )
  return rows as { body: string; author_officer_id: string | null }[]
}

const makeOld = (id: string) =>
  inWorld(({ client, stationId }) =>
    client.query(
      `update appointments set booked_at = booked_at - interval '9 days' where station_id = $1 and id = $2`,
      [stationId, id],
    ),
  )

/** Booked a while ago, so that its reminders are due whatever the time of day is now. */
async function bookLongAgo(startsAt: string) {
  const contact = await newContact()
  const conversationId = await newConversation(contact)
  const { id } = (await book(contact, startsAt, { conversationId })).json()
  await makeOld(id)
  const said = () => readMessages(conversationId)
  const change = (noun: string, payload: object) =>
    phone(contact)({ method: 'POST', url: `/api/resident/appointments/${id}/${noun}`, payload })
  return { said, change }
}

const eveningBefore = (startsAt: string) => momentOf(addDays(stationDay(new Date(startsAt)), -1), '18:00')
const before = (startsAt: string, minutes: number) =>
  new Date(new Date(startsAt).getTime() - minutes * 60_000)

test('the evening before and two hours before, each once, also when the job runs in two processes', async () => {
  const [slot] = await freeSlots()
  const { said } = await bookLongAgo(slot!.startsAt)
  const evening = eveningBefore(slot!.startsAt)
  assert.equal(await remind(new Date(evening.getTime() - 1000)), 0)
  const runs = await Promise.all([remind(evening), remind(evening), remind(evening)])
  assert.equal(runs[0]! + runs[1]! + runs[2]!, 1)
  assert.equal(await remind(new Date(evening.getTime() + 600_000)), 0)
  assert.equal(await remind(before(slot!.startsAt, 119)), 1)
  assert.equal(await remind(before(slot!.startsAt, 110)), 0)
  const messages = await said()
  assert.equal(messages.length, 2)
  assert.equal(messages[0]!.author_officer_id, null)
  assert.match(
    messages[0]!.body,
    /^提醒您：约好.*到测试镇派出所\d号窗口（测试镇正街1号）办“分户”。请带好：申请人身份证；原户口簿/,
  )
})

test('a new time gets its own reminders, a cancelled one none', async () => {
  const [slot, next] = await freeSlots()
  const moved = await bookLongAgo(slot!.startsAt)
  const gone = await bookLongAgo(slot!.startsAt)
  const evening = eveningBefore(slot!.startsAt)
  assert.equal(await remind(evening), 2)
  await gone.change('cancellation', {})
  await moved.change('rescheduling', { startsAt: next!.startsAt })
  assert.equal(await remind(new Date(evening.getTime() + 60_000)), 1)
  assert.equal((await moved.said()).length, 2)
  assert.equal(await remind(before(next!.startsAt, 100)), 1)
  assert.equal((await gone.said()).length, 1)
})

/** The officers' list of those to ring up, at the moment the test is in. */
const toRing = (now: Date) =>
  inWorld(async (tx) => {
    const officer = await loadSession(tx, world.officers.officer, { sessionId: 'test', steppedUpAt: null })
    return listAppointments(tx, officer!, { callDue: true }, now)
  })
const call = (id: string, who: 'officer' | 'chief' | 'westAuxiliary' = 'officer') =>
  as(who)({ method: 'POST', url: `/api/appointments/${id}/reminder-call` })

test('booked without naming a talk: the reminder goes to the open one, and scripts know the time', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact()
  const conversationId = await newConversation(contact)
  const { id } = (await book(contact, slot!.startsAt)).json()
  await makeOld(id)
  const shown = (await as('officer')({ url: `/api/appointments/${id}` })).json().appointment
  assert.equal(shown.conversationId, conversationId)
  const facts = await inWorld((tx) => readFacts(tx, conversationId, world.officers.officer))
  assert.equal(facts.约定时间, sayMoment(new Date(slot!.startsAt)))
  assert.match(facts.约定地点!, /^测试镇派出所\d号窗口/)
  assert.equal(await remind(eveningBefore(slot!.startsAt)), 1)
})

test('booked without any talk: she is on the list to ring up, once rung up no more, with who and when', async () => {
  const [slot, next] = await freeSlots()
  const contact = await newContact(world.villages.east)
  const { id } = (await book(contact, slot!.startsAt)).json()
  await makeOld(id)
  const evening = eveningBefore(slot!.startsAt)
  assert.equal(await remind(evening), 0)
  const listed = async () => (await toRing(evening)).find((each) => each.id === id)
  assert.equal((await listed())?.phone, '138****0000')
  assert.ok(!(await toRing(before(slot!.startsAt, 5 * 24 * 60))).some((each) => each.id === id), 'too early')
  assert.equal((await call(id, 'westAuxiliary')).statusCode, 404)
  const calls = await Promise.all([call(id), call(id, 'chief')])
  assert.deepEqual(calls.map((each) => each.statusCode).sort(), [200, 409])
  assert.equal(await listed(), undefined)
  const shown = async () => (await as('officer')({ url: `/api/appointments/${id}` })).json().appointment
  const caller = calls[0]!.statusCode === 200 ? '李民警' : '周所长'
  assert.equal((await shown()).remindedBy, caller)
  assert.ok((await shown()).remindedAt)
  const { rows } = await inWorld(({ client, stationId }) =>
    client.query(
      `select e.actor_id = c.officer_id as same from events e join appointment_calls c on c.appointment_id = e.subject_id
       where e.station_id = $1 and e.name = 'appointment.called' and e.subject_id = $2`,
      [stationId, id],
    ),
  )
  assert.deepEqual(rows, [{ same: true }])
  // Another time is another call.
  const move = { startsAt: next!.startsAt }
  const moved = await phone(contact)({
    method: 'POST',
    url: `/api/resident/appointments/${id}/rescheduling`,
    payload: move,
  })
  assert.equal(moved.statusCode, 200, moved.body)
  assert.deepEqual([(await shown()).remindedAt, (await shown()).remindedBy], [null, null])
  assert.ok(await listed())
})

test('a talk begun after the booking gets the reminder', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact()
  const { id } = (await book(contact, slot!.startsAt)).json()
  await makeOld(id)
  const conversationId = await newConversation(contact)
  const evening = eveningBefore(slot!.startsAt)
  assert.equal(await remind(evening), 1)
  assert.equal((await readMessages(conversationId)).length, 1)
  assert.ok(!(await toRing(evening)).some((each) => each.id === id))
})

test('where no message reaches her none is sent and nothing is stamped: she is rung up', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact(null, 'phone')
  const conversationId = await newConversation(contact)
  const booked = await as('officer')({
    method: 'POST',
    url: '/api/appointments',
    payload: {
      ...{ guideSlug: 'household-split', startsAt: slot!.startsAt, name: '陈婆婆', phone: '13800000000' },
      ...{ conversationId, clientKey: `phone-${contact}` },
    },
  })
  assert.equal(booked.statusCode, 200, booked.body)
  const { id } = booked.json()
  await makeOld(id)
  const evening = eveningBefore(slot!.startsAt)
  assert.equal(await remind(evening), 0)
  const listed = (await toRing(evening)).find((each) => each.id === id)
  assert.deepEqual([listed?.remindedAt, listed?.callDue], [null, true])
})

test('who has just booked is not reminded of it', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact()
  await book(contact, slot!.startsAt, { conversationId: await newConversation(contact) })
  assert.equal(await remind(new Date()), 0)
})
