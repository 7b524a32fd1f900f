import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { world, as, asResident, context } = await startTestServer()
const [chief, officer, east, west] = [as('chief'), as('officer'), as('eastAuxiliary'), as('westAuxiliary')]
type Call = typeof chief

const words = { title: '分户', body: '带户口簿。', keywords: [], basis: '测试', expiresOn: '2099-01-01' }
const post = async (by: Call, url: string, payload: object) => {
  const answer = await by({ method: 'POST', url, payload })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
async function addScript(): Promise<string> {
  const scope = { library: 'business', auxiliaryMay: true, villageIds: null }
  const { id } = await post(officer, '/api/scripts', { ...words, ...scope })
  await post(chief, '/api/script-approvals', { items: [{ scriptId: id, version: 1 }] })
  return id
}
async function renew(id: string, version: number) {
  await post(officer, `/api/scripts/${id}/versions`, { ...words, body: `带户口簿，第${version}版。` })
  await post(chief, '/api/script-approvals', { items: [{ scriptId: id, version }] })
}
async function ask(village: 'east' | 'west'): Promise<string> {
  const payload = { clientKey: newId(), body: '分户要带什么', villageId: world.villages[village] }
  const phone = asResident(village === 'east' ? 'chen' : 'liu')
  const answer = await phone({ method: 'POST', url: '/api/resident/messages', payload })
  const id = answer.json().conversationId
  const placed = { field: 'village', value: world.villages[village] }
  await post(chief, `/api/conversations/${id}/triage-corrections`, placed)
  return id
}
async function send(conversationId: string, scripts: { id: string; version: number }[]) {
  const { contact } = (await chief({ url: `/api/conversations/${conversationId}` })).json()
  const reply = { contactId: contact.id, body: '带户口簿。', clientKey: newId(), scripts }
  const answer = await chief({
    method: 'POST',
    url: `/api/conversations/${conversationId}/messages`,
    payload: reply,
  })
  assert.ok(answer.statusCode < 300, answer.body)
}
async function list(id: string, query = '', by = chief) {
  const answer = await by({ url: `/api/scripts/${id}/sendings?${query}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as {
    items: { conversationId: string; version: number; villageId: string | null }[]
    next: string | null
    total: number
  }
}

const [one, two] = [await addScript(), await addScript()]
const [inEast, inWest] = [await ask('east'), await ask('west')]
await send(inEast, [{ id: one, version: 1 }])
await send(inWest, [
  { id: two, version: 1 },
  { id: one, version: 1 },
])
await renew(one, 2)
await send(inEast, [{ id: one, version: 2 }])

test('where old versions went is found, also when the script was the second in an answer', async () => {
  const old = await list(one, 'old=true')
  assert.deepEqual(
    old.items.map(({ conversationId, version }) => [conversationId, version]),
    [
      [inWest, 1],
      [inEast, 1],
    ],
  )
  assert.equal((await list(one)).total, 3)
  assert.equal((await list(one, 'version=2')).total, 1)
  assert.equal((await list(one, `old=true&villageId=${world.villages.west}`)).total, 1)
  assert.equal((await list(one, 'from=2020-01-01&to=2020-02-01')).total, 0)
  const first = await list(one, 'limit=2')
  const second = await list(one, `limit=2&after=${encodeURIComponent(first.next!)}`)
  assert.deepEqual([first.items.length, second.items.length, second.next], [2, 1, null])
})

test('an auxiliary sees those of her villages, and each look is recorded', async () => {
  assert.deepEqual(
    (await list(one, 'old=true', east)).items.map(({ conversationId }) => conversationId),
    [inEast],
  )
  assert.deepEqual(
    (await list(one, 'old=true', west)).items.map(({ conversationId }) => conversationId),
    [inWest],
  )
  const { rows } = await inStation(context.pool, world.stationId, ({ client }) =>
    client.query(
      `select data from events where station_id = $1 and name = 'conversation.listed' and actor_id = $2 and data ->> 'of' = 'script_sendings'`,
      [world.stationId, world.officers.westAuxiliary],
    ),
  )
  assert.deepEqual(rows[0].data.ids, [inWest])
})

test('of a withdrawn script every version is an old one', async () => {
  await chief({ method: 'POST', url: `/api/scripts/${two}/retirement`, payload: { reason: '不用了' } })
  assert.equal((await list(two, 'old=true')).total, 1)
  const broken = await chief({ url: `/api/scripts/${one}/sendings?after=nonsense` })
  assert.equal(broken.statusCode, 400)
})
