import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { openTestCounter } from './counter.fixture.ts'

const server = await startTestServer()
const { as, asResident, anonymous, world } = server
const { inWorld, freeSlots, newContact, book } = await openTestCounter(server)

async function issue(role: keyof World['officers']): Promise<string> {
  const answer = await as(role)({ method: 'POST', url: '/api/calendar-feed' })
  assert.equal(answer.statusCode, 200)
  return answer.json().path
}

test('a calendar app reads the appointments without a sign-in and without names', async () => {
  const [slot] = await freeSlots()
  const { id, number } = (await book(await newContact(), slot!.startsAt, { name: '欧阳小明' })).json()
  const answer = await anonymous({ url: await issue('chief') })
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8')
  assert.match(answer.body, /^BEGIN:VCALENDAR\r\n/)
  assert.match(answer.body, new RegExp(`UID:${id}`))
  assert.match(answer.body, /SUMMARY:分户（欧）/)
  assert.match(answer.body, new RegExp(`DTSTART:${slot!.startsAt.replace(/[-:]|\.\d+/g, '')}`))
  assert.match(answer.body, new RegExp(number))
  assert.ok(!answer.body.includes('阳'))
  assert.ok(!answer.body.includes('13800000000'))
})

test('a name can’t break out of its line', async () => {
  const [slot] = await freeSlots()
  await book(await newContact(), slot!.startsAt, { name: '\nATTENDEE:mailto:a@example.org' })
  const { body } = await anonymous({ url: await issue('chief') })
  assert.ok(!body.includes('ATTENDEE'))
})

test('a new address ends the one before; it is kept as a hash only', async () => {
  const first = await issue('officer')
  const second = await issue('officer')
  assert.equal((await anonymous({ url: first })).statusCode, 404)
  assert.equal((await anonymous({ url: second })).statusCode, 200)
  const { rows } = await inWorld(({ client, stationId }) =>
    client.query('select calendar_secret from officers where station_id = $1 and id = $2', [
      stationId,
      world.officers.officer,
    ]),
  )
  assert.match(rows[0].calendar_secret, /^[0-9a-f]{64}$/)
  assert.ok(!second.includes(rows[0].calendar_secret))
})

test('a suspended officer’s address is dead', async () => {
  const path = await issue('westAuxiliary')
  assert.equal((await anonymous({ url: path })).statusCode, 200)
  await inWorld(({ db, stationId }) =>
    db
      .insertInto('officerSuspensions')
      .values({ stationId, id: newId(), officerId: world.officers.westAuxiliary, reason: '离职' })
      .execute(),
  )
  assert.equal((await anonymous({ url: path })).statusCode, 404)
})

test('an auxiliary’s feed has her villages only', async () => {
  const [slot] = await freeSlots()
  const west = (await book(await newContact(world.villages.west), slot!.startsAt)).json()
  const east = (await book(await newContact(world.villages.east), slot!.startsAt)).json()
  const { body } = await anonymous({ url: await issue('eastAuxiliary') })
  assert.ok(body.includes(east.id))
  assert.ok(!body.includes(west.id))
})

test('guesses find nothing', async () => {
  const real = await issue('chief')
  const guesses = [
    real.replace(/.{5}\.ics$/, 'AAAAA.ics'),
    `/api/calendar/${'A'.repeat(54)}.ics`,
    `/api/calendar/${'A'.repeat(30)}.ics`,
  ]
  for (const url of guesses) assert.equal((await anonymous({ url })).statusCode, 404, url)
  assert.equal((await anonymous({ url: '/api/calendar/..%2f..%2fx.ics' })).statusCode, 400)
  assert.equal((await anonymous({ method: 'POST', url: '/api/calendar-feed' })).statusCode, 401)
  assert.equal((await asResident('chen')({ method: 'POST', url: '/api/calendar-feed' })).statusCode, 401)
  assert.equal((await as('auditor')({ method: 'POST', url: '/api/calendar-feed' })).statusCode, 403)
})
