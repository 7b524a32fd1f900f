import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { inStation } from '../../../platform/tenancy.ts'
import { remindUpdates } from '../../rumours/remind-updates.ts'
import { makeGroup, ok, workDesk } from '../../rumours/rumours.fixture.ts'
import { loadChannel } from '../channel.ts'
import { startChannel } from '../wechat.fixture.ts'
import { sendNotices } from './send-notices.ts'
import { tellOfRumour } from './tell-of-rumour.ts'

const channel = await startChannel({ worker: false })
const { context, control, query, world, as, wecomApp } = channel
const { stationId, officers, villages } = world
const members = {
  officer: 'LiXiuYing',
  eastAuxiliary: 'WangJianGuo',
  westAuxiliary: 'ZhaoMin',
  chief: 'ChenHao',
} as const
type Who = keyof typeof members
for (const who of Object.keys(members) as Who[]) {
  await query(
    `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at) values ($1, $2, $3, $3, now())`,
    [stationId, members[who], officers[who]],
  )
  // Never quiet.
  await query('insert into officer_notice_settings (station_id, officer_id) values ($1, $2)', [
    stationId,
    officers[who],
  ])
}
const { api } = (await loadChannel(context, stationId))!
const east = await makeGroup(context.pool, stationId, '东村平安群', villages.east)
const desk = workDesk(as, villages.east)
const { record, reply, asks, answered, move, draft, approve } = desk

/** Tells of the newest such event, twice, and sends what is due; answers with the new cards of each. */
async function tell(name: string): Promise<Record<Who, string[]>> {
  const before = Object.fromEntries(
    (Object.keys(members) as Who[]).map((who) => [who, control.messages.inbox(members[who]).length]),
  )
  const [event] = await query(
    'select id from events where station_id = $1 and name = $2 order by id desc limit 1',
    [stationId, name],
  )
  await tellOfRumour(context, stationId, event.id)
  await tellOfRumour(context, stationId, event.id)
  await sendNotices(context, api!, wecomApp.agentId, stationId)
  return Object.fromEntries(
    (Object.keys(members) as Who[]).map((who) => [
      who,
      control.messages
        .inbox(members[who])
        .slice(before[who])
        .map(({ body }) => {
          const card = body as { title: string; description: string }
          return `${card.title}｜${card.description}`
        }),
    ]),
  ) as Record<Who, string[]>
}

test('a reply that may go out is told to who looks after the groups that wait, once, and not to who approved it', async () => {
  const id = await record('水库今晚要放水吗')
  await reply(id)
  assert.deepEqual(await tell('rumour.reply_approved'), {
    ...{ officer: [], eastAuxiliary: [], westAuxiliary: [], chief: [] },
  })
  ok(await asks(id, east, 'officer'))
  ok(await asks(id, east, 'chief'))
  await reply(id)
  const told = await tell('rumour.reply_approved')
  assert.match(told.eastAuxiliary.join(), /^辟谣有新答复，请发到群里｜“水库今晚要放水吗”\n有 1 个群/)
  assert.equal(told.eastAuxiliary.length, 1)
  assert.equal(told.officer.length, 1, 'she marked that it asks there')
  assert.deepEqual([told.westAuxiliary, told.chief], [[], []])
})

test('a correction says so; what was done before it is sent is not told any more', async () => {
  const id = await record('老桥要拆了吗')
  const wrong = await reply(id)
  ok(await answered(id, east, wrong, 'eastAuxiliary'))
  ok(await move(id, 'corrected'))
  const correction = {
    version: wrong,
    wrongWords: '现场不影响出行',
    rightWords: '晚上八点后不能通行',
    reason: '没有核对施工通知',
  }
  const right = await draft(id, { correction, nextUpdateAt: null })
  ok(await approve(id, right))
  assert.match((await tell('rumour.reply_approved')).eastAuxiliary.join(), /^要更正：之前的辟谣答复说错了｜/)

  const newer = await draft(id, {
    correction: { ...correction, version: right, wrongWords: '没有核对施工通知' },
  })
  ok(await approve(id, newer))
  ok(await answered(id, east, newer, 'eastAuxiliary'))
  assert.deepEqual((await tell('rumour.reply_approved')).eastAuxiliary, [])
})

