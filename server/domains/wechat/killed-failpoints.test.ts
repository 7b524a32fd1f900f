import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, startMortal } from './mortal-server.fixture.ts'

/** Every point of the way in and out at which a process may die. */
const points = [
  'callback: before verify',
  'callback: before store',
  'callback: between envelope and hint',
  'callback: before commit',
  'callback: after commit',
  'pull: before call',
  'pull: after call',
  'pull: before page',
  'pull: between cursor and messages',
  'pull: before page commit',
  'pull: after page commit',
  'handle: before message',
  'handle: after receive',
  'handle: after message',
  'handle: after mark',
  'send: after claim',
  'send: before call',
  'send: after call',
  'send: after mark',
].filter((point) => point.startsWith(process.env['KILL_AT'] ?? ''))
/** Each point is died at when it is passed for the 1st, the 2nd, … time; at most so often. */
const mostHits = process.env['FULL_PROFILE'] ? 6 : 1

const mortal = await startMortal('channel', {
  callbacks: { retryAfterMs: [100, 200] },
  // Answers pile up while nobody lives long enough to send them; and who comes back every second would be throttled.
  kf: { repliesPerMessage: 1000, tokenlessEveryMs: 0 },
})
const { control, openKfid, query } = mortal

test('T02: killed at every point of the way, each time it is passed: nothing lost, nothing twice', {
  timeout: 1_800_000,
}, async (t) => {
  const who = control.people.add({ name: '张阿姨' }).externalUserId
  const said: string[] = []
  const answered: string[] = []
  const kills: Record<string, number> = {}
  const speak = (words: string) => {
    said.push(words)
    control.kf.phone.write(openKfid, who, words)
  }
  const count = async (sql: string) => (await query(`select count(*)::int as n from ${sql}`))[0].n as number
  /** A run has come to its end: all is said, heard, answered and accepted. */
  const isDone = async () =>
    (await count(
      'kf_messages where station_id = $1 and handled_at is not null and message_id is not null',
    )) >= said.length &&
    (await count("message_deliveries where station_id = $1 and state = 'accepted'")) >= answered.length &&
    (await count('kf_accounts where station_id = $1 and wanted_at is not null')) === 0 &&
    (await count('kf_calls where station_id = $1')) === 0
  await mortal.start()
  speak('头一句')
  await eventually('the first message', isDone)
  const [{ conversation_id: conversation, contact_id: contact }] = await query(
    'select conversation_id, contact_id from messages where station_id = $1 limit 1',
  )
  mortal.kill()
  await eventually('death', () => !mortal.alive())
  for (const point of points) {
    kills[point] = 0
    for (let hit = 1; hit <= mostHits; hit++) {
      await mortal.passTime()
      for (const part of point.startsWith('send') ? ['甲', '乙'] : []) {
        answered.push(`答 ${point} ${hit} ${part}`)
        await mortal.answer(conversation, contact, answered.at(-1)!, mortal.newKey())
      }
      await mortal.start(point, hit)
      speak(`${point} ${hit} 甲`)
      await sleep(100)
      speak(`${point} ${hit} 乙`)
      await eventually(`death or the end at ${point} ${hit}`, async () => !mortal.alive() || (await isDone()))
      // What is done may be seen a moment before the process has come to a point that lies behind it.
      if (mortal.alive()) await sleep(500)
      // Enumerated: when a run comes through, the point has been died at as often as it is passed.
      if (mortal.alive()) break
      kills[point]++
      // What it left behind is finished by the next one.
    }
    mortal.kill()
    await eventually('death', () => !mortal.alive())
  }
  await mortal.passTime()
  await mortal.start()
  await eventually('all of it', isDone, 120_000).catch(async (error) => {
    const waiting = await query(
      "select * from message_deliveries where station_id = $1 and state <> 'accepted'",
    )
    throw new Error(JSON.stringify(waiting), { cause: error })
  })
  const bodies = (
    await query("select body from messages where station_id = $1 and direction = 'inbound'")
  ).map((row) => row.body)
  const seen = control.kf.phone
    .sees(openKfid, who)
    .map(({ body }) => String(body['content']))
    .filter((words) => words.startsWith('答 '))
  const figures = {
    lost: said.filter((words) => !bodies.includes(words)).length,
    doubled: bodies.length - new Set(bodies).size,
    answersLost: answered.filter((words) => !seen.includes(words)).length,
    answersDoubled: seen.length - new Set(seen).size,
  }
  t.diagnostic(
    JSON.stringify({ id: 'T02', messages: said.length, answers: answered.length, kills, ...figures }),
  )
  const missed = points.filter((point) => !kills[point])
  assert.deepEqual(missed, [], 'every point was died at')
  assert.deepEqual(figures, { lost: 0, doubled: 0, answersLost: 0, answersDoubled: 0 })
})
