import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { pathOf } from '../../../platform/files/file-store.ts'
import { newId } from '../../../platform/id.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { readFile } from '../../residents/import/read-file.ts'
import { loadChannel } from '../../wechat/channel.ts'
import { tellOfBroadcast } from '../../wechat/notices/tell-of-broadcast.ts'
import { startChannel } from '../../wechat/wechat.fixture.ts'
import { writeBroadcast, writePeople } from './broadcast-rows.fixture.ts'
import { carryBroadcasts } from './carry-broadcasts.ts'
import { tieEarlierReplies, tieReplies } from './tie-replies.ts'

const channel = await startChannel({
  twin: { broadcasts: { dispatchMs: 0 }, callbacks: { drop: 1 } },
  worker: false,
})
const { as, asResident, control, context, world, query } = channel
const { stationId, villages, contacts, officers } = world
const { api } = (await loadChannel(context, stationId))!
const [wang] = control.corporation.members().map(({ userid }) => userid) as [string]
const madeBy = officers.chief

const [chen, gone] = ['陈大妈', '老李'].map((name) => control.people.add({ name }).externalUserId) as [
  string,
  string,
]
for (const id of [chen, gone]) control.contacts.add(wang, id)
const known = await writePeople(context.pool, stationId, [
  { target: gone, account: wang, name: '老李', villageId: villages.west },
])
await query('insert into external_people (station_id, external_userid, contact_id) values ($1, $2, $3)', [
  stationId,
  chen,
  contacts.chen,
])
const targets = [{ target: chen, contactId: contacts.chen }, ...known]

async function carry(): Promise<void> {
  await query(
    `update broadcast_tasks set poll_at = clock_timestamp() where state in ('waiting', 'asking', 'asked')`,
  )
  await carryBroadcasts(context, api!, stationId)
}
const { id, taskIds } = await writeBroadcast(context.pool, stationId, {
  madeBy,
  pageVillages: [villages.east],
  tasks: [{ channel: 'contacts', account: wang, targets }],
})
const receipts = async (officer: keyof typeof officers = 'chief') =>
  (await as(officer)({ url: `/api/broadcasts/${id}/receipts` })).json()
const remind = (key: string) =>
  as('officer')({
    method: 'POST',
    url: `/api/broadcasts/${id}/tasks/${taskIds[0]}/reminders`,
    payload: {},
    headers: { 'idempotency-key': key },
  })

test('the three receipts stand apart and move one by one', async () => {
  const first = await receipts()
  assert.deepEqual(
    [first.channels[0].asked, first.channels[0].confirmed, first.channels[0].reached, first.channels[0].open],
    [0, 0, 0, 2],
  )
  assert.deepEqual([first.pageVillages, first.connected, first.finishedAt], [1, true, null])
  await carry()
  const asked = await receipts()
  assert.deepEqual(
    [asked.channels[0].asked, asked.channels[0].confirmed, asked.channels[0].reached],
    [1, 0, 0],
  )
  assert.deepEqual([asked.officers[0].account, asked.officers[0].mayRemind], [wang, true])
})

test('an officer is told by a card that it waits for her, once', async () => {
  await query(
    `insert into officer_wecom_members (station_id, officer_id, user_id, bound_by, confirmed_at) values ($1, $2, $3, $4, now())`,
    [stationId, officers.officer, wang, officers.administrator],
  )
  const [event] = await query(
    `select id from events where name = 'broadcast_task.asked' and subject_id = $1`,
    [id],
  )
  await tellOfBroadcast(context, stationId, event.id)
  await tellOfBroadcast(context, stationId, event.id)
  const notices = await query(`select officer_id, about from officer_notices where kind = 'broadcast'`)
  assert.deepEqual(notices, [{ officer_id: officers.officer, about: taskIds[0] }])
  assert.equal((await receipts()).officers[0].officer.id, officers.officer)
})

