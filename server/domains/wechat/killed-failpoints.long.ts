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
/** How often in a run each point is passed at least, and so killed at: the 1st, the 2nd, … time. */
const hits = process.env['FULL_PROFILE'] ? 6 : 2

const mortal = await startMortal({
  callbacks: { retryAfterMs: [300, 600] },
  // Answers pile up while nobody lives long enough to send them.
  kf: { repliesPerMessage: 1000 },
})
const { control, openKfid, query } = mortal

test('T02: killed at every point of the way, each time it is passed: nothing lost, nothing twice', {
  timeout: 1_200_000,
}, async (t) => {
  const who = control.people.add({ name: '张阿姨' }).externalUserId
  const said: string[] = []
  const answered: string[] = []
  let kills = 0
  const visited = new Set<string>()
  const speak = (words: string) => {
    said.push(words)
    control.kf.phone.write(openKfid, who, words)
  }
  await mortal.start()
  speak('头一句')
  const first = async () =>
    (await query('select conversation_id, contact_id from messages where station_id = $1 limit 1'))[0]
  await eventually('the first message', first)
  const { conversation_id: conversation, contact_id: contact } = await first()
  mortal.kill()
  for (const point of points) {
    for (let hit = 1; hit <= hits; hit++) {
      await mortal.passTime()
      await mortal.start(point, hit)
      speak(`${point} ${hit} 甲`)
      await sleep(150)
      speak(`${point} ${hit} 乙`)
      if (point.startsWith('send')) {
        for (const part of ['甲', '乙']) {
          const words = `答 ${point} ${hit} ${part}`
          answered.push(words)
          await mortal.answer(conversation, contact, words, mortal.newKey())
        }
      }
      // Enumerated: when a run comes through to its end, the point has been tried as often as it is passed.
      const died = await eventually('death', () => !mortal.alive(), 12_000).then(
        () => true,
        () => false,
      )
      if (!died) {
        mortal.kill()
        await eventually('the end', () => !mortal.alive())
        break
      }
      kills++
      visited.add(point)
      // What it left behind is finished by the next one, which is not waited for here.
    }
  }
  await mortal.passTime()
  await mortal.start()
  const stored = async () =>
    (await query("select body from messages where station_id = $1 and direction = 'inbound'")).map(
      (row) => row.body,
    )
  await eventually('all messages', async () => (await stored()).length >= said.length, 120_000)
  const accepted = async () =>
    (
      await query(
        "select count(*)::int as n from message_deliveries where station_id = $1 and state = 'accepted'",
      )
    )[0].n
  await eventually('all answers', async () => (await accepted()) >= answered.length, 120_000).catch(
    async (error) => {
      const waiting = await query(
        `select state, fail_code, parts, parts_accepted, part_tried, attempts, leased_until, next_try_at, now() from message_deliveries
       where station_id = $1 and state <> 'accepted'`,
      )
      throw new Error(JSON.stringify(waiting), { cause: error })
    },
  )
  const bodies = await stored()
  const seen = control.kf.phone
    .sees(openKfid, who)
    .map(({ body }) => String(body['content']))
    .filter((words) => words.startsWith('答 '))
  const lost = said.filter((words) => !bodies.includes(words)).length
  const doubled = bodies.length - new Set(bodies).size
  const answersLost = answered.filter((words) => !seen.includes(words)).length
  const answersDoubled = seen.length - new Set(seen).size
  t.diagnostic(
    JSON.stringify({
      id: 'T02',
      points: points.length,
      kills,
      messages: said.length,
      answers: answered.length,
      lost,
      doubled,
      answersLost,
      answersDoubled,
    }),
  )
  assert.equal(visited.size, points.length, 'every point was died at')
  assert.deepEqual([lost, doubled, answersLost, answersDoubled], [0, 0, 0, 0])
})
