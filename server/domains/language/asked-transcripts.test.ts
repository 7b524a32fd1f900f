import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/id.ts'
import { jobPlan } from '../../reactions.ts'
import { mostTries } from '../inbox/transcripts/claim-recording.ts'
import { hear } from './model-server.fixture.ts'
import { sound, startHearing } from './recordings.fixture.ts'

const hearing = await startHearing()
const { call, at, turn, model, record, transcribe, heardIn, later, next, correct, query, officers } = hearing
type Recording = Awaited<ReturnType<typeof record>>

const before = [
  await record(),
  await record(),
  await record(),
  await record('我今年14岁，同学老找我要钱'),
] as const
const ask = (
  { id, messageId, fileId }: Recording,
  who: 'officer' | 'auditor' | 'westAuxiliary' | 'chief' = 'officer',
) => call(who, 'POST', `/api/conversations/${id}/transcripts`, { messageId, fileId })
const on = async () =>
  (await call('officer', 'GET', '/api/transcription/availability')).json<{ on: boolean }>().on
const stateOf = async ({ id }: Recording) => (await heardIn(id))[0]?.state

test('while no machine is asked, none can be; the page offers it from then on', async () => {
  assert.equal(await on(), false)
  const refused = await ask(before[0])
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /没有打开/)
  await call('chief', 'PUT', at, { address: model.address, model: 'paraformer' })
  await call('chief', 'POST', `${at}/checks`)
  assert.equal((await turn({ on: true, assessment: 'PIA-2026-09' })).statusCode, 200)
  assert.equal(await on(), true)
  model.asked.length = 0
})

test('an officer asks for what came before: it is heard once, and is told who asked, in the log and in the list of what left', async () => {
  const [recording] = before
  assert.equal((await ask(recording)).statusCode, 202)
  assert.equal(await stateOf(recording), 'waiting')
  assert.equal((await ask(recording, 'chief')).statusCode, 202, 'twice is once')
  next(hear('我想问分户'))
  assert.equal(await transcribe(), 1)
  assert.deepEqual([await stateOf(recording), model.asked.length], ['heard', 1])
  assert.equal((await heardIn(recording.id))[0]!.text, '我想问分户')
  const events = await query(
    `select actor_id as actor, conversation_id as conversation, subject_id as message from events
     where station_id = $1 and name = 'transcript.asked'`,
  )
  assert.deepEqual(events, [
    { actor: officers.officer, conversation: recording.id, message: recording.messageId },
  ])
  const calls = (await call('chief', 'GET', '/api/language-calls')).json().items
  assert.deepEqual(
    [calls[0].kind, calls[0].officer],
    ['transcript', { id: officers.officer, name: '李民警' }],
  )
  assert.match((await ask(recording)).json().message, /已经有/)
  assert.equal(await transcribe(), 0)
  assert.ok(
    jobPlan.reactions['transcript.asked']!.some(
      (each) => typeof each !== 'string' && each.job === 'transcribe-recordings',
    ),
  )
})

test('what was not managed can be asked for again, with all tries; what a person wrote down cannot', async () => {
  const [, recording] = before
  await ask(recording)
  for (let tries = 0; tries < mostTries; tries++) {
    next((response) => response.writeHead(500).end())
    await transcribe()
    await later()
  }
  assert.equal(await stateOf(recording), 'failed')
  const told = await query(
    `select name from events where station_id = $1 and conversation_id = $2 and name like 'transcript.%failed' order by id`,
    [recording.id],
  )
  assert.deepEqual(
    told.map(({ name }) => name),
    ['transcript.try_failed', 'transcript.try_failed', 'transcript.failed'],
    'her screen says why it takes long',
  )
  assert.match((await heardIn(recording.id))[0]!.failure!, /500/)
  assert.equal((await ask(recording)).statusCode, 202)
  const [waiting] = await heardIn(recording.id)
  assert.deepEqual([waiting!.state, waiting!.failure], ['waiting', null])
  next((response) => response.writeHead(500).end())
  await transcribe()
  assert.equal(await stateOf(recording), 'waiting', 'one of its tries is gone, not the last')
  await later()
  next(hear('听到了'))
  await transcribe()
  assert.equal(await stateOf(recording), 'heard')

  const own = await record()
  next((response) => response.destroy())
  await transcribe()
  await turn({ on: false })
  await transcribe()
  await correct((await heardIn(own.id))[0]!.id, '我自己听的')
  await turn({ on: true, assessment: 'PIA-2026-09' })
  assert.equal((await ask(own)).statusCode, 409)
})

test('a child’s recording stays in the house when it is asked for too', async () => {
  const recording = before[3]
  const asked = model.asked.length
  await ask(recording)
  await transcribe()
  const [barred] = await heardIn(recording.id)
  assert.deepEqual([barred!.state, /未成年/.test(barred!.failure!)], ['failed', true])
  assert.equal(model.asked.length, asked)
})

test('asked for and then switched off: it waits no more, and does not go when it is on again', async () => {
  const [, , recording] = before
  await ask(recording)
  await turn({ on: false })
  await transcribe()
  assert.match((await heardIn(recording.id))[0]!.failure!, /关过/)
  await turn({ on: true, assessment: 'PIA-2026-09' })
  const asked = model.asked.length
  await transcribe()
  assert.equal(model.asked.length, asked)
  assert.equal((await ask(recording)).statusCode, 202)
  next(hear('再问一次'))
  await transcribe()
  assert.equal(await stateOf(recording), 'heard')
})

test('only who handles the matter may ask, and only for a recording of its resident', async () => {
  const recording = await record('', sound(), 'liu')
  await query('update conversations set village_id = $2 where station_id = $1 and id = $3', [
    hearing.world.villages.east,
    recording.id,
  ])
  assert.equal((await ask(recording, 'auditor')).statusCode, 403)
  assert.equal((await ask(recording, 'westAuxiliary')).statusCode, 404)
  for (const wrong of [{ messageId: before[0].messageId }, { fileId: newId() }, { fileId: before[0].fileId }])
    assert.equal((await ask({ ...recording, ...wrong })).statusCode, 404)
  await transcribe()
})

test('danger heard in an old recording of a closed matter reaches people', async () => {
  const old = await record()
  next((response) => response.writeHead(500).end())
  await transcribe()
  await turn({ on: false })
  await transcribe()
  await turn({ on: true, assessment: 'PIA-2026-09' })
  const closing = { emergency: false, settlement: 'online', outcome: '说明了', tell: false }
  await call('officer', 'POST', `/api/conversations/${old.id}/closure`, closing)
  assert.equal((await ask(old)).statusCode, 202)
  next(hear('快来人啊，他拿刀砍人了'))
  await transcribe()
  const { conversation } = await hearing.show(old.id)
  assert.deepEqual([conversation.emergency, conversation.closedAt], [true, null])
})

test('so many an officer may ask for in a quarter of an hour', async () => {
  await query(
    `insert into transcript_requests (station_id, id, transcript_id, officer_id)
     select $1, gen_random_uuid(), (select id from message_transcripts where station_id = $1 limit 1), $2 from generate_series(1, 20)`,
    [officers.chief],
  )
  assert.equal((await ask(await record(), 'chief')).statusCode, 429)
})
