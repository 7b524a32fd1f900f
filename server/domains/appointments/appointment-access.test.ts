import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { openTestCounter } from './counter.fixture.ts'

const server = await startTestServer()
const { as, asResident, anonymous, world, context } = server
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

test('a resident finds her own appointments and nobody else’s', async () => {
  const [slot] = await freeSlots()
  const [mine, other] = [await newContact(), await newContact()]
  const { id } = (await book(mine, slot!.startsAt)).json()
  assert.deepEqual(await listOwn(other), [])
  for (const noun of ['rescheduling', 'cancellation']) {
    const url = `/api/resident/appointments/${id}/${noun}`
    const payload = noun === 'rescheduling' ? { startsAt: slot!.startsAt } : {}
    assert.equal((await phone(other)({ method: 'POST', url, payload })).statusCode, 404)
    assert.equal((await anonymous({ method: 'POST', url, payload })).statusCode, 401)
  }
  const conversationId = await newConversation(mine)
  const foreign = await book(other, slot!.startsAt, { conversationId })
  assert.equal(foreign.statusCode, 404)
  assert.equal((await asResident('chen')({ url: '/api/appointments' })).statusCode, 401)
  assert.equal((await listOwn(mine))[0].status, 'booked')
})

test('an auxiliary sees her villages, the unknown ones and what she booked herself', async () => {
  const slots = await freeSlots()
  const contacts = {
    east: await newContact(world.villages.east),
    west: await newContact(world.villages.west),
    unknown: await newContact(),
  }
  const ids: Record<string, string> = {}
  for (const [i, [name, contact]] of Object.entries(contacts).entries())
    ids[name] = (await book(contact, slots[i]!.startsAt)).json().id
  const east = as('eastAuxiliary')
  const day = slots[0]!.startsAt.slice(0, 10)
  const listed = (await east({ url: `/api/appointments?day=${day}` })).json().items
  const seen = new Set(listed.map((item: { id: string }) => item.id))
  assert.deepEqual(
    [seen.has(ids['east']), seen.has(ids['unknown']), seen.has(ids['west'])],
    [true, true, false],
  )
  assert.equal((await east({ url: `/api/appointments/${ids['west']}` })).statusCode, 404)
  for (const noun of ['arrival', 'service', 'absence', 'cancellation'])
    assert.equal((await act(east, ids['west']!, noun)).statusCode, 404)
  const away = officerBooking(slots[4]!.startsAt, { contactId: contacts.west })
  assert.equal((await bookFor(away, east)).statusCode, 404)
  const conversationId = await newConversation(contacts.west, world.villages.west)
  assert.equal((await bookFor(officerBooking(slots[4]!.startsAt, { conversationId }), east)).statusCode, 404)
  assert.equal((await bookFor(officerBooking(slots[4]!.startsAt, { caseId: newId() }), east)).statusCode, 404)
  // Nor by a case of hers that nobody is named in yet: the refusal would tell when that person was here before.
  const matter = { kind: 'help', title: '问分户', scenario: 'business', channel: 'phone', clientKey: key() }
  const opened = await east({ method: 'POST', url: '/api/cases', payload: matter })
  assert.equal(opened.statusCode, 201, opened.body)
  const borrowed = { caseId: opened.json().id, contactId: contacts.west }
  assert.equal((await bookFor(officerBooking(slots[4]!.startsAt, borrowed), east)).statusCode, 404)
  const own = await bookFor(officerBooking(slots[4]!.startsAt), east)
  assert.equal((await east({ url: `/api/appointments/${own.json().id}` })).statusCode, 200)
})

test('lists hide the middle of a telephone number; looking at one is written down', async () => {
  const [slot] = await freeSlots()
  const { id } = (await bookFor(officerBooking(slot!.startsAt))).json()
  const day = slot!.startsAt.slice(0, 10)
  const listed = (await chief({ url: `/api/appointments?from=${day}&until=${day}` })).json().items
  assert.equal(listed.find((item: { id: string }) => item.id === id).phone, '138****1234')
  assert.equal((await chief({ url: `/api/appointments/${id}` })).json().appointment.phone, '13800001234')
  const { rows } = await inWorld(({ client, stationId }) =>
    client.query(
      'select name, actor_id, data from events where station_id = $1 and subject_id = $2 order by id',
      [stationId, id],
    ),
  )
  assert.deepEqual(
    rows.map((row) => row.name),
    ['appointment.booked', 'appointment.read'],
  )
  assert.equal(rows[1].actor_id, world.officers.chief)
  assert.ok(!JSON.stringify(rows).includes('陈大妈'))
})

test('who may not, may not', async () => {
  const [slot] = await freeSlots()
  for (const role of ['administrator', 'auditor'] as const) {
    assert.equal((await as(role)({ url: '/api/appointments' })).statusCode, 403)
    assert.equal((await bookFor(officerBooking(slot!.startsAt), as(role))).statusCode, 403)
  }
  assert.equal((await anonymous({ url: '/api/appointments' })).statusCode, 401)
  const public_ = await anonymous({
    url: '/api/public/slots',
    query: { stationCode: world.code, guideSlug: 'household-split' },
  })
  assert.ok(!/陈|138|"id"/.test(public_.body))
})

test('another station has none of it', async () => {
  const other = await createWorld(context.pool, '430182906')
  const [slot] = await freeSlots()
  const { id } = (await book(await newContact(), slot!.startsAt)).json()
  assert.equal((await as('chief', other)({ url: `/api/appointments/${id}` })).statusCode, 404)
  assert.equal((await act(as('chief', other), id, 'cancellation')).statusCode, 404)
  const conversation = await newConversation(await newContact())
  const listed = await as(
    'chief',
    other,
  )({ url: '/api/appointments', query: { conversationId: conversation } })
  assert.deepEqual(listed.json().items, [])
})
