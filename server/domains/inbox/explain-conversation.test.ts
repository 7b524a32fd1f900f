import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Explanation } from '../../../contract/explanation.ts'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterScripts } from '../scripts/load-starter-scripts.ts'

const { as, asResident, context, world } = await startTestServer()
const { stationId, villages, officers } = world

before(() =>
  inStation(context.pool, stationId, (tx) => loadStarterScripts(tx, { approvedBy: officers.chief })),
)

async function ask(body: string): Promise<string> {
  const payload = { clientKey: newId(), body, villageId: villages.east }
  const sent = await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })
  return sent.json().conversationId
}
async function explain(id: string): Promise<Explanation> {
  const answer = await as('officer')({ url: `/api/conversations/${id}/explanation` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

test('a reading is explained by its words, what else was weighed, how sure it is and by which version', async () => {
  const text = '儿子结婚了想分户，要带哪些材料'
  const told = await explain(await ask(text))
  assert.equal(told.opening?.body, text)
  const [best, ...others] = told.weighed
  assert.equal(best?.scenario, told.opening?.scenario)
  assert.equal(best?.scenario, 'business')
  // Weighed again by the same rules and weights: as sure as the reading was.
  assert.ok(Math.abs(best!.share - told.opening!.confidence) < 0.002)
  assert.ok(best!.rules.some(({ word, because }) => word === '分户' && because.length > 0))
  for (const word of best!.letters) assert.ok(text.includes(word), word)
  assert.equal(others.length, 5)
  const sum = told.weighed.reduce((total, { share }) => total + share, 0)
  assert.ok(Math.abs(sum - 1) < 0.01)
  assert.equal(told.opening?.version, told.version)
})

test('each offered script says by which words, which kind and which limits it may stand there', async () => {
  const told = await explain(await ask('刚才有人打电话说我涉嫌洗钱，要我转到安全账户'))
  const [first] = told.scripts
  assert.ok(first, 'something is offered')
  assert.ok(first.reasons.length > 0 && first.because.length > 0)
  assert.ok(first.expiresOn > '2026')
  assert.equal(first.villages, null)
})

test('what was corrected counts for the version of now, and the reading keeps its own', async () => {
  const id = await ask('镇上的路灯晚上不亮')
  const before = await explain(id)
  const payload = { field: 'scenario', value: 'safety' }
  const corrected = await as('officer')({
    method: 'POST',
    url: `/api/conversations/${id}/triage-corrections`,
    payload,
  })
  assert.equal(corrected.statusCode, 200, corrected.body)
  const after = await explain(id)
  assert.equal(after.learntFrom, before.learntFrom + 1)
  assert.equal(after.opening?.version, before.opening?.version)
})

test('it is for those who handle the matter, and written down as a look', async () => {
  const id = await ask('低保怎么申请')
  const url = `/api/conversations/${id}/explanation`
  assert.equal((await as('westAuxiliary')({ url })).statusCode, 404)
  assert.equal((await as('auditor')({ url })).statusCode, 403)
  await explain(id)
  const { rowCount } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      `select from events where station_id = $1 and name = 'conversation.read' and subject_id = $2`,
      [stationId, id],
    ),
  )
  assert.equal(rowCount, 1)
})
