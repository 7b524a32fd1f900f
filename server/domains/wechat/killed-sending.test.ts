import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, startMortal } from './mortal-server.fixture.ts'

const kills = process.env['FULL_PROFILE'] ? 100 : 6
const points = ['send: after claim', 'send: before call', 'send: after call', 'send: after mark']
/** What the server does to a call while nobody may die of it. */
const troubles = [
  { kind: 'lose_answer' },
  { kind: 'reset' },
  { kind: 'status', status: 502 },
  { kind: 'errcode', errcode: -1 },
] as const
const failTypes = [0, 1, 2, 4, 5, 6, 8, 10, 11, 12, 13]

const mortal = await startMortal('channel', {
  callbacks: { retryAfterMs: [100, 200] },
  kf: { repliesPerMessage: 1e6, tokenlessEveryMs: 0, failAfterMs: 200 },
})
const { control, openKfid, query } = mortal

test('T10: killed again and again while it sends: nothing twice, nothing lost, each failure one task', {
  timeout: 3_600_000,
}, async (t) => {
  const people = Array.from({ length: 4 }, (_, n) => control.people.add({ name: `村民${n}` }).externalUserId)
  await mortal.start()
  for (const who of people) control.kf.phone.write(openKfid, who, '在吗')
  const met = () =>
    query(`select p.contact_id as contact, m.conversation_id as conversation from kf_people p
      join messages m on m.station_id = $1 and m.contact_id = p.contact_id where p.station_id = $1`)
  await eventually('everybody is known', async () => (await met()).length === people.length)
  const known = await met()
  mortal.kill()
  await eventually('death', () => !mortal.alive())

  const answered: string[] = []
  let failures = 0
  for (let life = 0; life < kills; life++) {
    await mortal.passTime()
    for (const { contact, conversation } of known) {
      answered.push(`第 ${answered.length} 条答复`)
      await mortal.answer(conversation, contact, answered.at(-1)!, mortal.newKey())
    }
    if (life % 3 === 1) control.kf.failNext(failTypes[failures++ % failTypes.length]!)
    if (life % 3 === 2) control.faults.next('kf/send_msg', troubles[life % troubles.length]!)
    // Two of three die at a point of the way, the others at any moment.
    const point = life % 3 === 0 ? '' : points[life % points.length]!
    await mortal.start(point, point === points[0] ? 1 : 1 + (life % 2))
    if (point) await eventually(`death at ${point}`, () => !mortal.alive())
    else await sleep(Math.random() * 600)
    mortal.kill()
    await eventually('death', () => !mortal.alive())
  }
  await mortal.passTime()
  await mortal.start()
  const bubbles = () =>
    people
      .flatMap((who) => control.kf.phone.sees(openKfid, who))
      .filter(({ body }) => answered.includes(String(body['content'])))
  const settled = async () =>
    (
      await query(`select count(*) filter (where state = 'accepted')::int as accepted,
        count(*) filter (where state = 'failed')::int as failed from message_deliveries where station_id = $1`)
    )[0]
  const told = () => bubbles().filter(({ failType }) => failType !== undefined && failType !== null).length
  await eventually(
    'every answer is settled',
    async () => {
      const { accepted, failed } = await settled()
      return accepted + failed === answered.length && failed === told()
    },
    120_000,
  )
  const seen = bubbles().map(({ body }) => String(body['content']))
  const tasks = await query(
    `select t.message_id from phone_tasks t join message_deliveries d on d.station_id = $1
       and d.message_id = t.message_id and d.state = 'failed' where t.station_id = $1`,
  )
  const figures = {
    lost: answered.filter((words) => !seen.includes(words)).length,
    doubled: seen.length - new Set(seen).size,
    failuresWithoutTask: told() - tasks.length,
  }
  t.diagnostic(JSON.stringify({ id: 'T10', kills, answers: answered.length, failed: told(), ...figures }))
  assert.ok(told() > 0)
  assert.deepEqual(figures, { lost: 0, doubled: 0, failuresWithoutTask: 0 })
})
