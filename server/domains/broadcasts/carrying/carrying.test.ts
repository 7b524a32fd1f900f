import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { inStation } from '../../../platform/tenancy.ts'
import { loadChannel } from '../../wechat/channel.ts'
import { startChannel } from '../../wechat/wechat.fixture.ts'
import { writeBroadcast, writePeople } from './broadcast-rows.fixture.ts'
import { cancelTasks } from './cancel-tasks.ts'
import { carryBroadcasts } from './carry-broadcasts.ts'

const channel = await startChannel({
  twin: {
    broadcasts: { dispatchMs: 0 },
    moments: { startMs: 0, runMs: 0, creationsPerMinute: 2 },
    callbacks: { drop: 1 },
  },
  worker: false,
})
const { control, context, world, query } = channel
const { stationId } = world
const { api } = (await loadChannel(context, stationId))!
assert.ok(api)
const [wang, li] = control.corporation.members().map(({ userid }) => userid) as [string, string]
const madeBy = world.officers.chief

const people = ['甲', '乙', '丙', '丁', '戊'].map((name) => control.people.add({ name }).externalUserId)
for (const id of people) control.contacts.add(wang, id)
const known = await writePeople(
  context.pool,
  stationId,
  people.map((target, at) => ({
    target,
    account: wang,
    name: ['甲', '乙', '丙', '丁', '戊'][at]!,
    villageId: world.villages.east,
  })),
)

/** Everything that is due now, and what becomes due soon. */
async function carry(rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await query(
      `update broadcast_tasks set poll_at = clock_timestamp() where state in ('waiting', 'asking', 'asked')`,
    )
    await carryBroadcasts(context, api!, stationId, { unsureSeconds: 0.2 })
  }
}
const toContacts = (targets = known, account = wang) => ({ channel: 'contacts' as const, account, targets })
const write = (tasks: Parameters<typeof writeBroadcast>[2]['tasks'], more = {}) =>
  writeBroadcast(context.pool, stationId, { madeBy, tasks, ...more })
const taskOf = async (id: string) =>
  (await query('select * from broadcast_tasks where broadcast_id = $1', [id]))[0]
const targetsOf = async (id: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await query('select target, state, reason from broadcast_targets where broadcast_id = $1', [id])).map(
      (row) => [row.target, row.reason ? `${row.state} ${row.reason}` : row.state],
    ),
  )
const stepsOf = async (id: string) =>
  (await query('select step from broadcast_steps where broadcast_id = $1 order by at, id', [id])).map(
    ({ step }) => step,
  )
const eventsOf = async (id: string) =>
  (await query('select name from events where subject_id = $1 order by id', [id])).map(({ name }) => name)
const inTwin = (id: string) => async () => {
  const { wecom_id } = await taskOf(id)
  return control.broadcasts.all().find(({ msgid }) => msgid === wecom_id)!
}

test('three receipts: asked, confirmed, reached; one is no contact any more, one had another message; then it is finished', async () => {
  const { id } = await write([toContacts()])
  await carry()
  assert.equal((await taskOf(id)).state, 'asked')
  assert.deepEqual(
    Object.values(await targetsOf(id)),
    people.map(() => 'asked'),
  )
  const [confirmation] = await query(
    'select account, confirmed_at from broadcast_confirmations where task_id = $1',
    [(await taskOf(id)).id],
  )
  assert.deepEqual([confirmation.account, confirmation.confirmed_at], [wang, null])
  const made = await inTwin(id)()
  assert.match(made.text, /【预警】今晚有大雨\n.*\n——.*（编号 260101-\d\d）$/s)
  control.contacts.removeByCustomer(wang, people[1]!)
  control.settings.broadcasts.cap = '1_a_day'
  control.broadcasts.confirm(made.msgid, wang, [])
  made.tasks.get(wang)!.targets.forEach((target, at) => {
    target.status = ([1, 2, 3, 1, 1] as const)[at]!
    target.sentAt = Date.now()
  })
  await carry()
  assert.deepEqual(Object.values(await targetsOf(id)).sort(), [
    'failed capped',
    'failed not_contact',
    'reached',
    'reached',
    'reached',
  ])
  assert.equal((await taskOf(id)).state, 'ended')
  assert.deepEqual((await stepsOf(id)).at(-1), 'finished')
  assert.deepEqual(await eventsOf(id), [
    'broadcast_task.asked',
    'broadcast_task.confirmed',
    'broadcast_task.counted',
    'broadcast_task.ended',
    'broadcast.finished',
  ])
  control.contacts.add(wang, people[1]!)
})

test('half of the officers confirm; the others are called off after three days and count as never confirmed; a clock that jumps ends nothing', async () => {
  const other = control.people.add({ name: '己' }).externalUserId
  control.contacts.add(li, other)
  const hers = await writePeople(context.pool, stationId, [{ target: other, account: li }])
  const { id, taskIds } = await write([toContacts(known.slice(0, 1)), toContacts(hers, li)])
  await carry()
  const texts = control.broadcasts
    .all()
    .slice(-2)
    .map(({ text }) => /（编号 (.*)）$/.exec(text)![1])
  assert.deepEqual(texts.map((mark) => mark!.split('·')[1]).sort(), ['1', '2'])
  const [first] = await query('select wecom_id from broadcast_tasks where id = $1', [taskIds[0]])
  control.broadcasts.confirm(first.wecom_id, wang)
  await query(`update broadcast_tasks set asked_at = asked_at - interval '4 days' where id = $1`, [
    taskIds[1],
  ])
  await carry(2)
  const states = async () =>
    (await query('select state from broadcast_tasks where broadcast_id = $1 order by id', [id])).map(
      ({ state }) => state,
    )
  assert.deepEqual(await states(), ['ended', 'asked'])
  assert.ok(!(await stepsOf(id)).includes('finished'))
  await query('update broadcast_tasks set polls = 100 where id = $1', [taskIds[1]])
  await carry()
  assert.deepEqual(await states(), ['ended', 'ended'])
  assert.deepEqual((await targetsOf(id))[other], 'failed never_confirmed')
  assert.equal((await stepsOf(id)).at(-1), 'finished')
  assert.equal(control.broadcasts.all().find(({ tasks }) => tasks.has(li))?.cancelled, true)
})

