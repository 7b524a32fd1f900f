import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inStation } from '../../platform/tenancy.ts'
import { openEndpoint } from './endpoint.ts'
import { hear } from './model-server.fixture.ts'
import { sound, startHearing } from './recordings.fixture.ts'
import { switchEndpoint } from './switch-endpoint.ts'

const hearing = await startHearing()
const {
  context,
  stationId,
  officers,
  model,
  query,
  call,
  at,
  turn,
  record,
  transcribe,
  heardIn,
  later,
  next,
  correct,
} = hearing

const setUp = (more: object = {}) =>
  call('chief', 'PUT', at, { address: model.address, model: 'paraformer', ...more })
async function switchOn() {
  assert.equal((await call('chief', 'POST', `${at}/checks`)).json().works, true)
  assert.equal((await turn({ on: true, assessment: 'PIA-2026-09' })).statusCode, 200)
}

test('a key that cannot be a key is said so, and not tried', async () => {
  for (const key of ['密钥sk-123', 'sk-1\nx: y', 'sk 1'])
    assert.match((await setUp({ key })).json().message, /密钥/, key)
  assert.equal((await setUp({ key: 'sk-Voice' })).statusCode, 200)
})

test('what another address was not tried for is not switched on by an earlier look', async () => {
  assert.equal((await call('chief', 'POST', `${at}/checks`)).json().works, true)
  // While somebody else puts another address there, in a transaction that is not over yet.
  const chief = { kind: 'officer', id: officers.chief } as const
  let turned: Promise<unknown> | undefined
  await inStation(context.pool, stationId, async (tx) => {
    await tx.client.query(
      `update language_endpoints set address = 'https://other.example/v1', checked_at = null, switched_on_at = null
       where station_id = $1`,
      [stationId],
    )
    turned = inStation(context.pool, stationId, (other) =>
      switchEndpoint(other, chief, 'transcription', { on: true, assessment: 'PIA-2026-09' }),
    ).catch((error: Error) => error.message)
    await new Promise((done) => setTimeout(done, 300))
  })
  assert.match(String(await turned), /还没有试通/)
  const open = await inStation(context.pool, stationId, (tx) => openEndpoint(context, tx, 'transcription'))
  assert.equal(open!.on, false)
  await setUp()
  await switchOn()
})

test('what waits when it is switched off says so and is written down by a person; it never goes to another machine', async () => {
  const { id } = await record()
  next((response) => response.writeHead(500).end())
  await transcribe()
  const [waiting] = await heardIn(id)
  assert.equal(waiting!.state, 'waiting')
  assert.equal((await correct(waiting!.id, '想问分户')).statusCode, 409)
  await turn({ on: false })
  await transcribe()
  const [ended] = await heardIn(id)
  assert.deepEqual([ended!.state, /关/.test(ended!.failure!)], ['failed', true])
  assert.equal((await correct(ended!.id, '想问分户')).statusCode, 200)

  // Off before the job came round, and another machine since.
  await switchOn()
  const second = await record()
  next((response) => response.writeHead(500).end())
  await transcribe()
  await setUp({ model: 'another' })
  await switchOn()
  await later()
  const asked = model.asked.length
  await transcribe()
  assert.equal(model.asked.length, asked)
  assert.equal((await heardIn(second.id))[0]!.state, 'failed')
})

test('a recording whose tries were all lost with their process does not wait for ever', async () => {
  const { id } = await record()
  next(hear('x'))
  await transcribe()
  // As three processes leave it that were killed while they asked.
  await query(
    `update message_transcripts set heard = null, heard_at = null, tries = 3, next_try_at = clock_timestamp() - interval '1 second'
     where station_id = $1 and message_id in (select id from messages where station_id = $1 and conversation_id = $2)`,
    [id],
  )
  await transcribe()
  const [lost] = await heardIn(id)
  assert.deepEqual([lost!.state, Boolean(lost!.failure)], ['failed', true])
  const told = await query(
    `select from events where station_id = $1 and name = 'transcript.failed' and conversation_id = $2`,
    [id],
  )
  assert.equal(told.length, 1, 'the page that shows it is told')
})

test('a child who says so in a recording is heard by people only from then on', async () => {
  const { id } = await record('', sound(), 'liu')
  next(hear('我今年十二岁，想问身份证怎么办'))
  await transcribe()
  const asked = model.asked.length
  await record('', sound(), 'liu', { conversationId: id })
  await transcribe()
  assert.equal(model.asked.length, asked)
  assert.match((await heardIn(id)).at(-1)!.failure!, /未成年/)
  // Nor does anything of it go to the machine that drafts.
  const drafting = '/api/language-endpoints/drafting'
  await call('chief', 'PUT', drafting, { address: model.address, model: 'm' })
  await call('chief', 'POST', `${drafting}/checks`)
  await call('chief', 'PUT', `${drafting}/switch`, { on: true, assessment: 'PIA-2026-07' })
  await record('想问问怎么办', sound(), 'liu', { conversationId: id })
  const draft = await call('officer', 'POST', `/api/conversations/${id}/machine-drafts`, { kind: 'reply' })
  assert.match(draft.json().message, /未成年/)
})
