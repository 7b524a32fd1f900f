import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, startMortal } from './mortal-server.fixture.ts'

const kills = process.env['FULL_PROFILE'] ? 200 : 20
/** 50 messages a second. */
const everyMs = 20

const mortal = await startMortal('server', { callbacks: { retryAfterMs: [300, 600] } })
const { control, openKfid, query } = mortal

test('T01: killed at random moments under a steady flow: nothing lost, nothing twice, nothing that nobody said', {
  timeout: 3_600_000,
}, async (t) => {
  const people = Array.from({ length: 10 }, (_, n) => control.people.add({ name: `村民${n}` }).externalUserId)
  const said: string[] = []
  const flow = setInterval(() => {
    const words = `第 ${said.length} 句`
    control.kf.phone.write(openKfid, people[said.length % people.length]!, words)
    said.push(words)
  }, everyMs)
  for (let count = 0; count < kills; count++) {
    await mortal.start()
    await sleep(Math.random() * 4000)
    mortal.kill()
    await eventually('death', () => !mortal.alive())
    await mortal.passTime()
  }
  clearInterval(flow)
  await mortal.start()
  const stored = async (): Promise<string[]> =>
    (await query("select body from messages where station_id = $1 and direction = 'inbound'")).map(
      ({ body }) => body,
    )
  await eventually('all messages', async () => (await stored()).length >= said.length, 180_000)
  const bodies = await stored()
  const known = new Set(said)
  const figures = {
    kills,
    messages: said.length,
    lost: said.filter((words) => !bodies.includes(words)).length,
    doubled: bodies.length - new Set(bodies).size,
    unexpected: bodies.filter((words) => !known.has(words)).length,
  }
  t.diagnostic(JSON.stringify({ id: 'T01', ...figures }))
  assert.deepEqual([figures.lost, figures.doubled, figures.unexpected], [0, 0, 0])
})
