import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as } = await startTestServer()
const [chief, auxiliary] = [as('chief'), as('eastAuxiliary')]
const { villages, contacts } = world

async function record(name: string, villageId: string, contactId?: string): Promise<string> {
  const payload = {
    name,
    household: { villageId, address: `${name}家` },
    ...(contactId ? { contactId } : {}),
  }
  const answer = await chief({ method: 'POST', url: '/api/residents', payload })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}

const say = (fields: object) => ({
  clientKey: randomUUID(),
  channel: 'phone',
  name: '张爹',
  phone: '100-0000-0001',
  body: '来电话问怎么销户',
  toldBy: '本人',
  heardAt: new Date(Date.now() - 60_000).toISOString(),
  ...fields,
})
const capture = (payload: object, by = auxiliary) => by({ method: 'POST', url: '/api/captures', payload })

async function contactOf(conversationId: string) {
  return (await chief({ url: `/api/conversations/${conversationId}` })).json().contact
}

const count = (table: 'contacts' | 'events', where = 'true') =>
  inStation(context.pool, world.stationId, async ({ client }) => {
    const { rows } = await client.query(`select count(*)::int as found from ${table} where ${where}`)
    return rows[0].found as number
  })
const linked = "name = 'contact.linked'"

test('whom she chose from the register the new contact belongs to, once for all tries', async () => {
  const residentId = await record('张爹', villages.east)
  const before = await count('events', linked)
  const said = say({ residentId, villageId: villages.west })
  const [first, second] = [await capture(said), await capture(said)]
  assert.deepEqual([first.statusCode, second.statusCode], [201, 201])
  assert.equal(first.json().messageId, second.json().messageId)
  const contact = await contactOf(first.json().conversationId)
  assert.deepEqual([contact.residentId, contact.name, contact.channel], [residentId, '张爹', 'phone'])
  assert.equal(contact.villageId, villages.east)
  const { conversation } = (await chief({ url: `/api/conversations/${first.json().conversationId}` })).json()
  assert.equal(conversation.villageId, villages.west)
  assert.equal(await count('events', linked), before + 1)
})

test('a known contact is linked too, but never taken from somebody else', async () => {
  const chen = await record('陈秀英', villages.east)
  const answer = await capture(say({ residentId: chen, contactId: contacts.chen }))
  assert.equal(answer.statusCode, 201, answer.body)
  assert.equal((await contactOf(answer.json().conversationId)).residentId, chen)
  const other = await record('陈小英', villages.east)
  const refused = await capture(say({ residentId: other, contactId: contacts.chen }))
  assert.equal(refused.statusCode, 409)
  assert.equal((await contactOf(answer.json().conversationId)).residentId, chen)
})

test('what cannot be taken leaves no contact behind', async () => {
  const residentId = await record('李婆婆', villages.east)
  const elsewhere = await record('西村的人', villages.west)
  const before = [await count('contacts'), await count('events', linked)]
  for (const [fields, status] of [
    [{ residentId: elsewhere }, 404],
    [{ residentId: randomUUID() }, 404],
    [{ residentId, villageId: randomUUID() }, 404],
    [{ residentId, body: '  ' }, 400],
    [{ residentId, fileIds: [randomUUID()] }, 400],
  ] as const) {
    const answer = await capture(say(fields))
    assert.equal(answer.statusCode, status, `${JSON.stringify(fields)} ${answer.body}`)
  }
  assert.deepEqual([await count('contacts'), await count('events', linked)], before)
})
