import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import type { Message } from '../../../contract/inbox.ts'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as, asResident } = await startTestServer()
const { stationId, officers, contacts } = world
let conversationId = ''
const said = Array.from({ length: 130 }, (_, index) => `第${index + 1}句`)

before(async () => {
  const payload = { clientKey: randomUUID(), body: said[0] }
  const opened = await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })
  conversationId = opened.json().conversationId
  await inStation(context.pool, stationId, async ({ db, client }) => {
    await client.query(
      `update messages set sent_at = now() - interval '1 day' where station_id = $1 and conversation_id = $2`,
      [stationId, conversationId],
    )
    const start = Date.now() - 3_600_000
    const rows = said.slice(1).map((body, index) => ({
      stationId,
      id: newId(),
      conversationId,
      contactId: contacts.chen,
      direction: index % 3 === 0 ? 'outbound' : 'inbound',
      authorOfficerId: index % 3 === 0 ? officers.officer : null,
      body,
      // Two of the same moment every time: a page must not end between them and lose one.
      sentAt: new Date(start + Math.floor(index / 2) * 1000),
    }))
    // Every tenth a note, which the resident never sees and which does not shorten her pages.
    const notes = rows
      .filter((_, index) => index % 10 === 0)
      .map((row) => ({
        ...row,
        id: newId(),
        direction: 'note',
        authorOfficerId: officers.officer,
        body: '内部记录',
      }))
    await db
      .insertInto('messages')
      .values([...rows, ...notes])
      .execute()
  })
})

type Page = { messages: Message[]; more: boolean }

async function readAll(read: (url: string) => Promise<Page>, root: string) {
  const pages = [await read(`${root}/${conversationId}`)]
  while (pages[0]!.more) {
    const first = pages[0]!.messages[0]!.id
    pages.unshift(await read(`${root}/${conversationId}/messages?before=${first}`))
  }
  return {
    sizes: pages.map(({ messages }) => messages.length),
    messages: pages.flatMap((page) => page.messages),
  }
}
const bodies = (messages: Message[]) => messages.map(({ body }) => body)

test('the resident reads a talk of 130 messages back to its beginning, each once, without notes', async () => {
  const read = async (url: string) => (await asResident('chen')({ method: 'GET', url })).json() as Page
  const { sizes, messages } = await readAll(read, '/api/resident/conversations')
  assert.deepEqual(sizes, [30, 50, 50])
  assert.deepEqual(bodies(messages).toSorted(), said.toSorted())
  assert.equal(messages[0]!.body, said[0])
  const times = messages.map(({ sentAt }) => sentAt)
  assert.deepEqual(times, times.toSorted())
})

test('the officer reads the same with the notes', async () => {
  const read = async (url: string) => (await as('officer')({ method: 'GET', url })).json() as Page
  const { sizes, messages } = await readAll(read, '/api/conversations')
  assert.deepEqual(sizes, [43, 50, 50])
  const withoutNotes = messages.filter(({ direction }) => direction !== 'note')
  assert.deepEqual(bodies(withoutNotes).toSorted(), said.toSorted())
})

test("another's talk has no older messages either, and a message of another talk is no place in it", async () => {
  const url = `/api/resident/conversations/${conversationId}`
  const { messages } = (await asResident('chen')({ method: 'GET', url })).json() as Page
  const older = `${url}/messages?before=${messages[0]!.id}`
  assert.equal((await asResident('liu')({ method: 'GET', url: older })).statusCode, 404)
  const payload = { clientKey: randomUUID(), body: '刘师傅的事' }
  const other = (await asResident('liu')({ method: 'POST', url: '/api/resident/messages', payload })).json()
  const foreign = `${url}/messages?before=${other.messageId}`
  assert.deepEqual((await asResident('chen')({ method: 'GET', url: foreign })).json(), {
    messages: [],
    more: false,
  })
})
