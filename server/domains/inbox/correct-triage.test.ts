import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as, asResident } = await startTestServer()
const { stationId, villages } = world

async function say(
  body: string,
  conversationId?: string,
): Promise<{ conversationId: string; messageId: string }> {
  const payload = { clientKey: randomUUID(), body, ...(conversationId ? { conversationId } : {}) }
  return (await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })).json()
}
const show = async (id: string) =>
  (await as('chief')({ method: 'GET', url: `/api/conversations/${id}` })).json()
async function correct(id: string, payload: object): Promise<void> {
  const url = `/api/conversations/${id}/triage-corrections`
  const answer = await as('officer')({ method: 'POST', url, payload })
  assert.equal(answer.statusCode, 200, answer.body)
}
const kept = (conversationId: string) =>
  inStation(
    context.pool,
    stationId,
    async (tx) =>
      (
        await tx.client.query(
          `select message_id, field, machine_value, person_value from triage_corrections
           where station_id = $1 and conversation_id = $2 order by id`,
          [stationId, conversationId],
        )
      ).rows,
  )

test('a correction of the subject is kept with the message that made it, not with the thanks that came last', async () => {
  const first = await say('隔壁天天夜里放音响，吵得睡不着')
  const id = first.conversationId
  await say('谢谢', id)
  const { conversation, reading } = await show(id)
  assert.equal(reading.messageId, first.messageId)
  assert.equal(reading.scenario, conversation.scenario)
  const machine = reading.scenario
  await correct(id, { field: 'scenario', value: 'safety' })
  await correct(id, { field: 'scenario', value: 'other_office', office: 'town_government' })
  assert.deepEqual(await kept(id), [
    { message_id: first.messageId, field: 'scenario', machine_value: machine, person_value: 'safety' },
    {
      message_id: first.messageId,
      field: 'scenario',
      machine_value: machine,
      person_value: 'other_office:town_government',
    },
  ])
})

test('an emergency comes from the last message read as one, and its reasons are shown', async () => {
  const opening = await say('问一下分户要带什么')
  const id = opening.conversationId
  const cry = await say('有人拿刀砍人，快来！', id)
  await say('还在门口', id)
  const { conversation, reading, laterReadings } = await show(id)
  assert.equal(conversation.emergency, true)
  assert.deepEqual([reading.messageId, reading.emergency], [opening.messageId, false])
  assert.deepEqual(
    laterReadings.map((each: { messageId: string; emergency: boolean }) => [each.messageId, each.emergency]),
    [[cry.messageId, true]],
  )
  assert.ok(laterReadings[0].reasons.some((reason: { kind: string }) => reason.kind === 'emergency'))
  await correct(id, { field: 'emergency', value: false })
  assert.deepEqual(await kept(id), [
    { message_id: cry.messageId, field: 'emergency', machine_value: 'true', person_value: 'false' },
  ])
})

test('an emergency nobody read is said of the newest message', async () => {
  const { conversationId: id } = await say('我家的事')
  const newest = await say('你们来看看', id)
  await correct(id, { field: 'emergency', value: true })
  assert.deepEqual(await kept(id), [
    { message_id: newest.messageId, field: 'emergency', machine_value: 'false', person_value: 'true' },
  ])
})

test('a village is corrected on the message in which it was read', async () => {
  const opening = await say('东村口的路灯坏了')
  const id = opening.conversationId
  await say('西村那边的也坏了', id)
  await correct(id, { field: 'village', value: null })
  await correct(id, { field: 'village', value: villages.west })
  const [first, second] = await kept(id)
  assert.deepEqual(
    [first.message_id, first.machine_value, first.person_value],
    [opening.messageId, villages.east, ''],
  )
  assert.deepEqual(
    [second.message_id, second.machine_value, second.person_value],
    [opening.messageId, villages.east, villages.west],
  )
})
