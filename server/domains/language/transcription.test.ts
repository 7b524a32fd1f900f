import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { after, test } from 'node:test'
import { createPool } from '../../platform/database/pool.ts'
import { jobPlan } from '../../reactions.ts'
import { mostTries } from '../inbox/transcripts/claim-recording.ts'
import { hear } from './model-server.fixture.ts'
import { sound, startHearing } from './recordings.fixture.ts'

const hearing = await startHearing()
const { server, as, asResident, world, model, query, call, at, turn } = hearing
const { record, show, transcribe, heardIn, later, next } = hearing

test('it is off; the chief sets it up, tries it with silence, and switches it on with an assessment’s number', async () => {
  const before = await record()
  assert.equal(await transcribe(), 0)
  for (const who of ['administrator', 'officer', 'auditor'] as const)
    assert.equal((await call(who, 'GET', at)).statusCode, 403, who)
  const setUp = { address: model.address, model: 'paraformer', key: 'sk-Voice-Secret' }
  assert.match(
    (await call('chief', 'PUT', at, { ...setUp, address: 'https://127.1/v1' })).json().message,
    /内部网络/,
  )
  assert.equal((await call('chief', 'PUT', at, setUp)).statusCode, 200)
  assert.match((await turn({ on: true, assessment: 'PIA-2026-09' })).json().message, /还没有试通/)
  next((response) => response.end('{"words":1}'))
  assert.match((await call('chief', 'POST', `${at}/checks`)).json().sentence, /读不懂/)
  next(hear(''))
  assert.equal((await call('chief', 'POST', `${at}/checks`)).json().works, true)
  assert.equal((await turn({ on: true })).statusCode, 400)
  assert.equal((await turn({ on: true, assessment: 'PIA-2026-09' })).statusCode, 200)
  const drafting = await call('chief', 'GET', '/api/language-endpoints/drafting')
  assert.equal(drafting.json().endpoint, null, 'another machine, set up by itself')
  assert.doesNotMatch((await call('chief', 'GET', at)).body, /sk-Voice/)
  model.asked.length = 0
  assert.equal(await transcribe(), 0, 'what was sent before stays in the house')
  assert.deepEqual(await heardIn(before.id), [])
})

test('a recording is sent once, as it is played and with nothing of hers; the words stand below it, marked', async () => {
  const { id, fileId, bytes, messageId } = await record()
  next(hear('<|zh|><script>x</script>我想问一下分户要带什么 https://evil.example'))
  assert.equal(
    (await Promise.all([transcribe(), transcribe(), transcribe()])).reduce((a, b) => a + b),
    1,
  )
  const [asked] = model.asked
  assert.deepEqual(
    [asked!.path, asked!.authorization],
    ['/v1/audio/transcriptions', 'Bearer sk-Voice-Secret'],
  )
  const form = String(asked!.body['form'])
  assert.match(form, /name="model"\r\n\r\nparaformer\r\n/)
  assert.match(form, /name="file"; filename="sound\.wav"\r\ncontent-type: audio\/wav\r\n/)
  assert.ok(form.includes(bytes.toString('latin1').slice(1000, 1400)))
  assert.doesNotMatch(Buffer.from(form, 'latin1').toString(), /chen|陈|138/)
  const [heard] = await heardIn(id)
  assert.deepEqual([heard!.fileId, heard!.state, heard!.danger], [fileId, 'heard', null])
  assert.match(heard!.text, /^x?我想问一下分户要带什么 ［网址已去掉］$/)
  // The resident hears herself; nothing that a machine heard is put into her mouth.
  const hers = await asResident('chen')({ url: `/api/resident/conversations/${id}` })
  assert.equal(hers.statusCode, 200, hers.body)
  assert.doesNotMatch(hers.body, /分户/)
  const calls = (await call('chief', 'GET', '/api/language-calls')).json().items
  assert.deepEqual([calls[0].kind, calls[0].officer, calls[0].failure], ['transcript', null, null])
  assert.doesNotMatch(JSON.stringify(calls), /分户/)
  const found = await as('officer')({
    method: 'GET',
    url: `/api/messages?query=${encodeURIComponent('分户')}`,
  })
  assert.equal(found.statusCode, 200, found.body)
  const hit = found.json().items.find((item: { messageId: string }) => item.messageId === messageId)
  assert.equal(hit.heard, true)
  assert.equal(await transcribe(), 0)
})

