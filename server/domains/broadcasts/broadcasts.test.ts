import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import type { AudienceCount, BroadcastContent, BroadcastDetail } from '../../../contract/broadcasts.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld, type World } from '../../../test/world.ts'
import { createPool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'
import { makeChat, makePerson, rain, wholeTown } from './broadcasts.fixture.ts'
import { startBroadcast } from './start-broadcast.ts'
import { startDueBroadcasts } from './start-due.ts'

const { as, context, world, database } = await startTestServer()
const owner = createPool(database.ownerUrl, { max: 2, name: 'owner' })
after(() => owner.end())
const { stationId, villages } = world
const pool = context.pool
const elsewhere = await createWorld(pool, '430182902')
const system = { kind: 'system', id: null } as const

type Who = keyof World['officers']
const post = (who: Who, url: string, payload: object = {}, key?: string) =>
  as(who)({ method: 'POST', url, payload, headers: key ? { 'idempotency-key': key } : {} })
const ok = (answer: LightMyRequestResponse) => {
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const show = async (id: string, who: Who = 'chief') =>
  ok(await as(who)({ url: `/api/broadcasts/${id}` })) as BroadcastDetail
const draft = async (content: BroadcastContent, who: Who = 'officer') =>
  ok(await post(who, '/api/broadcasts', content)).id as string
const submit = (id: string, version = 1, who: Who = 'officer') =>
  post(who, `/api/broadcasts/${id}/submissions`, { version })
const approve = (id: string, who: Who = 'chief', version = 1, key?: string) =>
  post(who, `/api/broadcasts/${id}/approvals`, { version }, key)
const cancel = (id: string, who: Who = 'officer') =>
  post(who, `/api/broadcasts/${id}/cancellations`, { note: '不发了' })
const submitted = async (content: BroadcastContent, who: Who = 'officer') => {
  const id = await draft(content, who)
  ok(await submit(id, 1, who))
  return id
}
/** Whatever the clock says while the tests run: no quiet hours unless one asks for them. */
const setQuiet = (quietFrom: string, quietUntil: string, more: object = {}) =>
  as('chief')({
    method: 'PATCH',
    url: '/api/station',
    payload: { settings: { quietFrom, quietUntil, ...more } },
  })
await setQuiet('00:00', '00:00')
const count = async (
  content: Partial<BroadcastContent>,
  aboutId: string | null = null,
  who: Who = 'officer',
) => {
  const { channels, audience } = rain(content)
  return ok(await post(who, '/api/broadcast-audiences', { channels, audience, aboutId })) as AudienceCount
}
const rowsOf = async (text: string, id: string) => (await owner.query(text, [id])).rows
const targets = (id: string) =>
  rowsOf(
    `select channel, target, state, reason, task_id from broadcast_targets where broadcast_id = $1 order by channel, target`,
    id,
  )
const tasks = (id: string) =>
  rowsOf(
    'select channel, account, targets, state from broadcast_tasks where broadcast_id = $1 order by channel, account',
    id,
  )
const startsOf = async (id: string) =>
  (await rowsOf(`select from broadcast_steps where broadcast_id = $1 and step = 'started'`, id)).length
const eventsOf = (id: string, name: string) =>
  rowsOf(`select data, actor_id from events where subject_id = $1 and name = 'broadcast.${name}'`, id)

const { east, west } = villages
const contact = {
  plain: await makePerson(pool, stationId, {
    villageId: east,
    villageGroup: '1组',
    consent: ['refused', 'in_force'],
  }),
  two: await makePerson(pool, stationId, {
    villageId: east,
    villageGroup: '2组',
    needs: ['听不清'],
    languages: ['宁乡话'],
    accounts: [
      { id: 'LiXiuYing', since: '2025-01-01', tags: ['t-1'] },
      { id: 'ZhaoMin', since: '2026-02-01' },
    ],
  }),
  west: await makePerson(pool, stationId, { villageId: west, needs: ['听不清'] }),
  optedOut: await makePerson(pool, stationId, { villageId: east, optedOut: true }),
  refused: await makePerson(pool, stationId, { villageId: east, consent: ['in_force', 'withdrawn'] }),
  removed: await makePerson(pool, stationId, { villageId: east, removed: true }),
  left: await makePerson(pool, stationId, {
    villageId: east,
    accounts: [{ id: 'LiXiuYing', leftAt: '2026-03-01' }],
  }),
  none: await makePerson(pool, stationId, {
    villageId: east,
    accounts: [{ id: 'LiXiuYing', endedAt: '2026-03-01' }],
  }),
  nowhere: await makePerson(pool, stationId, { villageId: null }),
}
const chats = {
  east: await makeChat(pool, stationId, { villageId: east, owner: 'LiXiuYing', members: 120 }),
  west: await makeChat(pool, stationId, { villageId: west, owner: 'ZhaoMin', members: 80 }),
  lost: await makeChat(pool, stationId, { villageId: east, owner: '' }),
}
await owner.query(`insert into contact_tags (station_id, tag_id, name) values ($1, 't-1', '店主')`, [
  stationId,
])

test('from the draft over a second person to whom it was drawn for, each with the one work account', async () => {
  const id = await draft(rain())
  assert.equal((await approve(id)).statusCode, 409, 'not yet submitted')
  ok(await submit(id))
  assert.equal((await approve(id, 'officer')).statusCode, 403, 'her own')
  assert.equal((await approve(id, 'eastAuxiliary')).statusCode, 403)
  const before = await count({})
  assert.deepEqual(ok(await approve(id)), { started: true })
  const drawn = await targets(id)
  const state = (key: keyof typeof contact) => {
    const row = drawn.find(({ target }) => target === `wm-${contact[key]}`)!
    return row.reason ?? row.state
  }
  assert.deepEqual(
    Object.keys(contact).map((key) => state(key as keyof typeof contact)),
    ['waiting', 'waiting', 'waiting', 'opted_out', 'no_consent', 'removed', 'left', 'no_account', 'waiting'],
  )
  assert.deepEqual(await tasks(id), [
    { channel: 'contacts', account: 'LiXiuYing', targets: 3, state: 'waiting' },
    { channel: 'contacts', account: 'ZhaoMin', targets: 1, state: 'waiting' },
    { channel: 'groups', account: 'LiXiuYing', targets: 1, state: 'waiting' },
    { channel: 'groups', account: 'ZhaoMin', targets: 1, state: 'waiting' },
  ])
  const { broadcast, drawn: shown, steps } = await show(id)
  assert.deepEqual(
    [broadcast.state, ...steps.map(({ step, by }) => `${step} ${by?.name}`)],
    ['started', 'drafted 李民警', 'submitted 李民警', 'approved 周所长', 'started 周所长'],
  )
  const briefly = (channels: AudienceCount['channels'] | BroadcastDetail['drawn']) =>
    channels.map(({ channel, targets: n, leftOut }) => `${channel} ${n} ${sum(leftOut)}`).toSorted()
  assert.deepEqual(briefly(shown), briefly(before.channels))
  assert.equal((await eventsOf(id, 'started'))[0].actor_id, world.officers.chief)
  assert.equal((await submit(id)).statusCode, 409)
})
const sum = (parts: { count: number }[]) => parts.reduce((all, each) => all + each.count, 0)

test('whatever is chosen, as many are drawn as were counted', async () => {
  const choices: Partial<BroadcastContent>[] = [
    { audience: { ...wholeTown, villageIds: [east] } },
    { audience: { ...wholeTown, villageGroups: [{ villageId: east, name: '2组' }] } },
    {
      audience: { ...wholeTown, villageIds: [east, west], villageGroups: [{ villageId: east, name: '2组' }] },
    },
    { audience: { ...wholeTown, groupIds: [chats.west] }, channels: ['groups'] },
    { audience: { ...wholeTown, tagIds: ['t-1'] }, channels: ['contacts', 'moments'] },
    { audience: { ...wholeTown, needs: ['听不清'] } },
    { audience: { ...wholeTown, needs: ['听不清'], languages: ['宁乡话'], villageIds: [east] } },
    {
      audience: { ...wholeTown, villageIds: [west] },
      channels: ['page', 'loudspeaker'],
      spoken: '今晚下大雨，请当心。',
    },
    { channels: ['moments', 'page'] },
  ]
  const counted = []
  for (const choice of choices) {
    const before = await count(choice)
    const id = await submitted(rain(choice))
    ok(await approve(id))
    const { drawn } = await show(id)
    for (const { channel, targets: n, leftOut } of before.channels) {
      const own = drawn.find((each) => each.channel === channel)
      assert.deepEqual(
        [own?.targets ?? 0, sum(own?.leftOut ?? [])],
        [n, sum(leftOut)],
        `${channel} ${JSON.stringify(choice)}`,
      )
    }
    counted.push(before.channels.map(({ targets: n }) => n).join(' '))
    const asked = (await tasks(id)).reduce((all, task) => all + task.targets, 0)
    const live = (await targets(id)).filter(({ task_id }) => task_id !== null).length
    assert.equal(asked, live)
  }
  assert.deepEqual(counted, ['2 1', '1 2', '2 2', '1', '1 1', '2 2', '1 1', '1 1', '4 2'])
})

test('who opts out a second before the start is not drawn; the count before had her', async () => {
  const late = await makePerson(pool, stationId, { villageId: west })
  const id = await submitted(
    rain({ channels: ['contacts'], sendAt: new Date(Date.now() + 3_600_000).toISOString() }),
  )
  assert.deepEqual(ok(await approve(id)), { started: false })
  const before = await count({ channels: ['contacts'] })
  await owner.query('update contacts set opted_out_at = now() where id = $1', [late])
  assert.equal(await inStation(pool, stationId, (tx) => startBroadcast(tx, system, id)), true)
  const drawn = await targets(id)
  assert.equal(drawn.find(({ target }) => target === `wm-${late}`).reason, 'opted_out')
  assert.equal(drawn.filter(({ state }) => state === 'waiting').length, before.channels[0]!.targets - 1)
})

test('two who approve at once, one click sent twice, a job beside them: it starts once', async () => {
  const both = await submitted(rain(), 'eastAuxiliary').catch(() => null)
  assert.equal(both, null, 'an auxiliary does not write to the whole town')
  const id = await submitted(rain({ audience: { ...wholeTown, villageIds: [east] } }), 'eastAuxiliary')
  const answers = await Promise.all([
    approve(id, 'chief', 1, 'press-0001'),
    approve(id, 'chief', 1, 'press-0001'),
    approve(id, 'officer'),
    startDueBroadcasts(pool, stationId).then(() => null),
  ])
  const codes = answers.filter((answer) => answer !== null).map(({ statusCode }) => statusCode)
  assert.ok(codes.includes(200) && codes.every((code) => code === 200 || code === 409), codes.join())
  assert.equal(await startsOf(id), 1)
  assert.equal((await eventsOf(id, 'approved')).length, 1)
  const again = await approve(id, 'chief', 1, 'press-0002')
  assert.equal(again.statusCode, 409)
  assert.equal(await inStation(pool, stationId, (tx) => startBroadcast(tx, system, id)), false)
  const drawn = await targets(id)
  assert.equal(new Set(drawn.map(({ channel, target }) => `${channel} ${target}`)).size, drawn.length)
})

test('approved and called off at once: one of the two, never both', async () => {
  for (let round = 0; round < 3; round++) {
    const id = await submitted(rain({ channels: ['page'] }))
    const [approved, called] = await Promise.all([approve(id), cancel(id)])
    const { broadcast } = await show(id)
    assert.deepEqual(
      [approved.statusCode, called.statusCode, broadcast.state, await startsOf(id)],
      approved.statusCode === 200 ? [200, 409, 'started', 1] : [409, 200, 'cancelled', 0],
    )
  }
})

test('a change after it was given away is a new version that needs the second person again', async () => {
  const id = await submitted(rain({ sendAt: new Date(Date.now() + 7_200_000).toISOString() }))
  ok(await approve(id))
  const { versions } = await show(id)
  const save = (who: Who, version: number, savedAt: string, more: Partial<BroadcastContent> = {}) =>
    as(who)({
      method: 'PUT',
      url: `/api/broadcasts/${id}/draft`,
      payload: { ...rain(more), version, savedAt },
    })
  const first = versions[0]!
  assert.equal((await save('officer', 1, new Date(0).toISOString())).statusCode, 409, 'changed elsewhere')
  assert.equal((await save('officer', 1, first.writtenAt, { urgency: 'emergency' })).statusCode, 409)
  const saved = ok(await save('officer', 1, first.writtenAt, { title: '今晚有暴雨' }))
  assert.equal(saved.version, 2)
  assert.equal((await show(id)).broadcast.state, 'drafted')
  assert.equal(await startDueBroadcasts(pool, stationId), 0)
  assert.equal(await inStation(pool, stationId, (tx) => startBroadcast(tx, system, id)), false)
  assert.equal((await approve(id)).statusCode, 409)
  // Typed on: the same version, as nobody has seen it.
  const typed = ok(await save('officer', 2, saved.savedAt, { title: '今晚有特大暴雨' }))
  assert.equal(typed.version, 2)
  await assert.rejects(
    owner.query(`update broadcast_versions set title = 'x' where broadcast_id = $1 and version = 1`, [id]),
    /stands/,
  )
  ok(await submit(id, 2))
  const back = { version: 2, note: '时间写清楚' }
  assert.equal((await post('officer', `/api/broadcasts/${id}/refusals`, back)).statusCode, 403)
  ok(await post('chief', `/api/broadcasts/${id}/refusals`, back))
  assert.equal((await submit(id, 2)).statusCode, 409, 'nothing was changed')
  // Who wrote a later version has written it too.
  ok(await save('chief', 2, typed.savedAt, { title: '今晚八点起有暴雨' }))
  ok(await submit(id, 3, 'chief'))
  assert.equal((await approve(id, 'chief', 3)).statusCode, 403)
  assert.equal((await approve(id, 'officer', 3)).statusCode, 403)
  ok(await cancel(id))
})

test('an emergency: the chief alone, at night, and the log says so', async () => {
  await setQuiet('00:00', '23:59')
  const own = await submitted(rain({ urgency: 'emergency', channels: ['page'] }), 'chief')
  assert.deepEqual(ok(await approve(own)), { started: true })
  assert.deepEqual((await eventsOf(own, 'approved'))[0].data, {
    version: 1,
    urgency: 'emergency',
    alone: true,
  })
  const byOfficer = await submitted(rain({ urgency: 'emergency', channels: ['page'] }))
  assert.equal((await approve(byOfficer, 'officer')).statusCode, 403)
  ok(await approve(byOfficer))
  const ordinary = await submitted(rain({ urgency: 'ordinary', channels: ['page'] }))
  assert.match((await show(ordinary)).wouldStartAt!, /T15:59:00/)
  assert.equal((await show(byOfficer)).wouldStartAt, null)
  assert.deepEqual(ok(await approve(ordinary)), { started: false })
  const { broadcast, quiet } = await show(ordinary)
  assert.equal(quiet, true)
  assert.match(broadcast.startsAt!, /T15:59:00/, '23:59 where the station is')
  assert.equal(await startDueBroadcasts(pool, stationId), 0)
  await setQuiet('00:00', '00:00')
  assert.equal(await startDueBroadcasts(pool, stationId), 1)
  assert.equal((await show(ordinary)).steps.at(-1)!.by, null)
})

test('the clock jumps: what should have gone out long ago is called off, and what is planned waits for the database', async () => {
  const [early, missed] = [
    await submitted(rain({ channels: ['page'], sendAt: new Date(Date.now() + 60_000).toISOString() })),
    await submitted(rain({ channels: ['page'], sendAt: new Date(Date.now() + 60_000).toISOString() })),
  ]
  ok(await approve(early))
  ok(await approve(missed))
  assert.equal(await startDueBroadcasts(pool, stationId), 0)
  const back = async (id: string, by: string) => {
    await owner.query('alter table broadcast_versions disable trigger keep_submitted_versions')
    await owner.query(
      `update broadcast_versions set send_at = now() - $2::interval where broadcast_id = $1`,
      [id, by],
    )
    await owner.query(
      `update broadcast_steps set at = at - $2::interval - interval '1 minute' where broadcast_id = $1`,
      [id, by],
    )
    await owner.query('alter table broadcast_versions enable trigger keep_submitted_versions')
  }
  await back(early, '5 minutes')
  await back(missed, '2 days')
  assert.equal(await startDueBroadcasts(pool, stationId), 1)
  assert.equal((await show(early)).broadcast.state, 'started')
  assert.equal((await show(missed)).broadcast.state, 'cancelled')
  assert.equal((await eventsOf(missed, 'missed')).length, 1)
})

test('the job dies in the middle: nothing of it is there, and the next one starts it once', async () => {
  const id = await submitted(
    rain({ channels: ['page', 'groups'], sendAt: new Date(Date.now() + 3_600_000).toISOString() }),
  )
  ok(await approve(id))
  await assert.rejects(
    inStation(pool, stationId, async (tx) => {
      await startBroadcast(tx, system, id)
      const { rows } = await tx.client.query('select pg_backend_pid() as pid')
      await owner.query('select pg_terminate_backend($1)', [rows[0].pid])
      await tx.client.query('select 1')
    }),
  )
  assert.deepEqual([await startsOf(id), (await targets(id)).length, (await tasks(id)).length], [0, 0, 0])
  assert.equal(await inStation(pool, stationId, (tx) => startBroadcast(tx, system, id)), true)
  assert.equal(await startsOf(id), 1)
})

test('a correction goes to those who had it; a withdrawal takes it back at once', async () => {
  const id = await submitted(rain({ audience: { ...wholeTown, villageIds: [west] } }))
  assert.equal(
    (await post('officer', `/api/broadcasts/${id}/follow-ups`, { how: 'correction' })).statusCode,
    409,
  )
  ok(await approve(id))
  const had = (await targets(id)).filter(({ state }) => state === 'waiting').map(({ target }) => target)
  await makePerson(pool, stationId, { villageId: west })
  const follow = async (how: string) =>
    ok(await post('officer', `/api/broadcasts/${id}/follow-ups`, { how })).id as string
  const correction = await follow('correction')
  const { versions } = await show(correction)
  const other = { ...rain({ audience: wholeTown }), version: 1, savedAt: versions[0]!.writtenAt }
  const widened = await as('officer')({
    method: 'PUT',
    url: `/api/broadcasts/${correction}/draft`,
    payload: other,
  })
  assert.equal(widened.statusCode, 400)
  ok(await submit(correction))
  ok(await approve(correction))
  assert.deepEqual(
    (await targets(correction)).filter(({ state }) => state === 'waiting').map(({ target }) => target),
    had,
  )
  assert.equal((await show(id)).broadcast.state, 'corrected')
  const withdrawal = await follow('withdrawal')
  const old = await show(id)
  assert.equal(old.broadcast.state, 'withdrawn')
  assert.deepEqual(
    old.followUps.map(({ how }) => how),
    ['correction', 'withdrawal'],
  )
  assert.ok((await tasks(id)).every(({ state }) => state === 'cancelled'))
  assert.equal((await show(withdrawal)).broadcast.about!.id, id)
  assert.equal(
    (await post('officer', `/api/broadcasts/${id}/follow-ups`, { how: 'withdrawal' })).statusCode,
    409,
  )
})

test('an auxiliary writes for her villages, sees them and the whole town, and changes nobody else’s', async () => {
  const write = (
    audience: BroadcastContent['audience'],
    channels: BroadcastContent['channels'] = ['groups'],
  ) => post('eastAuxiliary', '/api/broadcasts', rain({ audience, channels }))
  assert.equal((await write({ ...wholeTown, villageIds: [east, west] })).statusCode, 400)
  assert.equal((await write({ ...wholeTown, villageIds: [east], groupIds: [chats.west] })).statusCode, 400)
  assert.equal((await write({ ...wholeTown, villageIds: [east] }, ['moments'])).statusCode, 400)
  const own = ok(await write({ ...wholeTown, villageIds: [east] })).id
  assert.equal((await as('westAuxiliary')({ url: `/api/broadcasts/${own}` })).statusCode, 404)
  assert.equal((await as('chief', elsewhere)({ url: `/api/broadcasts/${own}` })).statusCode, 404)
  const town = await draft(rain())
  const { versions } = await show(town, 'eastAuxiliary')
  assert.ok(
    (await count({}, null, 'eastAuxiliary')).channels[0]!.targets > 0,
    'the numbers of the whole town',
  )
  const save = {
    ...rain({ audience: { ...wholeTown, villageIds: [east] } }),
    version: 1,
    savedAt: versions[0]!.writtenAt,
  }
  assert.equal(
    (await as('eastAuxiliary')({ method: 'PUT', url: `/api/broadcasts/${town}/draft`, payload: save }))
      .statusCode,
    403,
  )
  assert.equal((await cancel(town, 'eastAuxiliary')).statusCode, 403)
  for (const who of ['administrator', 'auditor'] as const)
    assert.equal((await as(who)({ url: '/api/broadcasts' })).statusCode, 403)
  const options = ok(await as('eastAuxiliary')({ url: '/api/broadcast-audience-options' }))
  assert.deepEqual(
    new Set(options.groups.map(({ id }: { id: string }) => id)),
    new Set([chats.east, chats.lost]),
  )
  const leftOut = async (who: Who) =>
    ok(await as(who)({ url: `/api/broadcasts/${town}/left-out?channel=contacts&reason=opted_out` })).items
  assert.deepEqual(
    (await leftOut('eastAuxiliary')).map((each: { contactId: string }) => each.contactId),
    [contact.optedOut],
  )
  const looked = await owner.query(
    `select data from events where name = 'external_contact.listed' and actor_id = $1`,
    [world.officers.eastAuxiliary],
  )
  assert.deepEqual(looked.rows[0].data.ids, [contact.optedOut])
})

test('what a draft lacks is said before anybody reads it over', async () => {
  const lacks: [Partial<BroadcastContent>, RegExp][] = [
    [{ title: '' }, /标题/],
    [{ body: '' }, /正文/],
    [{ channels: [] }, /从哪里发/],
    [{ channels: ['loudspeaker'] }, /大喇叭稿/],
    [{ body: '雨'.repeat(1400) }, /字节/],
    [{ channels: ['moments'], audience: { ...wholeTown, villageIds: [east] } }, /朋友圈/],
    [{ sendAt: '2026-01-01T00:00:00Z' }, /过了/],
    [{ shownUntil: '2026-01-01T00:00:00Z' }, /显示/],
  ]
  for (const [more, words] of lacks) {
    const answer = await submit(await draft(rain(more)))
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json().message, words)
  }
  assert.equal((await post('officer', '/api/broadcasts', rain({ fileIds: [stationId] }))).statusCode, 400)
})

test('what WeCom lets through is counted: the second one of a day leaves out who had the first', async () => {
  await setQuiet('00:00', '00:00', { broadcastCap: 'day' })
  const { quota, channels } = await count({ channels: ['contacts', 'groups'] })
  assert.deepEqual([quota.most, quota.left], [1, 0])
  assert.ok(
    channels.every(({ targets: n }) => n <= 2),
    'all but the newly met had one',
  )
  assert.ok(channels[0]!.leftOut.some(({ reason }) => reason === 'quota'))
  await setQuiet('00:00', '00:00', { broadcastCap: 'month' })
})

test('the list says what waits for whom', async () => {
  const id = await submitted(rain({ title: '明天停水半天', kind: 'notice' }))
  const list = async (who: Who, search: string) =>
    ok(await as(who)({ url: `/api/broadcasts?${search}` })).items
  const has = async (who: Who, search: string) =>
    (await list(who, search)).some((each: { id: string }) => each.id === id)
  assert.equal(await has('chief', 'filter=to_approve'), true)
  assert.equal(await has('officer', 'filter=to_approve'), false)
  assert.equal(await has('officer', `filter=own&kind=notice&query=${encodeURIComponent('停水')}`), true)
  assert.equal(await has('officer', 'kind=warning'), false)
  const figures = async (who: Who) => ok(await as(who)({ url: '/api/broadcast-figures' })).toApprove
  assert.ok((await figures('chief')) >= 1)
  assert.equal(await figures('eastAuxiliary'), 0)
  const page = ok(await as('chief')({ url: '/api/broadcasts?limit=2' }))
  const next = ok(await as('chief')({ url: `/api/broadcasts?limit=2&after=${page.next}` }))
  assert.notEqual(page.items[0].id, next.items[0].id)
})
