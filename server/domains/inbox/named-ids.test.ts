import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { as, asResident, context, world } = await startTestServer()
const elsewhere = await createWorld(context.pool, '430182777')
const asked = await asResident('chen')({
  method: 'POST',
  url: '/api/resident/messages',
  payload: { clientKey: newId(), body: '想问分户', fileIds: [], villageId: world.villages.east },
})
const { conversationId } = asked.json()
const url = `/api/conversations/${conversationId}`
const row = <T>(text: string, values: unknown[] = []) =>
  inStation(context.pool, world.stationId, async ({ client, stationId }) => {
    const { rows } = await client.query(text, [stationId, ...values])
    return rows[0] as T
  })

test('a note tells colleagues and nobody else, and the log names no other id', async () => {
  const { chief, officer } = world.officers
  const mentions = [officer, elsewhere.officers.officer, chief, newId()]
  const payload = { clientKey: newId(), body: '请看一下', mentions }
  const { messageId } = (await as('officer')({ method: 'POST', url: `${url}/notes`, payload })).json()
  const { data } = await row<{ data: { mentions: string[] } }>(
    `select data from events where station_id = $1 and name = 'note.written' and subject_id = $2`,
    [messageId],
  )
  assert.deepEqual(data.mentions, [officer, chief])
  const { told } = await row<{ told: number }>(
    'select count(*)::int as told from mentions where station_id = $1 and message_id = $2',
    [messageId],
  )
  assert.equal(told, 2)
})

test('a draft keeps its words, and its script only when the officer may see it', async () => {
  const draft = async (by: 'officer' | 'eastAuxiliary', scriptId: string, scriptVersion = 1) => {
    const scripts = [{ id: scriptId, version: scriptVersion }]
    const payload = { kind: 'outbound', body: '您好，', scripts }
    const answer = await as(by)({ method: 'PUT', url: `${url}/draft`, payload })
    assert.equal(answer.statusCode, 200, answer.body)
    return row<{ body: string; scripts: object[] }>(
      'select body, scripts from drafts where station_id = $1 and officer_id = $2',
      [world.officers[by]],
    )
  }
  const make = async (of: typeof world, auxiliaryMay: boolean) => {
    const payload = {
      library: 'business',
      title: '分户要带的材料',
      body: '您好，分户请带户口簿。',
      keywords: ['分户'],
      basis: '',
      expiresOn: '2099-01-01',
      auxiliaryMay,
      villageIds: null,
    }
    const { id } = (await as('chief', of)({ method: 'POST', url: '/api/scripts', payload })).json()
    const items = [{ scriptId: id, version: 1 }]
    const approved = await as(
      'officer',
      of,
    )({
      method: 'POST',
      url: '/api/script-approvals',
      payload: { items },
    })
    assert.ok(approved.statusCode < 300, approved.body)
    return id as string
  }
  const [own, officersOnly, foreign] = [
    await make(world, true),
    await make(world, false),
    await make(elsewhere, true),
  ]
  const kept = { body: '您好，', scripts: [{ id: own, version: 1 }] }
  const without = { body: '您好，', scripts: [] }
  assert.deepEqual(await draft('officer', own), kept)
  assert.deepEqual(await draft('officer', own, 7), without)
  assert.deepEqual(await draft('officer', foreign), without)
  assert.deepEqual(await draft('officer', newId()), without)
  assert.deepEqual(await draft('eastAuxiliary', own), kept)
  assert.deepEqual(await draft('eastAuxiliary', officersOnly), without)
})
