import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tellOfEmergencies } from '../wechat/notices/tell-of-emergencies.ts'
import { hear } from './model-server.fixture.ts'
import { startHearing } from './recordings.fixture.ts'

const hearing = await startHearing()
const { as, asResident, call, at, turn, model, record, transcribe, show, next, query, context } = hearing
const { stationId, officers } = hearing
const danger = '快来人啊，他拿刀砍人了'

await call('chief', 'PUT', at, { address: model.address, model: 'paraformer' })
await call('chief', 'POST', `${at}/checks`)
assert.equal((await turn({ on: true, assessment: 'PIA-2026-09' })).statusCode, 200)
for (const [userId, officer] of [
  ['ChenHao', officers.chief],
  ['LiXiuYing', officers.officer],
])
  await query(
    `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at) values ($1, $2, $3, $3, now())`,
    [userId, officer],
  )

const close = async (id: string, emergency = false) => {
  const payload = { emergency, settlement: emergency ? 'scene' : 'online', outcome: '已经说明', tell: false }
  const answer = await call('officer', 'POST', `/api/conversations/${id}/closure`, payload)
  assert.equal(answer.statusCode, 201, answer.body)
}
const noticed = (id: string) =>
  query(
    `select officer_id from officer_notices where station_id = $1 and kind = 'emergency' and conversation_id = $2`,
    [id],
  )
const urgent = async () =>
  (await as('officer')({ url: '/api/conversations?queue=emergency' }))
    .json()
    .items.map(({ id }: { id: string }) => id)

test('danger heard in a matter that was closed meanwhile opens it, puts it in the queue and tells people, as a message would', async () => {
  const { id } = await record()
  await close(id)
  next(hear(danger))
  await transcribe()
  const { conversation, closures } = await show(id)
  assert.deepEqual([conversation.emergency, conversation.closedAt], [true, null])
  assert.ok(conversation.waitingSince)
  assert.ok(closures[0]!.reopenedAt)
  assert.ok((await urgent()).includes(id))
  await tellOfEmergencies(context, stationId)
  assert.equal((await noticed(id)).length, 2)
  const events = await query(
    `select name, actor_kind from events where station_id = $1 and conversation_id = $2
       and name in ('conversation.reopened', 'transcript.raised') order by id`,
    [id],
  )
  assert.deepEqual(
    events.map(({ name, actor_kind }) => `${name} ${actor_kind}`),
    ['conversation.reopened system', 'transcript.raised system'],
  )
  // The same as what she writes there.
  const written = await record('', undefined, 'liu')
  await close(written.id)
  await asResident('liu')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: crypto.randomUUID(), body: danger, conversationId: written.id },
  })
  const other = await show(written.id)
  assert.deepEqual([other.conversation.emergency, other.conversation.closedAt], [true, null])
})

test('calm words leave it closed, and so does a person’s word on whether it is an emergency', async () => {
  const calm = await record()
  await close(calm.id)
  next(hear('谢谢，办好了'))
  await transcribe()
  const { conversation } = await show(calm.id)
  assert.deepEqual([conversation.emergency, conversation.closedAt === null], [false, false])

  const seenTo = await record()
  await close(seenTo.id, true)
  next(hear(danger))
  await transcribe()
  assert.ok((await show(seenTo.id)).conversation.closedAt, 'who closed it had been there')

  const denied = await record()
  for (const value of [true, false])
    await call('officer', 'POST', `/api/conversations/${denied.id}/triage-corrections`, {
      field: 'emergency',
      value,
    })
  await close(denied.id)
  next(hear(danger))
  await transcribe()
  const { conversation: closed } = await show(denied.id)
  assert.deepEqual([closed.emergency, closed.closedAt === null], [false, false])
})

test('danger heard in an open matter that was answered before it was heard is told too', async () => {
  const { id } = await record()
  const reply = { contactId: hearing.world.contacts.chen, clientKey: crypto.randomUUID() }
  await call('officer', 'POST', `/api/conversations/${id}/messages`, { ...reply, body: '收到，我先听一下。' })
  next(hear(danger))
  await transcribe()
  await tellOfEmergencies(context, stationId)
  assert.equal((await noticed(id)).length, 2)
})