test('an answer that is lost, a broken line, a server in trouble: it is put once', async () => {
  const troubles = [
    { kind: 'lose_answer' },
    { kind: 'reset' },
    { kind: 'status', status: 502 },
    { kind: 'errcode', errcode: -1 },
  ] as const
  for (const trouble of troubles) {
    const before = control.broadcasts.all().length
    const { id } = await write([toContacts()])
    control.faults.next('externalcontact/add_msg_template', trouble)
    await carry()
    if (trouble.kind !== 'errcode') assert.equal((await taskOf(id)).state, 'asking', trouble.kind)
    await sleep(250)
    await carry(3)
    assert.equal((await taskOf(id)).state, 'asked', trouble.kind)
    assert.equal(control.broadcasts.all().length, before + 1, trouble.kind)
    await inStation(context.pool, stationId, (tx) => cancelTasks(tx, { kind: 'system', id: null }, id))
    await carry()
  }
})

test('who said no a second before is left out; whom WeCom refuses is named', async () => {
  const stranger = control.people.add({ name: '庚' }).externalUserId
  const [lost] = await writePeople(context.pool, stationId, [{ target: stranger, account: wang }])
  const { id } = await write([toContacts([...known, lost!])])
  await query('update contacts set opted_out_at = now() where id = $1', [known[0]!.contactId])
  await carry()
  const targets = await targetsOf(id)
  assert.deepEqual(
    [targets[people[0]!], targets[stranger], targets[people[1]!]],
    ['left_out opted_out', 'failed refused', 'asked'],
  )
  await query('update contacts set opted_out_at = null')
  const made = await inTwin(id)()
  assert.equal(made.tasks.get(wang)!.targets.length, 4)
})

test('nobody can receive it: refused with WeCom’s reason, and the rest of the broadcast goes on', async () => {
  const { id, taskIds } = await write([
    toContacts([{ target: 'wmNobody', contactId: known[0]!.contactId, account: wang }]),
    { channel: 'groups', account: wang, targets: [{ target: control.groups.create(wang, '东村群') }] },
  ])
  await carry()
  const rows = await query(
    'select id, state, fail_code from broadcast_tasks where broadcast_id = $1 order by id',
    [id],
  )
  assert.deepEqual(
    rows.map((row) => [row.id, row.state, row.fail_code]),
    [
      [taskIds[0], 'refused', '41048'],
      [taskIds[1], 'asked', null],
    ],
  )
})

test('called off: what waits ends at once, what was put is called off at WeCom, who was reached stays reached', async () => {
  const waiting = await write([toContacts()])
  await inStation(context.pool, stationId, (tx) =>
    cancelTasks(tx, { kind: 'officer', id: madeBy }, waiting.id),
  )
  assert.equal((await taskOf(waiting.id)).state, 'cancelled')
  const { id } = await write([toContacts()])
  control.settings.broadcasts.cap = 'days_of_month'
  await carry()
  const made = await inTwin(id)()
  control.broadcasts.confirm(made.msgid, wang, people.slice(0, 2))
  await inStation(context.pool, stationId, (tx) => cancelTasks(tx, { kind: 'officer', id: madeBy }, id))
  await carry()
  const states = Object.values(await targetsOf(id)).sort()
  assert.deepEqual(states, ['failed cancelled', 'failed cancelled', 'failed cancelled', 'reached', 'reached'])
  assert.equal((await inTwin(id)()).cancelled, true)
  assert.equal((await taskOf(id)).state, 'cancelled')
})

test('Moments: the job, the officer who publishes, who can see it, what comes back as numbers; ten a minute are kept to', async () => {
  const ids: string[] = []
  for (let made = 0; made < 3; made++)
    ids.push((await write([{ channel: 'moments', account: '', targets: known }])).id)
  await carry(3)
  const tasks = await Promise.all(ids.map(taskOf))
  // Which of them comes first is the database's choice.
  const [first, second] = tasks.filter(({ moment_id }) => moment_id)
  const held = tasks.filter(({ moment_id }) => !moment_id)
  assert.ok(second)
  assert.deepEqual(
    held.map(({ state, fail_code }) => [state, fail_code]),
    [['waiting', '45009']],
  )
  assert.ok(held[0].poll_at > new Date())
  control.moments.publish(first.moment_id, wang)
  control.moments.comment(first.moment_id, wang, people[0]!, '收到')
  await carry()
  assert.deepEqual(new Set(Object.values(await targetsOf(first.broadcast_id))), new Set(['reached']))
  const [counts] = await query(
    'select account, seers, likes, comments from broadcast_moment_counts where task_id = $1',
    [first.id],
  )
  assert.deepEqual([counts.account, counts.likes, counts.comments], [wang, 0, 1])
  assert.ok(counts.seers >= people.length)
  await inStation(context.pool, stationId, (tx) =>
    cancelTasks(tx, { kind: 'system', id: null }, second.broadcast_id),
  )
  await carry()
  assert.equal((await taskOf(second.broadcast_id)).state, 'cancelled')
})