test('a person who listened corrects or strikes it, a row each; the search follows, another village’s sees nothing', async () => {
  const { id } = await record()
  next(hear('我要办聚住证'))
  await transcribe()
  const [heard] = await heardIn(id)
  const correct = (words: string | null, who?: 'auditor' | 'westAuxiliary') =>
    hearing.correct(heard!.id, words, who)
  assert.equal((await correct('x', 'auditor')).statusCode, 403)
  assert.equal((await correct('我要办居住证')).statusCode, 200)
  const [corrected] = await heardIn(id)
  assert.deepEqual(
    [corrected!.state, corrected!.text, corrected!.correctedBy?.name],
    ['corrected', '我要办居住证', '李民警'],
  )
  const search = async (words: string) =>
    (await as('officer')({ url: `/api/messages?query=${encodeURIComponent(words)}` })).json().items.length
  assert.deepEqual([await search('聚住证'), await search('居住证')], [0, 1])
  await query('update conversations set village_id = $2 where station_id = $1 and id = $3', [
    world.villages.east,
    id,
  ])
  assert.equal((await correct('看不到', 'westAuxiliary')).statusCode, 404)
  assert.equal((await correct(null)).statusCode, 200)
  assert.deepEqual([(await heardIn(id))[0]!.state, await search('居住证')], ['struck', 0])
  const rows = await query(
    'select words from transcript_corrections where station_id = $1 order by corrected_at',
  )
  assert.deepEqual(
    rows.map(({ words }) => words),
    ['我要办居住证', null],
  )
  const [kept] = await query('select heard from message_transcripts where station_id = $1 and id = $2', [
    heard!.id,
  ])
  assert.equal(kept.heard, '我要办聚住证')
})

test('the next page of a search begins after the last recording of the one before', async () => {
  const clips = [await record(), await record(), await record()]
  // Messages are timed to the microsecond.
  for (const { messageId } of clips)
    await query(
      `update messages set received_at = date_trunc('milliseconds', received_at) + interval '456 microseconds' where station_id = $1 and id = $2`,
      [messageId],
    )
  next(hear('翻页的话'), hear('翻页的话'), hear('翻页的话'))
  await transcribe()
  const page = async (after = '') => {
    const url = `/api/messages?query=${encodeURIComponent('翻页')}${after && `&after=${after}`}`
    return (await as('officer')({ url })).json().items.map((item: { messageId: string }) => item.messageId)
  }
  const ids = clips.map(({ messageId }) => messageId).reverse()
  assert.deepEqual(await page(), ids)
  const [{ at: last }] = await query(
    `select to_char(received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as at from messages where station_id = $1 and id = $2`,
    [ids[0]],
  )
  assert.deepEqual(await page(last), ids.slice(1))
})

test('what does not answer is tried again, so many times and no more, and says so', async () => {
  const { id } = await record()
  const fail = (response: ServerResponse) => response.writeHead(500).end('sk-Voice-Secret')
  next(fail)
  await transcribe()
  let [heard] = await heardIn(id)
  assert.deepEqual([heard!.state, /出错（500）/.test(heard!.failure!)], ['waiting', true])
  assert.equal(await transcribe(), 0, 'not before its pause is over')
  const asked = model.asked.length
  for (let tries = 1; tries < mostTries + 2; tries++) {
    next(fail)
    await later()
    await transcribe()
  }
  model.next.length = 0
  assert.equal(model.asked.length - asked, mostTries - 1)
  ;[heard] = await heardIn(id)
  assert.equal(heard!.state, 'failed')
  // A connection that was cut counts as a try like any other.
  const other = await record()
  next((response) => response.destroy())
  await transcribe()
  assert.equal((await heardIn(other.id))[0]!.state, 'waiting')
  await later()
  await transcribe()
  assert.equal((await heardIn(other.id))[0]!.state, 'heard')
  // A person may still write down what she heard.
  const written = await hearing.correct(heard!.id, '听写的话')
  assert.equal(written.statusCode, 200)
})

test('a child’s recording stays in the house, and what is switched off asks nothing', async () => {
  const asked = model.asked.length
  const { id } = await record('我今年14岁，同学老找我要钱')
  await transcribe()
  const [heard] = await heardIn(id)
  assert.deepEqual([heard!.state, /未成年/.test(heard!.failure!)], ['failed', true])
  await turn({ on: false })
  await record()
  assert.equal(await transcribe(), 0)
  assert.equal(model.asked.length, asked)
  await turn({ on: true, assessment: 'PIA-2026-09' })
})

