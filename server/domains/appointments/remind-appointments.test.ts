import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { addDays, stationDay } from '../../platform/station-day.ts'
import { openTestCounter } from './counter.fixture.ts'
import { remindAppointments } from './remind-appointments.ts'
import { momentOf } from './rules.ts'

const server = await startTestServer()
const { context, world } = server
const { inWorld, freeSlots, newContact, newConversation, phone, book } = await openTestCounter(server)
const remind = (now: Date) => remindAppointments(context, { stationId: world.stationId }, now)

/** Booked a while ago, so that its reminders are due whatever the time of day is now. */
async function bookLongAgo(startsAt: string) {
  const contact = await newContact()
  const conversationId = await newConversation(contact)
  const { id } = (await book(contact, startsAt, { conversationId })).json()
  await inWorld(({ client, stationId }) =>
    client.query(
      `update appointments set booked_at = booked_at - interval '9 days' where station_id = $1 and id = $2`,
      [stationId, id],
    ),
  )
  const said = async () => {
    const { rows } = await inWorld(({ client, stationId }) =>
      client.query(
        'select body, author_officer_id from messages where station_id = $1 and conversation_id = $2 order by sent_at, id',
        [stationId, conversationId],
      ),
    )
    return rows as { body: string; author_officer_id: string | null }[]
  }
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

test('who has just booked is not reminded of it', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact()
  await book(contact, slot!.startsAt, { conversationId: await newConversation(contact) })
  assert.equal(await remind(new Date()), 0)
})
