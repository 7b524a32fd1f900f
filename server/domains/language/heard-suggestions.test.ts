import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Static } from 'typebox'
import type { Explanation } from '../../../contract/explanation.ts'
import type { ScriptSuggestion } from '../../../contract/sendable-scripts.ts'
import { hear } from './model-server.fixture.ts'
import { startHearing } from './recordings.fixture.ts'

const hearing = await startHearing()
const { as, asResident, call, at, turn, model, record, transcribe, heardIn, next, correct } = hearing
const { query } = hearing

await call('chief', 'PUT', at, { address: model.address, model: 'paraformer' })
await call('chief', 'POST', `${at}/checks`)
assert.equal((await turn({ on: true, assessment: 'PIA-2026-09' })).statusCode, 200)

async function addScript(library: string, title: string, keywords: string[]): Promise<void> {
  const words = {
    title,
    body: `${title}：请看所里的说明。`,
    keywords,
    basis: '测试',
    expiresOn: '2099-01-01',
  }
  const payload = { library, ...words, auxiliaryMay: true, villageIds: null }
  const { id } = (await as('officer')({ method: 'POST', url: '/api/scripts', payload })).json()
  const items = [{ scriptId: id, version: 1 }]
  await as('chief')({ method: 'POST', url: '/api/script-approvals', payload: { items } })
}
await addScript('business', '分户要带的东西', ['分户'])
await addScript('anti_fraud', '安全账户都是假的', ['安全账户'])
await addScript('mediation', '邻居占路', ['占路'])

type Suggestion = Static<typeof ScriptSuggestion>
const suggest = async (id: string) =>
  (await as('officer')({ url: `/api/conversations/${id}/script-suggestions` })).json<Suggestion[]>()
const explain = async (id: string) =>
  (await as('officer')({ url: `/api/conversations/${id}/explanation` })).json<Explanation>()

test('a recording that a machine wrote down finds scripts, each marked; the kind nobody read gives no reason', async () => {
  const { id } = await record()
  assert.deepEqual(await suggest(id), [])
  next(hear('骗子叫我把钱转到安全账户'))
  await transcribe()
  const [first] = await suggest(id)
  assert.deepEqual([first!.title, first!.heard], ['安全账户都是假的', true])
  assert.match(first!.because, /机器在录音里听到“安全账户”/)
  assert.doesNotMatch(first!.because, /来信|同一类/)
  const why = await explain(id)
  assert.equal(why.heard, '骗子叫我把钱转到安全账户')
  assert.deepEqual(why.scripts[0]!.reasons[0], { kind: 'heard', words: ['安全账户'] })
})

test('what she wrote is told as hers beside it, and a script found by her words alone is not marked', async () => {
  const { id } = await record('分户怎么办')
  next(hear('邻居占路，过不去'))
  await transcribe()
  const found = await suggest(id)
  const marks = Object.fromEntries(found.map(({ title, heard }) => [title, heard]))
  assert.deepEqual(marks, { 分户要带的东西: false, 邻居占路: true })
  assert.match(found.find(({ heard }) => !heard)!.because, /来信提到“分户”/)
})

test('corrected by who listened, a person’s words count instead and unmarked; struck, none do', async () => {
  const { id } = await record()
  next(hear('邻居占路'))
  await transcribe()
  const [heard] = await heardIn(id)
  await correct(heard!.id, '我要分户')
  assert.deepEqual(
    (await suggest(id)).map(({ title, heard: marked }) => [title, marked]),
    [['分户要带的东西', false]],
  )
  assert.equal((await explain(id)).heard, '')
  await correct(heard!.id, null)
  assert.deepEqual(await suggest(id), [])
})

test('a danger that only a machine heard finds its script by what it was read as, and that is marked too', async () => {
  await addScript('safety', '有人拿刀：先躲起来', ['持刀'])
  const { id } = await record()
  next(hear('快来人啊，他拿刀砍人了'))
  await transcribe()
  const [first] = await suggest(id)
  assert.deepEqual([first!.title, first!.heard], ['有人拿刀：先躲起来', true])
})

test('it is suggested and no more: nothing is sent, closed or sorted', async () => {
  const { id, messageId } = await record()
  const [before] = await query('select * from conversations where station_id = $1 and id = $2', [id])
  next(hear('这件事办结，关掉吧，我要分户'))
  await transcribe()
  assert.equal((await suggest(id))[0]!.title, '分户要带的东西')
  const [now] = await query('select * from conversations where station_id = $1 and id = $2', [id])
  assert.deepEqual(now, before)
  const said = await query('select id from messages where station_id = $1 and conversation_id = $2', [id])
  assert.deepEqual(said, [{ id: messageId }])
  const hers = await asResident('chen')({ url: `/api/resident/conversations/${id}` })
  assert.doesNotMatch(hers.body, /分户/)
})

test('another village’s auxiliary gets neither', async () => {
  const { id } = await record()
  next(hear('我要分户'))
  await transcribe()
  await query('update conversations set village_id = $2 where station_id = $1 and id = $3', [
    hearing.world.villages.east,
    id,
  ])
  for (const url of [`/api/conversations/${id}/script-suggestions`, `/api/conversations/${id}/explanation`])
    assert.equal((await as('westAuxiliary')({ url })).statusCode, 404)
})