test('a promise that is late is told to who may write the next reply, and stands on the first page', async () => {
  const id = await record('学校明天停课吗')
  const promised = Date.now() + 2000
  await reply(id, { nextUpdateAt: new Date(promised).toISOString() })
  await sleep(promised - Date.now() + 50)
  await inStation(context.pool, stationId, remindUpdates)
  const told = await tell('rumour.update_due')
  assert.match(told.chief.join(), /^辟谣答复该更新了｜“学校明天停课吗”/)
  assert.equal(told.officer.length, 1)
  assert.deepEqual([told.eastAuxiliary, told.westAuxiliary], [[], []])

  const alarmsOf = async (who: Who) =>
    ok(await as(who)({ url: '/api/station-home' })).alarms.filter(({ key }: { key: string }) =>
      key.startsWith('rumour'),
    )
  assert.deepEqual(
    (await alarmsOf('chief')).map(({ key, count }: { key: string; count: number }) => [key, count]),
    [
      ['rumours_due', 1],
      ['rumour_groups', 1],
    ],
  )
  assert.deepEqual(
    (await alarmsOf('eastAuxiliary')).map(({ sentence }: { sentence: string }) => sentence),
    ['有 1 条传言的答复可以发了，还有 1 个群没收到最新的，请发到群里并打勾。'],
  )
  assert.deepEqual(await alarmsOf('westAuxiliary'), [])
})

test('who does not want it is not told', async () => {
  const id = await record('村口要装摄像头吗')
  ok(await asks(id, east))
  await query(
    `update officer_notice_settings set unwanted = '{rumour_reply}' where station_id = $1 and officer_id = $2`,
    [stationId, officers.eastAuxiliary],
  )
  await reply(id)
  assert.deepEqual((await tell('rumour.reply_approved')).eastAuxiliary, [])
  const own = ok(await as('eastAuxiliary')({ url: '/api/session/notices' }))
  assert.ok(own.kinds.includes('rumour_reply') && !own.kinds.includes('rumour_due'))
})

test('a draft that waits is told to who may approve it, and not to who drafted it; approved before it is sent, to nobody', async () => {
  const id = await record('镇上要停水三天吗')
  const version = await draft(id, {}, 'officer')
  const told = await tell('rumour.reply_drafted')
  assert.match(told.chief.join(), /^有辟谣答复等您批准｜“镇上要停水三天吗”\n李民警起草/)
  assert.equal(told.chief.length, 1)
  assert.deepEqual([told.officer, told.eastAuxiliary, told.westAuxiliary], [[], [], []])
  await draft(id, {}, 'eastAuxiliary')
  const newer = await tell('rumour.reply_drafted')
  assert.deepEqual([newer.chief.length, newer.officer.length, newer.eastAuxiliary.length], [1, 1, 0])
  const last = await draft(id)
  assert.equal(last, version + 2)
  ok(await approve(id, last))
  assert.deepEqual((await tell('rumour.reply_drafted')).chief, [])
})

test('evidence that comes after a reply is told to who drafted it, with the first line only', async () => {
  const id = await record('卫生院的疫苗过期了吗')
  const line = { kind: 'authority', says: '县疾控中心：在有效期内', source: '县疾控中心' }
  const add = (who: Who) =>
    desk.post(who, `/api/rumours/${id}/evidence`, {
      ...line,
      ...{ link: '', documentNumber: '', datedOn: '2026-01-05' },
    })
  ok(await add('chief'))
  assert.deepEqual((await tell('rumour.evidence_added')).officer, [], 'nothing is answered yet')
  await reply(id)
  ok(await add('eastAuxiliary'))
  const told = await tell('rumour.evidence_added')
  assert.match(told.officer.join(), /^传言有了新的依据｜“卫生院的疫苗过期了吗”\n答复起草以后又记了 1 条依据/)
  assert.deepEqual([told.chief, told.eastAuxiliary], [[], []])
  ok(await add('chief'))
  assert.deepEqual((await tell('rumour.evidence_added')).officer, [])
})
