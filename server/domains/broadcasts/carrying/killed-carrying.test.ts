import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { eventually, startMortal } from '../../wechat/mortal-server.fixture.ts'
import { writeBroadcast, writePeople } from './broadcast-rows.fixture.ts'

const isFull = Boolean(process.env['FULL_PROFILE'])
const kills = isFull ? 50 : 6
const [contactCount, groupCount, officerCount] = isFull ? [8000, 152, 38] : [800, 30, 8]
const points = ['after claim', 'before call', 'after call', 'after mark', 'after receipts'].map(
  (at) => `broadcast: ${at}`,
)
/** What the server does to a call while nobody may die of it. */
const troubles = [
  { kind: 'lose_answer' },
  { kind: 'reset' },
  { kind: 'status', status: 502 },
  { kind: 'errcode', errcode: -1 },
] as const

const mortal = await startMortal('carrier', {
  broadcasts: { cap: '1_a_day', dispatchMs: 500 },
  callbacks: { drop: 1 },
})
const { control, pool, query, world } = mortal
const { stationId } = world

test('T20: killed again and again while a broadcast goes out: nobody is asked twice, every receipt is there', {
  timeout: 3_600_000,
}, async (t) => {
  const begun = performance.now()
  const officers = Array.from({ length: officerCount }, (_, n) => `officer${n}`)
  for (const account of officers) control.corporation.addMember(account, account)
  const people = Array.from({ length: contactCount }, (_, n) => {
    const account = officers[n % officerCount]!
    const target = control.people.add({ name: `村民${n}` }).externalUserId
    control.contacts.add(account, target)
    return { account, target }
  })
  const known = await writePeople(pool, stationId, people)
  const groups = Array.from({ length: groupCount }, (_, n) => {
    const account = officers[n % officerCount]!
    return { account, target: control.groups.create(account, `村群${n}`) }
  })
  // Where one is so lucky as to have had another app's message today, it does not reach her.
  const capped = known.slice(0, 5).map(({ target }) => target)
  const { id } = await writeBroadcast(pool, stationId, {
    madeBy: world.officers.chief,
    tasks: officers.flatMap((account) => [
      { channel: 'contacts' as const, account, targets: known.filter((each) => each.account === account) },
      { channel: 'groups' as const, account, targets: groups.filter((each) => each.account === account) },
    ]),
  })
  const tasks = officerCount * 2
  /** Officers confirm while it is still going out, all but the last: she never does. */
  const confirmed = new Set<string>()
  const confirmSome = () => {
    for (const made of control.broadcasts.all())
      for (const userid of made.tasks.keys()) {
        if (confirmed.has(made.msgid) || userid === officers.at(-1) || made.cancelled) continue
        confirmed.add(made.msgid)
        for (const target of made.tasks.get(userid)!.targets)
          if (capped.includes(target.id)) target.status = 3
        control.broadcasts.confirm(made.msgid, userid)
      }
  }
  const free = () =>
    query(
      `update broadcast_tasks set leased_until = null, poll_at = least(poll_at, clock_timestamp()) where station_id = $1`,
    )
  let died = 0
  for (let life = 0; life < kills; life++) {
    if (life % 3 === 2)
      control.faults.next('externalcontact/add_msg_template', troubles[life % troubles.length]!)
    const point = life % 3 === 0 ? '' : points[life % points.length]!
    await free()
    await mortal.start(point, point === points[0] ? 1 : 1 + (life % 3))
    if (point)
      await eventually(`death at ${point}`, () => !mortal.alive(), 20_000).then(
        () => died++,
        () => {},
      )
    else await sleep(Math.random() * 400)
    mortal.kill()
    await eventually('death', () => !mortal.alive())
    if (life % 4 === 3) confirmSome()
  }
  await free()
  await mortal.start()
  const counts = async () =>
    (
      await query(
        `select count(*) filter (where state = 'reached')::int as reached, count(*) filter (where state = 'failed')::int as failed,
           count(*) filter (where state = 'asked')::int as asked, count(*) filter (where state = 'waiting')::int as waiting
         from broadcast_targets where station_id = $1`,
      )
    )[0]
  const hers = known.filter(({ account }) => account === officers.at(-1)).length
  const hersOfGroups = groups.filter(({ account }) => account === officers.at(-1)).length
  await eventually(
    'all receipts',
    async () => {
      confirmSome()
      const { asked, waiting } = await counts()
      return waiting === 0 && asked === hers + hersOfGroups
    },
    180_000,
  )
  mortal.kill()
  const made = control.broadcasts.all()
  const asked = made.flatMap((one) =>
    [...one.tasks.values()].flatMap(({ targets }) => targets.map((each) => each.id)),
  )
  const got = made.flatMap((one) =>
    [...one.tasks.values()].flatMap(({ targets }) =>
      targets.filter(({ status }) => status === 1).map((each) => each.id),
    ),
  )
  const { reached, failed } = await counts()
  const figures = {
    askedTwice: asked.length - new Set(asked).size,
    neverAsked: contactCount + groupCount - new Set(asked).size,
    sentTwice: got.length - new Set(got).size,
    receiptsMissing: got.length - reached,
    failedUntold: capped.length - failed,
  }
  const seconds = Math.round((performance.now() - begun) / 1000)
  t.diagnostic(
    JSON.stringify({
      id: 'T20',
      kills,
      died,
      tasks,
      groups: groupCount,
      contacts: contactCount,
      reached,
      failed,
      seconds,
      ...figures,
    }),
  )
  assert.deepEqual(figures, {
    askedTwice: 0,
    neverAsked: 0,
    sentTwice: 0,
    receiptsMissing: 0,
    failedUntold: 0,
  })
  assert.equal(made.length, tasks)
  const [{ number }] = await query('select number from broadcasts where station_id = $1 and id = $2', [id])
  assert.ok(made.every(({ text }) => text.includes(`（编号 ${number}·`)))
})