test('a reminder rings once a press, three times a day at most, and says who rang', async () => {
  const ring = () => control.broadcasts.all()[0]!.remindedAt.length
  const key = newId()
  assert.equal((await remind(key)).statusCode, 200)
  assert.equal((await remind(key)).statusCode, 200)
  assert.equal(ring(), 1)
  assert.equal((await remind(newId())).statusCode, 409)
  for (let more = 0; more < 2; more++) {
    await query(`update broadcast_reminders set at = at - interval '1 minute'`)
    assert.equal((await remind(newId())).statusCode, 200)
  }
  await query(`update broadcast_reminders set at = at - interval '1 minute'`)
  const fourth = await remind(newId())
  assert.equal(fourth.statusCode, 409)
  assert.match(fourth.json().message, /打电话/)
  assert.equal(ring(), 3)
  const [officer] = (await receipts()).officers
  assert.deepEqual(
    [officer.reminders.length, officer.reminders[0].by.id, officer.mayRemind],
    [3, officers.officer, false],
  )
  const inMoments = await as('officer')({
    method: 'POST',
    url: `/api/broadcasts/${id}/tasks/${newId()}/reminders`,
    payload: {},
  })
  assert.equal(inMoments.statusCode, 404)
})

test('who was not reached is named with the reason, and who looked is known', async () => {
  control.contacts.removeByCustomer(wang, gone)
  control.broadcasts.confirm(control.broadcasts.all()[0]!.msgid, wang)
  await carry()
  const done = await receipts()
  assert.deepEqual(
    [done.channels[0].confirmed, done.channels[0].reached, done.channels[0].failures],
    [1, 1, [{ reason: 'not_contact', count: 1 }]],
  )
  assert.ok(done.finishedAt)
  const list = await as('chief')({
    url: `/api/broadcasts/${id}/targets`,
    query: { channel: 'contacts', state: 'failed', reason: 'not_contact' },
  })
  assert.deepEqual(
    list.json().items.map(({ name }: { name: string }) => name),
    ['老李'],
  )
  const looks = await query(
    `select data from events where name = 'external_contact.listed' and data->'ids' ? $1`,
    [known[0]!.contactId],
  )
  assert.equal(looks.length, 1)
})

test('the three receipts as a workbook: each in a column of its own, officers by name, residents not at all', async () => {
  const answer = await as('chief')({
    method: 'POST',
    url: `/api/broadcasts/${id}/receipt-exports`,
    headers: { 'x-test-officer': `${stationId} ${officers.chief} stepped` },
    payload: {},
  })
  assert.equal(answer.statusCode, 200, answer.body)
  const { rows } = await readFile(answer.rawPayload)
  const [heads, all, one] = rows
  assert.deepEqual(heads!.slice(2, 8), [
    ...['交给民警', '民警点了发送', '要发给', '收到', '还不知道', '已经不是联系人'],
  ])
  assert.deepEqual(all!.slice(0, 8), ['单独发给居民', '共 1 人', '1', '1', '2', '1', '0', '1'])
  assert.deepEqual(one!.slice(4, 6), ['2', '1'])
  assert.match(rows.flat().join(), /编号/)
  assert.doesNotMatch(rows.flat().join(), /老李/)
  const without = await as('chief')({
    method: 'POST',
    url: `/api/broadcasts/${id}/receipt-exports`,
    payload: {},
  })
  assert.equal(without.statusCode, 403)
})

test('what she writes after it is tied to it, seen on its page and beside the matter', async () => {
  const said = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: newId(), body: '收到，我们搬到楼上了', fileIds: [], villageId: villages.east },
  })
  const { conversationId } = said.json()
  await inStation(context.pool, stationId, tieReplies)
  await inStation(context.pool, stationId, tieReplies)
  const beside = (await as('officer')({ url: `/api/conversations/${conversationId}/broadcasts` })).json()
  assert.deepEqual(
    beside.items.map((each: { id: string }) => each.id),
    [id],
  )
  const replies = (await as('chief')({ url: `/api/broadcasts/${id}/replies` })).json()
  assert.deepEqual(
    [replies.items.length, replies.items[0].body, replies.hidden],
    [1, '收到，我们搬到楼上了', 0],
  )
  assert.equal((await receipts()).replies, 1)
  // Of somebody whom nothing reached nothing is tied.
  await asResident('liu')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: newId(), body: '想问户口', fileIds: [], villageId: villages.west },
  })
  await inStation(context.pool, stationId, tieReplies)
  assert.equal((await receipts()).replies, 1)
})

