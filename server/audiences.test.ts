import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { startTestServer } from '../test/server.ts'
import type { World } from '../test/world.ts'
import { writeEvents } from './platform/events/write-events.ts'
import { inStation } from './platform/tenancy.ts'

const { app, context, world, as, asResident } = await startTestServer()
const { officers, contacts, villages } = world
await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address() as AddressInfo

type Officer = keyof World['officers']
type Heard = { name: string; conversationId?: string; subjectId?: string }

/** An officer's open screen: what it is told, and the cursor of the newest. */
async function listen(officer: Officer, after = '') {
  const leaving = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}/api/live?after=${after}`, {
    headers: { 'x-test-officer': `${world.stationId} ${officers[officer]}` },
    signal: leaving.signal,
  })
  const heard: Heard[] = []
  const state = { heard, cursor: '', close: () => leaving.abort() }
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const read = async () => {
    let rest = ''
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      const parts = (rest + value).split('\n\n')
      rest = parts.pop()!
      for (const part of parts) {
        const data = JSON.parse(/^data: (.*)$/m.exec(part)?.[1] ?? '{}')
        state.cursor = data.cursor ?? state.cursor
        if (data.name) heard.push(data)
      }
    }
  }
  void read().catch(() => {})
  await until(() => state.cursor)
  return state
}

/** The feed waits for whatever writes in this cluster; two minutes are longer than anything there. */
async function until(there: () => unknown): Promise<void> {
  const limit = Date.now() + 120_000
  while (!there()) {
    if (Date.now() > limit) throw new Error('not heard of within two minutes')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const post = async (officer: Officer, url: string, payload: object = {}) => {
  const answer = await as(officer)({ method: 'POST', url, payload })
  assert.ok(answer.statusCode < 300, answer.body)
  return answer.json()
}
const say = async (body: string, conversationId?: string) =>
  (
    await asResident('liu')({
      method: 'POST',
      url: '/api/resident/messages',
      payload: { clientKey: randomUUID(), body, ...(conversationId ? { conversationId } : {}) },
    })
  ).json().conversationId as string

/** Everybody hears of the station: what comes before this mark on a screen is all there is. */
const mark = () =>
  inStation(context.pool, world.stationId, (tx) =>
    writeEvents(tx, { kind: 'system', id: null }, [
      { name: 'station.configured', subject: { kind: 'station', id: world.stationId } },
    ]),
  )

/** Runs a deed and gives what each auxiliary's open screen heard of it. */
async function whoHears(deed: () => Promise<unknown>): Promise<{ east: string[]; west: string[] }> {
  const screens = await Promise.all([listen('eastAuxiliary'), listen('westAuxiliary')])
  // The feed is held back by whatever writes in this cluster: what came before the deed may be told only now.
  await mark()
  for (const { heard } of screens) {
    await until(() => heard.some(({ name }) => name === 'station.configured'))
    heard.length = 0
  }
  await deed()
  await mark()
  const [east, west] = await Promise.all(screens.map(heardUntilMark))
  return { east: east!, west: west! }
}

async function heardUntilMark(screen: Awaited<ReturnType<typeof listen>>): Promise<string[]> {
  const names = () => screen.heard.map(({ name }) => name)
  await until(() => names().includes('station.configured'))
  screen.close()
  return names().filter((name) => name !== 'station.configured')
}

const handTo = (id: string, officer: Officer | null) =>
  post('chief', `/api/conversations/${id}/assignment`, {
    officerId: officer && officers[officer],
    reason: '',
  })
const answer = (id: string) =>
  post('officer', `/api/conversations/${id}/messages`, {
    contactId: contacts.liu,
    clientKey: randomUUID(),
    body: '收到了',
  })
const note = (id: string, mentions: Officer[] = []) =>
  post('officer', `/api/conversations/${id}/notes`, {
    clientKey: randomUUID(),
    body: '请看',
    mentions: mentions.map((officer) => officers[officer]),
  })

test('a matter of a village is heard of in that village, and nowhere else', async () => {
  const id = await say('西村的路灯坏了')
  assert.deepEqual(await whoHears(() => answer(id)), { east: [], west: ['message.sent'] })
  // A word of hers about the other village does not move the matter there.
  assert.deepEqual(await whoHears(() => say('东村那边的灯也坏了', id)), {
    east: ['message.received'],
    west: ['message.received'],
  })
})

test('who is given a matter of another village hears of it, of what happens in it, and when it is taken from her', async () => {
  const id = await say('西村的沟堵了')
  assert.deepEqual((await whoHears(() => handTo(id, 'eastAuxiliary'))).east, ['conversation.assigned'])
  assert.deepEqual((await whoHears(() => say('沟还堵着', id))).east, ['message.received'])
  assert.deepEqual((await whoHears(() => answer(id))).east, ['message.sent'])
  assert.deepEqual((await whoHears(() => handTo(id, 'officer'))).east, ['conversation.assigned'])
  assert.deepEqual((await whoHears(() => answer(id))).east, [])
})

test('who is mentioned hears of the note and of what follows', async () => {
  const id = await say('西村有人养大狗')
  assert.deepEqual(await whoHears(() => note(id)), { east: [], west: ['note.written'] })
  assert.deepEqual((await whoHears(() => note(id, ['eastAuxiliary']))).east, ['note.written'])
  assert.deepEqual((await whoHears(() => answer(id))).east, ['message.sent'])
})

test('a matter moved to another village: the village it leaves hears of it, so that its list drops it', async () => {
  const id = await say('西村的围墙裂了')
  const move = (villageId: string | null) =>
    post('chief', `/api/conversations/${id}/triage-corrections`, { field: 'village', value: villageId })
  const everybody = { east: ['triage.corrected'], west: ['triage.corrected'] }
  assert.deepEqual(await whoHears(() => move(villages.east)), everybody)
  assert.deepEqual(await whoHears(() => answer(id)), { east: ['message.sent'], west: [] })
  assert.deepEqual(await whoHears(() => move(null)), everybody)
  assert.deepEqual(await whoHears(() => answer(id)), { east: ['message.sent'], west: ['message.sent'] })
  assert.deepEqual(await whoHears(() => move(villages.west)), everybody)
})

test('cases alike: whose village it is, who is given it, who had it', async () => {
  const { id } = await post('chief', '/api/cases', {
    kind: 'help',
    title: '耕牛走失',
    scenario: 'safety',
    channel: 'phone',
    clientKey: randomUUID(),
    villageId: villages.west,
  })
  const change = async (fields: object) => {
    const url = `/api/cases/${id}`
    const { revision } = (await as('chief')({ method: 'GET', url })).json()
    const changed = await as('chief')({ method: 'PATCH', url, payload: { revision, ...fields } })
    assert.equal(changed.statusCode, 200, changed.body)
  }
  assert.deepEqual((await whoHears(() => change({ title: '牛丢了' }))).east, [])
  assert.deepEqual((await whoHears(() => change({ assigneeId: officers.eastAuxiliary }))).east, [
    'case.changed',
  ])
  assert.deepEqual((await whoHears(() => change({ title: '牛又丢了' }))).east, ['case.changed'])
  assert.deepEqual((await whoHears(() => change({ assigneeId: officers.officer }))).east, ['case.changed'])
  assert.deepEqual((await whoHears(() => change({ title: '牛找到了' }))).east, [])
  const moved = await whoHears(() => change({ villageId: villages.east }))
  assert.deepEqual(moved, { east: ['case.changed'], west: ['case.changed'] })
})

test('who comes back by her cursor is told the same', async () => {
  const away = await listen('eastAuxiliary')
  away.close()
  const id = await say('西村的桥栏杆松了')
  await handTo(id, 'eastAuxiliary')
  await answer(id)
  const other = await say('西村的井盖没了')
  const back = await listen('eastAuxiliary', away.cursor)
  await until(() => back.heard.length >= 3)
  back.close()
  assert.ok(back.heard.every(({ conversationId }) => conversationId === id))
  assert.ok(!back.heard.some(({ conversationId }) => conversationId === other))
})

test('that a colleague is writing is told to those who may see it', async () => {
  const id = await say('西村的电线掉了')
  const typing = () =>
    whoHears(async () => {
      await post('officer', `/api/conversations/${id}/typing`)
      // A signal takes the way over the database and leaves no row.
      await new Promise((resolve) => setTimeout(resolve, 300))
    })
  assert.deepEqual(await typing(), { east: [], west: ['typing'] })
  await note(id, ['eastAuxiliary'])
  assert.deepEqual(await typing(), { east: ['typing'], west: ['typing'] })
})

test('who sees no matters hears of the station only', async () => {
  const id = await say('西村的树倒了')
  const screen = await listen('auditor')
  await answer(id)
  await post('officer', `/api/conversations/${id}/typing`)
  await whoHears(async () => {})
  assert.deepEqual(await heardUntilMark(screen), [])
})
