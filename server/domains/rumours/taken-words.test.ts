import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { ok, workDesk } from './rumours.fixture.ts'

const { as, asResident, world } = await startTestServer()
const { post, record, reply, show } = workDesk(as, world.villages.east)
const version = 1
const rumour = await record('老桥今晚拆除禁止通行吗')
assert.equal(await reply(rumour), version)
const words = (await show(rumour)).replies[0]!.body

async function ask(body: string): Promise<string> {
  const payload = { clientKey: newId(), body, villageId: world.villages.east }
  return ok(await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload }))
    .conversationId
}
const say = async (conversation: string, body: string) =>
  ok(
    await post('officer', `/api/conversations/${conversation}/messages`, {
      ...{ contactId: world.contacts.chen, clientKey: newId() },
      body,
    }),
  )
const take = async (conversation: string) => {
  ok(await post('officer', `/api/rumours/${rumour}/conversations`, { conversationId: conversation }))
  ok(await post('officer', `/api/rumours/${rumour}/conversations/${conversation}/replies`, { version }))
}
const unscripted = async (): Promise<number> => ok(await as('chief')({ url: '/api/unscripted' })).looked

test('what was answered with a rumour’s reply does not ask for a script', async () => {
  const conversation = await ask('听说老桥今晚拆除，是真的吗')
  await take(conversation)
  await say(conversation, words)
  assert.equal(await unscripted(), 0)
})

test('nor does an answer that was shortened, as with a script', async () => {
  const conversation = await ask('老桥还能走吗')
  await take(conversation)
  await say(conversation, '您好，已接到反映，正在核实，现场不影响出行。')
  assert.equal(await unscripted(), 0)
})

test('a reply that was taken and thrown away again does, and so does one that the answer before it did not carry', async () => {
  const thrownAway = await ask('桥那边是怎么回事')
  await take(thrownAway)
  await say(thrownAway, '我们去看一下，晚上答复您。')
  assert.equal(await unscripted(), 1)
  const before = await ask('桥拆了以后走哪里')
  await say(before, '走新桥。')
  await take(before)
  assert.equal(await unscripted(), 2)
  await say(before, words)
  assert.equal(await unscripted(), 1)
})
