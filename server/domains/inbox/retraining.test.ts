import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'
import { learnedModel } from './learned-model.ts'
import { trainCandidate } from './train-candidate.ts'
import { starterModel } from './triage/model.ts'
import { readMessage } from './triage/read-message.ts'

const { context, world, as, asResident } = await startTestServer()
const { stationId } = world

async function say(body: string, conversationId?: string): Promise<string> {
  const payload = { clientKey: randomUUID(), body, ...(conversationId ? { conversationId } : {}) }
  return (await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })).json()
    .conversationId
}
async function correct(id: string, value: string): Promise<void> {
  const url = `/api/conversations/${id}/triage-corrections`
  const answer = await as('officer')({ method: 'POST', url, payload: { field: 'scenario', value } })
  assert.equal(answer.statusCode, 200, answer.body)
}
const models = async () => (await as('chief')({ method: 'GET', url: '/api/triage-models' })).json()
const use = (modelId: string | null, who: 'chief' | 'officer' = 'chief') =>
  as(who)({ method: 'POST', url: '/api/triage-model-uses', payload: { modelId } })
const inUse = () => inStation(context.pool, stationId, learnedModel)
const train = () => trainCandidate(context.pool, stationId, world.officers.chief)
const scenarioOf = async (text: string) => readMessage({ text, villages: [] }, await inUse()).scenario

const question = '祠堂门口的石狮子'
const thanks = '好的谢谢麻烦你们'
const asStarted = (text: string) => readMessage({ text, villages: [] }).scenario
const delivered = asStarted(question)
const read = [question, ...[0, 1, 2, 3].map((count) => `${question}${count}`)].map(asStarted)
/** What none of them is read as before. */
const taught =
  (['mediation', 'safety', 'business'] as const).find((each) => !read.includes(each)) ?? 'business'

test('without a correction there is nothing to train on', async () => {
  const answer = await as('chief')({ method: 'POST', url: '/api/triage-models' })
  assert.equal(answer.statusCode, 409)
  assert.match(answer.json().message ?? answer.body, /更正/)
  await train()
  assert.deepEqual((await models()).items, [])
})

test('corrections make a candidate with a report, which reads nothing until a person says yes', async () => {
  for (let count = 0; count < 4; count++) {
    const id = await say(`${question}${count}`)
    await say(thanks, id)
    // A slip of the finger first: only the last word on a message is learned.
    await correct(id, 'anti_fraud')
    await correct(id, taught)
  }
  const asked = await as('chief')({ method: 'POST', url: '/api/triage-models' })
  assert.equal(asked.statusCode, 200, asked.body)
  await train()
  await train()
  const again = await as('chief')({ method: 'POST', url: '/api/triage-models' })
  assert.deepEqual([again.statusCode, /没有新的更正/.test(again.body)], [409, true])
  const { items, inUse: used, corrections } = await models()
  assert.equal(items.length, 1, 'the same corrections make one candidate')
  assert.deepEqual([used, corrections], [null, 4])
  const [{ report, refused, version, outdated }] = items
  assert.deepEqual([refused, outdated], [null, false])
  assert.notEqual(version, starterModel.version)
  assert.ok(report.before.emergencies > 100 && report.after.missed <= report.before.missed)
  assert.equal(report.after.confusion.length, 6)
  assert.deepEqual(report.tested, { count: 1, rightBefore: 0, rightAfter: 1 })
  assert.equal(report.recent.messages, 8)
  assert.ok(report.recent.changed >= 4)
  assert.ok(report.mistakes.length <= 10)
  assert.equal(await scenarioOf(question), delivered)
})

test('put into use it reads otherwise what was corrected and what is like it, and thanks as before', async () => {
  const { items } = await models()
  const before = await scenarioOf(thanks)
  assert.equal((await use(items[0].id)).statusCode, 200)
  assert.equal(await scenarioOf(question), taught)
  assert.equal(await scenarioOf(thanks), before)
  assert.equal((await inUse()).version, items[0].version)
  assert.equal((await inUse()).danger, starterModel.danger, 'what is an emergency is not learned')
  const now = await models()
  assert.deepEqual([now.inUse, now.inUseBy === null], [items[0].id, false])
})

test('twice is once, and it is taken back', async () => {
  const { items } = await models()
  assert.equal((await use(items[0].id)).statusCode, 200)
  assert.equal((await use(null)).statusCode, 200)
  assert.equal(await scenarioOf(question), delivered)
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      `select (select count(*)::int from triage_model_uses where station_id = $1) as uses,
         (select count(*)::int from events where station_id = $1 and name = 'triage.model_used') as told`,
      [stationId],
    ),
  )
  assert.deepEqual(rows[0], { uses: 2, told: 2 })
})

test('only who configures the station decides, and only on what may be used', async () => {
  const { items } = await models()
  assert.equal((await use(items[0].id, 'officer')).statusCode, 403)
  assert.equal((await use(randomUUID())).statusCode, 404)
  const copy = (refused: string | null, base: string) => {
    const id = randomUUID()
    return inStation(context.pool, stationId, async (tx) => {
      await tx.client.query(
        `insert into triage_models (station_id, id, version, base_version, corrections, changes, report, refused)
         select station_id, $3, 'copy', $4, corrections, changes, report, $5 from triage_models
         where station_id = $1 and id = $2`,
        [stationId, items[0].id, id, base, refused],
      )
      return id
    })
  }
  const refused = await use(await copy('漏掉的急事变多了，不能启用。', starterModel.version))
  assert.deepEqual([refused.statusCode, /漏掉/.test(refused.body)], [409, true])
  assert.equal((await use(await copy(null, 'older'))).statusCode, 409)
})
