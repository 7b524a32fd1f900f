import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'

const { world, as, asResident } = await startTestServer()
const [chief, officer] = [as('chief'), as('officer')]

type Sendable = { scriptId: string; version: number; title: string; filled: string; missing: string[] }

async function addScript(title: string, body: string, villageIds: string[] | null): Promise<string> {
  const payload = {
    library: 'business',
    title,
    body,
    keywords: [],
    basis: '测试',
    expiresOn: '2099-01-01',
    auxiliaryMay: true,
    villageIds,
  }
  const { id } = (await officer({ method: 'POST', url: '/api/scripts', payload })).json()
  const items = [{ scriptId: id, version: 1 }]
  const approved = await chief({ method: 'POST', url: '/api/script-approvals', payload: { items } })
  assert.equal(approved.statusCode, 200, approved.body)
  return id
}

async function open(body: string): Promise<string> {
  const payload = { clientKey: randomUUID(), body }
  return (await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })).json()
    .conversationId
}

async function place(conversationId: string, villageId: string | null) {
  const url = `/api/conversations/${conversationId}/triage-corrections`
  const corrected = await chief({ method: 'POST', url, payload: { field: 'village', value: villageId } })
  assert.equal(corrected.statusCode, 200, corrected.body)
}

const list = async (conversationId: string, by = chief, query: Record<string, string> = {}) => {
  const answer = await by({ url: `/api/conversations/${conversationId}/scripts`, query })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items as Sendable[]
}

const all = await addScript('都能发', '{居民称呼}您好，{村名}的事找{所名}，{约定时间}来。', null)
const east = await addScript('东村的', '东村的集市改到周六。', [world.villages.east])
const west = await addScript('西村的', '西村的集市改到周日。', [world.villages.west])

test('the library is filled with what is known in the conversation, and says what is missing', async () => {
  const id = await open('集市哪天开')
  await place(id, world.villages.east)
  const script = (await list(id)).find(({ scriptId }) => scriptId === all)
  assert.equal(script?.filled, '陈大妈您好，东村的事找测试镇派出所，{约定时间}来。')
  assert.deepEqual(script?.missing, ['约定时间'])
  assert.deepEqual(
    (await list(id, chief, { text: '都能发', library: 'business' })).map(({ scriptId }) => scriptId),
    [all],
  )
  assert.deepEqual(await list(id, chief, { library: 'safety' }), [])
})

test('what is listed can be sent, and what cannot is not listed, also where nobody knows the village', async () => {
  const id = await open('集市哪天开呢')
  const send = async ({ scriptId, version }: Pick<Sendable, 'scriptId' | 'version'>) =>
    (
      await chief({
        method: 'POST',
        url: `/api/conversations/${id}/messages`,
        payload: {
          contactId: world.contacts.chen,
          clientKey: randomUUID(),
          body: '周六。',
          scripts: [{ id: scriptId, version }],
        },
      })
    ).statusCode
  const seen = async (by = chief) => (await list(id, by)).map(({ scriptId }) => scriptId)
  await place(id, world.villages.east)
  assert.deepEqual(
    [await seen(), await seen(as('eastAuxiliary'))],
    [
      [all, east],
      [all, east],
    ],
  )
  assert.equal(await send({ scriptId: east, version: 1 }), 201)
  assert.equal(await send({ scriptId: west, version: 1 }), 403)
  await place(id, null)
  assert.deepEqual(await seen(), [all])
  assert.equal(await send({ scriptId: east, version: 1 }), 403)
})

test('a conversation that is not hers has no library', async () => {
  const id = await open('东村的事')
  await place(id, world.villages.east)
  const answer = await as('westAuxiliary')({ url: `/api/conversations/${id}/scripts` })
  assert.equal(answer.statusCode, 404)
})
