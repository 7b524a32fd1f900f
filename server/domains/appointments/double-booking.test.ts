import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { openTestCounter } from './counter.fixture.ts'

const server = await startTestServer()
const { as, world } = server
const { inWorld, key, freeSlots, newContact, phone, book, countOverlaps } = await openTestCounter(server)

test('fifty people want the same time at two counters: two get it, the others hear of the next free times', async () => {
  const [slot] = await freeSlots()
  const contacts = await Promise.all(Array.from({ length: 50 }, () => newContact()))
  const answers = await Promise.all(contacts.map((contact) => book(contact, slot!.startsAt)))
  const booked = answers.filter((answer) => answer.statusCode === 200).map((answer) => answer.json())
  const refused = answers.filter((answer) => answer.statusCode === 409)
  assert.equal(booked.length, 2)
  assert.equal(refused.length, 48)
  assert.notEqual(booked[0].counterName, booked[1].counterName)
  for (const answer of refused) {
    const { message, details } = answer.json()
    assert.match(message, /约满/)
    assert.equal(details.nextFree.length, 3)
    for (const next of details.nextFree) {
      assert.ok(next.startsAt > slot!.startsAt)
      assert.ok(next.free > 0)
    }
  }
  assert.equal(await countOverlaps(), 0)
})

test('the database itself refuses two at one counter, whoever asks', async () => {
  const [slot] = await freeSlots()
  const first = (await book(await newContact(), slot!.startsAt)).json()
  const copy = (shiftMinutes: number) =>
    inWorld(({ client, stationId }) =>
      client.query(
        `insert into appointments (station_id, id, number, counter_id, guide_id, person_name, starts_at, ends_at)
         select station_id, gen_random_uuid(), gen_random_uuid()::text, counter_id, guide_id, '', starts_at + make_interval(mins => $3),
           ends_at + make_interval(mins => $3) from appointments where station_id = $1 and id = $2`,
        [stationId, first.id, shiftMinutes],
      ),
    )
  for (const minutes of [0, 1, -29]) await assert.rejects(copy(minutes), { code: '23P01' })
  await copy(30)
})

test('guides of different length never share a counter in the same minute', async () => {
  const long = await freeSlots('household-split')
  const day = long[0]!.startsAt.slice(0, 10)
  const query = { stationCode: world.code, guideSlug: 'register-details', from: day, days: '1' }
  const short = (await server.anonymous({ url: '/api/public/slots', query })).json().days[0].slots
  const wishes = [...long.slice(0, 6), ...short.slice(0, 18)].flatMap((slot, i) =>
    Array.from({ length: 2 }, async () => {
      const guideSlug = i < 6 ? 'household-split' : 'register-details'
      return book(await newContact(), slot.startsAt, { guideSlug })
    }),
  )
  const statuses = (await Promise.all(wishes)).map((answer) => answer.statusCode)
  assert.deepEqual([...new Set(statuses)].sort(), [200, 409])
  assert.equal(await countOverlaps(), 0)
})

test('the same key five times at once is one appointment and one answer', async () => {
  const [slot, other] = await freeSlots()
  const contact = await newContact()
  const clientKey = key()
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => book(contact, slot!.startsAt, { clientKey })),
  )
  assert.deepEqual(
    answers.map((answer) => answer.statusCode),
    [200, 200, 200, 200, 200],
  )
  assert.equal(new Set(answers.map((answer) => answer.body)).size, 1)
  const again = await book(contact, other!.startsAt, { clientKey })
  assert.equal(again.body, answers[0]!.body)
  const own = await phone(contact)({ url: '/api/resident/appointments' })
  assert.equal(own.json().items.length, 1)
})

test('one standing appointment a person and guide, also when five are asked for at once', async () => {
  const slots = await freeSlots()
  const contact = await newContact()
  const answers = await Promise.all(slots.slice(0, 5).map((slot) => book(contact, slot.startsAt)))
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409, 409, 409, 409])
  const first = answers.find((answer) => answer.statusCode === 200)!.json()
  const refused = answers.find((answer) => answer.statusCode === 409)!.json()
  assert.equal(refused.details.appointmentId, first.id)
  assert.match(refused.message, /已经约了.*分户/)
  const cancel = {
    method: 'POST',
    url: `/api/resident/appointments/${first.id}/cancellation`,
    payload: {},
  } as const
  assert.equal((await phone(contact)(cancel)).statusCode, 200)
  assert.equal((await book(contact, slots[6]!.startsAt)).statusCode, 200)
})

test('a resident keeps no more than three times to herself', async () => {
  const slots = await freeSlots('identity-card-first')
  const contact = await newContact()
  const guides = ['identity-card-first', 'household-certificate', 'register-details', 'name-change']
  const statuses: number[] = []
  for (const [i, guideSlug] of guides.entries()) {
    const day = slots[0]!.startsAt.slice(0, 10)
    const query = { stationCode: world.code, guideSlug, from: day, days: '1' }
    const own = (await server.anonymous({ url: '/api/public/slots', query })).json().days[0].slots
    statuses.push((await book(contact, own[i * 4].startsAt, { guideSlug })).statusCode)
  }
  assert.deepEqual(statuses, [200, 200, 200, 409])
})

test('a time that is taken leaves the old one as it was', async () => {
  const [first, second] = await freeSlots()
  const contacts = await Promise.all([newContact(), newContact(), newContact()])
  await book(contacts[0]!, second!.startsAt)
  await book(contacts[1]!, second!.startsAt)
  const mine = (await book(contacts[2]!, first!.startsAt)).json()
  const move = (startsAt: string) =>
    phone(contacts[2]!)({
      method: 'POST',
      url: `/api/resident/appointments/${mine.id}/rescheduling`,
      payload: { startsAt },
    })
  const refused = await move(second!.startsAt)
  assert.equal(refused.statusCode, 409)
  assert.equal(refused.json().details.nextFree.length, 3)
  const own = (await phone(contacts[2]!)({ url: '/api/resident/appointments' })).json().items[0]
  assert.equal(own.startsAt, first!.startsAt)
  assert.equal(own.movedFrom, null)
  assert.equal((await move(first!.startsAt)).statusCode, 409)
})

test('many book, move and cancel at once, and no counter ever holds two', async () => {
  const slots = (await freeSlots()).slice(0, 5)
  const contacts = await Promise.all(Array.from({ length: 12 }, () => newContact()))
  const pick = (n: number) => slots[n % slots.length]!.startsAt
  const trips = contacts.map(async (contact, i) => {
    const first = await book(contact, pick(i))
    if (first.statusCode !== 200) return
    const { id } = first.json()
    const act = (noun: string, payload: object) =>
      phone(contact)({ method: 'POST', url: `/api/resident/appointments/${id}/${noun}`, payload })
    for (let step = 1; step < 4; step++) await act('rescheduling', { startsAt: pick(i + step * 2) })
    if (i % 3 === 0) await act('cancellation', {})
  })
  await Promise.all(trips)
  assert.equal(await countOverlaps(), 0)
  const listed = await as('chief')({
    url: `/api/appointments?day=${slots[0]!.startsAt.slice(0, 10)}&status=booked`,
  })
  assert.ok(listed.json().items.length > 0)
})
