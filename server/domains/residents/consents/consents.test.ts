import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { noticeRefusals } from './notice-refusals.ts'

const { as, asResident, context, world } = await startTestServer()
const { stationId, villages, contacts } = world

const officer = as('officer')
const record = async (payload: object): Promise<string> =>
  (await officer({ method: 'POST', url: '/api/residents', payload })).json().id
const chen = await record({
  ...{ name: '陈大妈', contactId: contacts.chen },
  household: { villageId: villages.east, address: '一组1号' },
})
const say = (payload: object, id = chen) =>
  officer({ method: 'POST', url: `/api/residents/${id}/consents`, payload })
const lineOf = async (purpose: string, id = chen) => {
  const { consents } = (await officer({ url: `/api/residents/${id}` })).json()
  return consents.find((line: { purpose: string }) => line.purpose === purpose)
}
const sayOwn = (purpose: string, allowed: boolean, who: 'chen' | 'liu' = 'chen', key = '') =>
  asResident(who)({
    ...{ method: 'POST', url: '/api/resident/consents', payload: { purpose, allowed } },
    ...(key && { headers: { 'idempotency-key': key } }),
  })
const refusing = () =>
  inStation(context.pool, stationId, async ({ client }) => {
    const { rows } = await client.query(noticeRefusals, [stationId])
    return rows.map(({ contact_id }) => contact_id)
  })
const eventsOf = (name: string, subject: string) =>
  inStation(context.pool, stationId, async ({ client }) => {
    const { rows } = await client.query(
      'select actor_kind, contact_id, village_id, data from events where name = $1 and subject_id = $2 order by id',
      [name, subject],
    )
    return rows
  })

test('what was answered is written down once, with who and how; the ledger keeps all of it', async () => {
  assert.equal((await lineOf('register')).state, 'by_duty')
  assert.equal((await lineOf('pictures')).state, 'not_asked')
  const yes = { purpose: 'pictures', state: 'in_force', how: 'written', note: '签了字' }
  assert.equal((await say(yes)).statusCode, 200)
  assert.equal((await say(yes)).statusCode, 200)
  const line = await lineOf('pictures')
  assert.deepEqual([line.state, line.how, line.recordedBy], ['in_force', 'written', '李民警'])
  await say({ purpose: 'pictures', state: 'withdrawn', how: 'spoken' })
  const again = await say({ purpose: 'pictures', state: 'in_force', how: 'spoken' })
  assert.equal(again.statusCode, 409)
  assert.match(again.json().message, /以前不再问/)
  assert.ok((await lineOf('pictures')).askAgainOn)
  assert.equal((await say({ purpose: 'register', state: 'refused', how: 'spoken' })).statusCode, 400)
  const { items } = (await officer({ url: `/api/residents/${chen}/consents` })).json()
  assert.deepEqual(
    items.map(({ state }: { state: string }) => state),
    ['withdrawn', 'in_force'],
  )
  assert.equal((await eventsOf('resident.consent_recorded', chen)).length, 2)
})

test('she decides on her own phone, at once; a second tap is nothing new', async () => {
  const before = (await asResident('chen')({ url: '/api/resident/consents' })).json()
  assert.equal(before.known, true)
  assert.deepEqual(before.items[0], { purpose: 'notices', allowed: null, since: null })
  assert.deepEqual(await refusing(), [])
  for (let tap = 0; tap < 2; tap++)
    assert.equal((await sayOwn('notices', false)).json().items[0].allowed, false)
  assert.deepEqual(await refusing(), [contacts.chen])
  assert.equal((await lineOf('notices')).state, 'refused')
  const [told, ...more] = await eventsOf('contact.opted_out', contacts.chen)
  assert.deepEqual(
    [told.actor_kind, told.contact_id, told.village_id, more.length],
    ['resident', contacts.chen, villages.east, 0],
  )
  // Back is as easy, also within the 90 days: it is her own wish.
  assert.equal((await sayOwn('notices', true)).statusCode, 200)
  assert.deepEqual(await refusing(), [])
  await sayOwn('notices', false)
  assert.equal((await lineOf('notices')).state, 'withdrawn')
  await sayOwn('notices', true)
})

test('a phone nobody has matched stops what is sent to it, and nothing else', async () => {
  const known = (await asResident('liu')({ url: '/api/resident/consents' })).json()
  assert.deepEqual(known, { known: false, items: [{ purpose: 'notices', allowed: null, since: null }] })
  assert.equal((await sayOwn('pictures', true, 'liu')).statusCode, 409)
  assert.equal((await sayOwn('notices', false, 'liu')).statusCode, 200)
  assert.deepEqual(await refusing(), [contacts.liu])
})

test('an officer stops or lets go again with what she said; a refusal of the person stops all her contacts', async () => {
  const opt = (id: string, optedOut: boolean, reason: string, who: 'officer' | 'eastAuxiliary' = 'officer') =>
    as(who)({ method: 'POST', url: `/api/contacts/${id}/opt-out`, payload: { optedOut, reason } })
  assert.equal((await opt(contacts.liu, false, '')).statusCode, 400)
  assert.equal((await opt(contacts.liu, false, '他打电话来说的', 'eastAuxiliary')).statusCode, 404)
  assert.equal((await opt(contacts.liu, false, '他打电话来说还是要')).statusCode, 200)
  assert.deepEqual(await refusing(), [])
  const kept = await inStation(context.pool, stationId, async ({ client }) => {
    const { rows } = await client.query(
      'select opted_out, officer_id, reason from contact_opt_outs where contact_id = $1 order by id',
      [contacts.liu],
    )
    return rows
  })
  assert.deepEqual(
    kept.map((row) => [row.opted_out, row.officer_id, row.reason]),
    [
      [true, null, ''],
      [false, world.officers.officer, '他打电话来说还是要'],
    ],
  )
  await officer({
    method: 'POST',
    url: `/api/contacts/${contacts.liu}/resident`,
    payload: { residentId: chen },
  })
  assert.equal((await say({ purpose: 'notices', state: 'withdrawn', how: 'spoken' })).statusCode, 200)
  assert.deepEqual((await refusing()).toSorted(), [contacts.chen, contacts.liu].toSorted())
})

test('a child’s yes is her guardian’s', async () => {
  const child = await record({ name: '小明', bornOn: `${new Date().getFullYear() - 8}-01-01` })
  const yes = { purpose: 'pictures', state: 'in_force' }
  assert.equal((await say({ ...yes, how: 'spoken' }, child)).statusCode, 409)
  assert.equal((await say({ ...yes, how: 'guardian' }, child)).statusCode, 200)
})
