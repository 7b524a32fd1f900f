import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { type IncomingMessage, takeArrivals } from './arrivals.ts'
import { fileArrivals, fileTroubled } from './file-arrivals.ts'
import { createIntake } from './intake.ts'
import { startFiling } from './start-filing.ts'

const { context, world, asResident } = await startTestServer()
const { pool } = context
const { stationId } = world

function messageOf(contactId: string, change: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    id: newId(),
    contact: { id: contactId, channel: 'web', name: '', phone: '' },
    conversationId: newId(),
    number: randomUUID().slice(0, 18),
    opens: true,
    assigneeId: null,
    clientKey: randomUUID(),
    body: '大雨把路冲断了',
    fileIds: [],
    sentAt: new Date(),
    toldBy: null,
    reading: {
      emergency: false,
      understood: '',
      scenario: 'safety',
      office: null,
      villageId: null,
      confidence: 0.9,
      reasons: [],
      version: 'test',
    },
    actor: { kind: 'resident', id: contactId },
    requestId: null,
    ...change,
  }
}

async function count(table: 'arrivals' | 'messages', ids: string[]): Promise<number> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(`select count(*) from ${table} where station_id = $1 and id = any($2::uuid[])`, [
      stationId,
      ids,
    ]),
  )
  return rows[0].count
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const limit = Date.now() + 10_000; !(await condition()); ) {
    assert.ok(Date.now() < limit, 'nothing came of it in ten seconds')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

test('in a rush everybody is answered from the disk, and all of it is filed', async () => {
  const intake = createIntake(context)
  const messages = Array.from({ length: 500 }, () => messageOf(newId()))
  let unfiled = 0
  const taken = await Promise.all(
    messages.map(async (message) => {
      const answer = await intake(stationId, () => message)
      if (unfiled === 0) unfiled = await count('arrivals', [message.id])
      return answer
    }),
  )
  assert.equal(unfiled, 1, 'nobody was answered before being filed: this was no rush')
  assert.deepEqual(
    taken.map(({ messageId, number }) => [messageId, number]),
    messages.map(({ id, number }) => [id, number]),
  )
  const ids = messages.map(({ id }) => id)
  await until(async () => (await count('arrivals', ids)) === 0)
  assert.equal(await count('messages', ids), 500)
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select (select count(*) from events where station_id = $1 and subject_id = any($2::uuid[])) as events,
         (select count(*) from triage_readings where station_id = $1 and message_id = any($2::uuid[])) as readings,
         (select count(*) from conversations where station_id = $1 and number = any($3::text[]) and waiting_since is not null) as waiting`,
      [stationId, ids, messages.map(({ number }) => number)],
    ),
  )
  assert.deepEqual(rows[0], { events: 500, readings: 500, waiting: 500 })
})

test('an emergency in a rush is filed before it is answered', async () => {
  const intake = createIntake(context)
  const calm = Array.from({ length: 300 }, () => intake(stationId, () => messageOf(newId())))
  const message = messageOf(newId())
  message.reading.emergency = true
  await intake(stationId, () => message)
  assert.equal(await count('messages', [message.id]), 1)
  await Promise.all(calm)
})

test('the same message in two processes, five times each, is one message with one number', async () => {
  const intakes = [createIntake(context), createIntake(context)]
  const contactId = newId()
  const clientKey = randomUUID()
  const conversationId = newId()
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, turn) =>
      turn < 10
        ? intakes[turn % 2]!(stationId, () => messageOf(contactId, { clientKey, conversationId }))
        : intakes[turn % 2]!(stationId, () => messageOf(newId())),
    ),
  )
  const same = answers.slice(0, 10)
  assert.equal(new Set(same.map(({ number }) => number)).size, 1)
  assert.equal(new Set(same.map(({ messageId }) => messageId)).size, 1)
  assert.equal(same.filter(({ fresh }) => fresh).length, 1)
  await until(async () => (await count('messages', [same[0]!.messageId])) === 1)
  const again = await intakes[0]!(stationId, () => messageOf(contactId, { clientKey, conversationId }))
  assert.deepEqual([again.number, again.fresh], [same[0]!.number, false])
})

test('what a process took and did not live to file is filed by another, with the time it came', async () => {
  const messages = Array.from({ length: 3 }, () => messageOf(newId()))
  const taken = await takeArrivals(pool, stationId, messages)
  const ids = messages.map(({ id }) => id)
  const filing = startFiling(context)
  try {
    await until(async () => (await count('messages', ids)) === 3)
  } finally {
    await filing.stop()
  }
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query('select received_at from messages where station_id = $1 and id = $2', [
      stationId,
      ids[0],
    ]),
  )
  assert.deepEqual(rows[0].received_at, taken[0]!.receivedAt)
})

test('she sees what she has a number for, and can write on, before anybody filed it', async () => {
  const contactId = world.contacts.chen
  const opening = messageOf(contactId)
  await takeArrivals(pool, stationId, [opening])
  const list = (await asResident('chen')({ method: 'GET', url: '/api/resident/conversations' })).json()
  assert.ok(list.some((item: { number: string }) => item.number === opening.number))

  const second = messageOf(contactId)
  await takeArrivals(pool, stationId, [second])
  const answer = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), conversationId: second.conversationId, body: '还有一件事' },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  assert.equal(answer.json().number, second.number)
  const shown = await asResident('chen')({
    method: 'GET',
    url: `/api/resident/conversations/${second.conversationId}`,
  })
  assert.deepEqual(
    shown.json().messages.map((message: { body: string }) => message.body),
    ['大雨把路冲断了', '还有一件事'],
  )
  const foreign = await asResident('liu')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), conversationId: second.conversationId, body: '不是我的' },
  })
  assert.equal(foreign.statusCode, 404)
})

test('one that cannot be filed holds up nobody, shows as a job, and is filed once it can be', async () => {
  const intake = createIntake(context)
  const sent: string[] = []
  const jobs = { ...context.jobs, send: async (_tx: unknown, name: string) => void sent.push(name) }
  const bad = messageOf(newId(), { number: (await intake(stationId, () => messageOf(newId()))).number })
  const messages = [messageOf(newId()), bad, messageOf(newId())]
  const ids = messages.map(({ id }) => id)
  const taken = (await takeArrivals(pool, stationId, messages)).filter((each) => each !== null)
  assert.equal(await fileArrivals({ pool, jobs }, stationId, { taken, crowded: false }), 3)
  assert.equal(await count('messages', ids), 2)
  assert.deepEqual(sent, ['file-troubled'])
  await assert.rejects(fileTroubled(context, stationId))
  assert.equal(await fileArrivals({ pool, jobs }, stationId, { olderThanMs: 0 }), 0)
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `update arrivals set message = jsonb_set(message::jsonb, '{number}', '"261124-9999"') where station_id = $1 and id = $2`,
      [stationId, bad.id],
    ),
  )
  await fileTroubled(context, stationId)
  assert.equal(await count('messages', ids), 3)
  assert.equal(await count('arrivals', ids), 0)
})

test('half a character, sent or cut off by the preview, spoils nothing', async () => {
  const intake = createIntake(context)
  const cut = messageOf(newId(), { body: `${'水'.repeat(59)}🐄还没找到` })
  const half = messageOf(newId(), { body: 'a\ud83d' })
  await Promise.all([cut, half].map((message) => intake(stationId, () => message)))
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      'select body from messages where station_id = $1 and id = any($2::uuid[]) order by body',
      [stationId, [cut.id, half.id]],
    ),
  )
  assert.deepEqual(
    rows.map(({ body }) => body),
    ['a\ufffd', cut.body],
  )
})

test('a message that breaks a rule fails alone', async () => {
  const intake = createIntake(context)
  const good = Array.from({ length: 5 }, () => messageOf(newId()))
  const bad = messageOf('no contact' as string)
  const results = await Promise.allSettled([bad, ...good].map((message) => intake(stationId, () => message)))
  assert.deepEqual(
    results.map(({ status }) => status),
    ['rejected', ...good.map(() => 'fulfilled')],
  )
})

test('a message is filed without its village rather than not at all, and without a photo that is gone', async () => {
  const message = messageOf(newId(), { fileIds: [newId()] })
  message.reading.villageId = newId()
  await createIntake(context)(stationId, () => message)
  assert.equal(await count('messages', [message.id]), 1)
})

test('a frozen process keeps its own messages back, not those of the others', async () => {
  const held = messageOf(newId())
  const [taken] = await takeArrivals(pool, stationId, [held])
  const frozen = await pool.connect()
  try {
    await frozen.query(`begin; set local app.station_id = '${stationId}'`)
    await frozen.query('delete from arrivals where station_id = $1 and id = $2', [
      stationId,
      taken!.messageId,
    ])
    const intake = createIntake(context)
    const results = await Promise.allSettled(
      [
        messageOf(held.contact.id, { clientKey: held.clientKey }),
        ...Array.from({ length: 5 }, () => messageOf(newId())),
      ].map((message) => intake(stationId, () => message)),
    )
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', ...Array(5).fill('fulfilled')],
    )
  } finally {
    await frozen.query('rollback')
    frozen.release()
  }
})