test('an answer counts too when WeCom says only hours later whom it reached', async () => {
  await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: newId(), body: '老娘也接走了', fileIds: [], villageId: villages.east },
  })
  await query(
    `update messages set sent_at = now() - interval '5 hours', received_at = now() - interval '5 hours' where body = '老娘也接走了'`,
  )
  await query(
    `update broadcast_targets set settled_at = now() - interval '6 hours' where broadcast_id = $1 and state = 'reached'`,
    [id],
  )
  await inStation(context.pool, stationId, tieReplies)
  assert.equal((await receipts()).replies, 1)
  await inStation(context.pool, stationId, tieEarlierReplies)
  assert.equal((await receipts()).replies, 2)
})

/** As an upload leaves it, without the workers that draw. */
async function keepPicture(): Promise<string> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#3a7d44' } })
    .jpeg()
    .toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(context.files, stationId, sha256)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  const fileId = newId()
  await query(
    `insert into files (station_id, id, kind, sha256, shown_sha256, thumb_sha256, media_type, size, owner_kind, owner_id)
     values ($1, $2, 'photo', $3, $3, $3, 'image/jpeg', $4, 'officer', $5)`,
    [stationId, fileId, sha256, bytes.length, madeBy],
  )
  return fileId
}

test('a picture goes out with it; one that WeCom does not take holds it back, and the page says which and why', async () => {
  const fileId = await keepPicture()
  const write = () =>
    writeBroadcast(context.pool, stationId, {
      madeBy,
      fileIds: [fileId],
      tasks: [{ channel: 'contacts', account: wang, targets: targets.slice(0, 1) }],
    })
  const first = await write()
  await carry()
  const made = control.broadcasts.all().at(-1)!
  assert.equal(made.attachments.length, 1)
  const second = await write()
  control.faults.next('media/upload', { kind: 'errcode', errcode: 40009 })
  await carry()
  const held = (await as('chief')({ url: `/api/broadcasts/${second.id}/receipts` })).json()
  assert.deepEqual(
    [held.officers[0].state, held.pictures[0].fileId, held.pictures[0].place],
    ['refused', fileId, 1],
  )
  assert.match(held.pictures[0].why, /图片大小/)
  assert.deepEqual(held.channels[0].failures, [{ reason: 'refused', count: 1 }])
  assert.notEqual(first.id, second.id)
  assert.equal(control.broadcasts.all().at(-1), made)
})

test('the residents’ page shows what is for her village; a correction stands instead, withdrawn it is gone', async () => {
  const shown = async (who: 'chen' | 'liu') =>
    (await asResident(who)({ url: '/api/resident/notices' }))
      .json()
      .items.map((each: { id: string }) => each.id)
  assert.deepEqual(await shown('chen'), [id])
  assert.deepEqual(await shown('liu'), [])
  const step = (of: string, name: string) =>
    query(
      `insert into broadcast_steps (station_id, id, broadcast_id, version, step) values ($1, $2, $3, 1, $4)`,
      [stationId, newId(), of, name],
    )
  const right = await writeBroadcast(context.pool, stationId, {
    madeBy,
    pageVillages: [villages.east, villages.west],
    about: { id, how: 'correction' },
    tasks: [],
  })
  await step(id, 'corrected')
  assert.deepEqual([await shown('chen'), await shown('liu')], [[right.id], [right.id]])
  const [notice] = (await asResident('chen')({ url: '/api/resident/notices' })).json().items
  assert.equal(notice.isCorrection, true)
  await step(right.id, 'withdrawn')
  assert.deepEqual(await shown('chen'), [])
})
