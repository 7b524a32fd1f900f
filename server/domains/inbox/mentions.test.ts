import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import type { World } from '../../../test/world.ts'

const { world, as, asResident } = await startTestServer()
const { officers, contacts } = world
type Officer = keyof World['officers']

async function open(body: string): Promise<string> {
  const payload = { clientKey: randomUUID(), body }
  const answer = await asResident('liu')({ method: 'POST', url: '/api/resident/messages', payload })
  return answer.json().conversationId
}
const post = (officer: Officer, url: string, payload: object) => as(officer)({ method: 'POST', url, payload })
const get = (officer: Officer, url: string) => as(officer)({ method: 'GET', url })
const note = (officer: Officer, id: string, body: string, mentions: Officer[] = []) =>
  post(officer, `/api/conversations/${id}/notes`, {
    clientKey: randomUUID(),
    body,
    mentions: mentions.map((each) => officers[each]),
  })

test('who is mentioned in a matter of another village reads it and answers in a note', async () => {
  const id = await open('西村和东村交界的水渠塌了')
  const page = `/api/conversations/${id}`
  assert.equal((await get('eastAuxiliary', page)).statusCode, 404)
  assert.equal((await note('westAuxiliary', id, '@王辅警 你那边也漏吗', ['eastAuxiliary'])).statusCode, 201)

  const [mention] = (await get('eastAuxiliary', '/api/mentions')).json()
  assert.equal(mention.conversationId, id)
  const shown = (await get('eastAuxiliary', page)).json()
  assert.equal(shown.mayHandle, false)
  assert.equal(shown.messages.length, 2)
  const before = shown.messages[1].id
  assert.equal((await get('eastAuxiliary', `${page}/messages?before=${before}`)).json().messages.length, 1)
  assert.equal((await note('eastAuxiliary', id, '我这边没有漏')).statusCode, 201)
  const draft = await as('eastAuxiliary')({
    method: 'PUT',
    url: `${page}/draft`,
    payload: { kind: 'note', body: '再去看一眼' },
  })
  assert.equal(draft.statusCode, 200)
  assert.equal((await get('westAuxiliary', page)).json().mayHandle, true)
})

test('she decides nothing there, and it is no work of hers until it is handed to her', async () => {
  const id = await open('西村的鱼塘被投毒')
  const page = `/api/conversations/${id}`
  await note('officer', id, '@王辅警 见过这种药瓶吗', ['eastAuxiliary'])
  const closing = { settlement: 'online', emergency: false, outcome: '已答复', tell: false }
  const deeds: [string, object][] = [
    [`${page}/messages`, { contactId: contacts.liu, clientKey: randomUUID(), body: '收到' }],
    [`${page}/assignment`, { officerId: officers.eastAuxiliary, reason: '' }],
    [`${page}/triage-corrections`, { field: 'scenario', value: 'safety' }],
    [`${page}/closure`, closing],
    [`${page}/reopening`, { reason: '再看看' }],
    [`${page}/typing`, {}],
  ]
  for (const [url, payload] of deeds) {
    const refused = await post('eastAuxiliary', url, payload)
    assert.equal(refused.statusCode, 403, url)
    assert.match(refused.json().message, /同事提到了您/, url)
  }
  const counts = (await get('eastAuxiliary', '/api/conversation-counts')).json()
  for (const queue of ['waiting', 'unassigned', 'emergency', 'all'] as const) {
    const { items } = (await get('eastAuxiliary', `/api/conversations?queue=${queue}&limit=100`)).json()
    const listed = items.some((item: { id: string }) => item.id === id)
    assert.equal(listed, queue === 'all', queue)
    if (queue !== 'all') assert.equal(items.length, counts[queue], queue)
  }
  await post('officer', `${page}/assignment`, { officerId: officers.eastAuxiliary, reason: '' })
  assert.equal((await get('eastAuxiliary', page)).json().mayHandle, true)
  assert.equal((await post('eastAuxiliary', ...deeds[0]!)).statusCode, 201)
})

test('nobody is mentioned who sees no matters: the note is refused with a sentence and nothing of it is kept', async () => {
  const id = await open('西村有人偷电')
  for (const [officer, name] of [
    ['auditor', '监督员'],
    ['administrator', '管理员'],
  ] as const) {
    const refused = await note('officer', id, `@${name} 请看`, ['chief', officer])
    assert.equal(refused.statusCode, 400)
    assert.match(refused.json().message, new RegExp(`${name}不办理居民事项`))
  }
  assert.equal((await get('officer', `/api/conversations/${id}`)).json().messages.length, 1)
  assert.deepEqual((await get('chief', '/api/mentions')).json(), [])
})