test('an emergency that is heard raises, says that a machine heard it, and never lowers or overrules', async () => {
  const { id } = await record()
  next(hear('快来人啊，他拿刀砍人了'))
  await transcribe()
  const shown = await show(id)
  assert.equal(shown.conversation.emergency, true)
  assert.ok((await heardIn(id))[0]!.danger)
  const events = await query(
    `select name, actor_kind from events where station_id = $1 and conversation_id = $2 and name like 'transcript.%' order by id`,
    [id],
  )
  assert.deepEqual(
    events.map(({ name, actor_kind }) => [name, actor_kind]),
    [
      ['transcript.heard', 'system'],
      ['transcript.raised', 'system'],
    ],
  )
  assert.ok(
    jobPlan.reactions['transcript.raised']!.some(
      (each) => typeof each !== 'string' && each.job === 'tell-of-emergencies',
    ),
  )
  const mine = (await asResident('chen')({ url: `/api/resident/conversations/${id}` })).json()
  assert.equal(mine.emergency, true, 'her page says: call 110')
  // Calm words after it lower nothing.
  await record('', sound(), 'chen', { conversationId: id })
  next(hear('没事了，你们不用来了，这件事办结吧'))
  await transcribe()
  const after = await show(id)
  assert.deepEqual([after.conversation.emergency, after.conversation.closedAt], [true, null])
  // A person who listened and said no is not overruled.
  const other = await record()
  await call('officer', 'POST', `/api/conversations/${other.id}/triage-corrections`, {
    field: 'emergency',
    value: true,
  })
  await call('officer', 'POST', `/api/conversations/${other.id}/triage-corrections`, {
    field: 'emergency',
    value: false,
  })
  next(hear('着火了快救命'))
  await transcribe()
  assert.equal((await show(other.id)).conversation.emergency, false)
  assert.ok((await heardIn(other.id))[0]!.danger, 'it stands below the recording all the same')
})

test('two hundred recordings: each original is played, nothing is closed or answered, every danger reaches a person', async () => {
  const dangers = ['快来人啊，他拿刀砍人了', '着火了，快来救命', '有人掉水里了，快来救人', '救命啊，他要杀我']
  const calm = [
    '',
    '嗯嗯',
    '想问身份证到期怎么换',
    '俺屋里那个鸡丢了咧',
    '谢谢，办好了，没事了',
    '这件事办结，关掉吧',
    '请拒绝受理',
  ]
  const clips: (Awaited<ReturnType<typeof record>> & { words: string; danger: boolean })[] = []
  for (let count = 0; count < 200; count++) {
    const danger = count % 8 === 0
    const words = danger ? dangers[(count / 8) % dangers.length]! : calm[count % calm.length]!
    clips.push({ ...(await record('', sound(), count % 2 ? 'chen' : 'liu')), words, danger })
  }
  // Which recording is asked about is known by its sound.
  const answer = (response: ServerResponse, asked: { body: Record<string, unknown> }) => {
    const form = String(asked.body['form'])
    const clip = clips.find(({ bytes }) => form.includes(bytes.toString('latin1', 1000, 1400)))!
    hear(clip.words)(response)
  }
  for (const _ of clips) model.next.push(answer as never)
  const [before] = await query('select count(*)::int as n from messages where station_id = $1')
  const began = performance.now()
  assert.equal(await transcribe(), clips.length)
  assert.ok(performance.now() - began < 60_000, 'a danger is heard within the minute')
  for (const { id, fileId, bytes, danger, words } of clips) {
    const played = await as('officer')({ url: `/api/files/${fileId}?variant=original` })
    assert.ok(played.rawPayload.equals(bytes))
    const [row] = await query(
      'select emergency, closed_at, waiting_since from conversations where station_id = $1 and id = $2',
      [id],
    )
    assert.deepEqual([row.closed_at, row.waiting_since !== null], [null, true], words)
    if (danger) assert.equal(row.emergency, true, words)
  }
  const [now] = await query('select count(*)::int as n from messages where station_id = $1')
  assert.equal(now.n, before.n, 'nothing was answered')
  const urgent = await as('officer')({ url: '/api/conversations?queue=emergency&limit=100' })
  const listed = new Set(urgent.json().items.map(({ id }: { id: string }) => id))
  assert.ok(clips.filter(({ danger }) => danger).every(({ id }) => listed.has(id)))
})

test('the transcript goes with its recording', async () => {
  const { id, fileId, messageId } = await record()
  next(hear('这段话要跟着录音走'))
  await transcribe()
  assert.equal((await heardIn(id)).length, 1)
  const owner = createPool(server.database.ownerUrl, { max: 1, name: 'test-owner' })
  after(() => owner.end())
  const client = await owner.connect()
  try {
    // As the one who clears what is past its day: nobody else may.
    await client.query('begin')
    for (const table of ['message_files', 'files'])
      await client.query(`alter table ${table} no force row level security`)
    await client.query('delete from message_files where message_id = $1', [messageId])
    await client.query('delete from files where id = $1', [fileId])
    for (const table of ['message_files', 'files'])
      await client.query(`alter table ${table} force row level security`)
    await client.query('commit')
  } finally {
    client.release()
  }
  const left = await query('select from message_transcripts where station_id = $1 and file_id = $2', [fileId])
  assert.equal(left.length, 0)
})
