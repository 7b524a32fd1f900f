import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../platform/id.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { loadChannel } from '../channel.ts'
import { startChannel } from '../wechat.fixture.ts'
import { claimNotices } from './claim-notices.ts'
import { makeNotices } from './make-notices.ts'
import { sendNotices } from './send-notices.ts'
import { takeCardPress } from './take-card-press.ts'
import { tellOfAssignment } from './tell-of-assignment.ts'
import { tellOfChange } from './tell-of-change.ts'
import { tellOfConfirmation } from './tell-of-confirmation.ts'
import { tellOfDuty } from './tell-of-duty.ts'
import { tellOfEmergencies } from './tell-of-emergencies.ts'

const channel = await startChannel({ worker: false })
const { context, control, query, world, as, asResident, wecomApp } = channel
const { stationId, officers } = world

const members = {
  officer: 'LiXiuYing',
  eastAuxiliary: 'WangJianGuo',
  westAuxiliary: 'ZhaoMin',
  chief: 'ChenHao',
} as const
for (const [officer, userId] of Object.entries(members))
  await query(
    `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at) values ($1, $2, $3, $3, now())`,
    [stationId, userId, officers[officer as keyof typeof members]],
  )
// Quiet hours are looked at in a test of their own.
for (const id of Object.values(officers))
  await query('insert into officer_notice_settings (station_id, officer_id) values ($1, $2)', [stationId, id])

const { api } = (await loadChannel(context, stationId))!
const send = () => sendNotices(context, api!, wecomApp.agentId, stationId)
type Who = keyof typeof members
const inbox = (who: Who) => control.messages.inbox(members[who])
const titlesOf = (who: Who) =>
  inbox(who).map(({ body }) => (body['main_title'] as { title: string } | undefined)?.title ?? body['title'])

async function emergency(contact: 'chen' | 'liu' = 'chen'): Promise<string> {
  const answer = await asResident(contact)({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: crypto.randomUUID(), body: '救命，有人拿刀砍人，快来！' },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  const { messageId } = answer.json()
  const rows = await query(
    'select m.conversation_id as id, c.emergency from messages m join conversations c on c.station_id = $1 and c.id = m.conversation_id where m.station_id = $1 and m.id = $2',
    [stationId, messageId],
  )
  assert.equal(rows[0]?.emergency, true)
  return rows[0].id
}
const close = (id: string) =>
  query('update conversations set closed_at = now() where station_id = $1 and id = $2', [stationId, id])

async function press(who: Who, msgid: string): Promise<void> {
  control.messages.press(msgid, members[who], 'take')
  let digests: { digest: string }[] = []
  for (const end = Date.now() + 15_000; digests.length === 0 && Date.now() < end; )
    digests = await query(
      'select digest from officer_card_presses where station_id = $1 and handled_at is null',
      [stationId],
    )
  assert.equal(digests.length, 1, 'the press is on disk')
  await takeCardPress(context, stationId, digests[0]!.digest)
  await takeCardPress(context, stationId, digests[0]!.digest)
}
const assignee = async (id: string) =>
  (
    await query('select assignee_id as id from conversations where station_id = $1 and id = $2', [
      stationId,
      id,
    ])
  )[0].id
const replaced = (who: Who) =>
  (inbox(who).at(-1)?.updated?.['button'] as { replace_name: string } | undefined)?.replace_name

test('an emergency goes once to those who may see it, with nothing of the resident but kind, village and time', async () => {
  const id = await emergency()
  assert.equal(await tellOfEmergencies(context, stationId), 3)
  assert.equal(await tellOfEmergencies(context, stationId), 0, 'once')
  await Promise.all([send(), send()])
  assert.deepEqual(
    ['officer', 'eastAuxiliary', 'westAuxiliary', 'chief'].map((who) => inbox(who as Who).length),
    [1, 1, 0, 1],
    'the auxiliary of the other village hears nothing',
  )
  const { body } = inbox('officer')[0]!
  const text = JSON.stringify(body)
  assert.match(text, /东村/)
  assert.match(text, new RegExp(`/workbench/inbox/emergency/${id}`))
  assert.doesNotMatch(text, /陈大妈|刀|救命/)

  await press('eastAuxiliary', inbox('eastAuxiliary')[0]!.msgid)
  assert.equal(await assignee(id), officers.eastAuxiliary)
  await send()
  assert.equal(replaced('eastAuxiliary'), '您已接手')
  assert.equal(replaced('officer'), '已由王辅警接手')
  assert.equal(replaced('chief'), '已由王辅警接手')
  const events = await query(
    `select name, actor_id as actor, data from events where station_id = $1 and conversation_id = $2
       and name in ('conversation.assigned', 'officer_notice.card_pressed') order by id`,
    [stationId, id],
  )
  assert.deepEqual(
    events.map(({ name, actor }) => [name, actor]),
    [
      ['conversation.assigned', officers.eastAuxiliary],
      ['officer_notice.card_pressed', officers.eastAuxiliary],
    ],
  )
  await close(id)
})

test('an emergency that is answered without a press settles the cards of all', async () => {
  const id = await emergency()
  await tellOfEmergencies(context, stationId)
  await send()
  const [{ contact }] = await query(
    'select contact_id as contact from conversations where station_id = $1 and id = $2',
    [stationId, id],
  )
  const answer = await channel.answer(id, contact, '别怕，我们马上到。')
  assert.equal(answer.statusCode, 201, answer.body)
  const [event] = await query(
    `select id from events where station_id = $1 and name = 'message.sent' order by id desc limit 1`,
    [stationId],
  )
  await tellOfAssignment(context, stationId, event.id)
  await send()
  for (const who of ['officer', 'eastAuxiliary', 'chief'] as const)
    assert.equal(replaced(who), '李民警已经答复')
  await close(id)
})

test('of two who press, the second is told who was quicker, and changes nothing', async () => {
  const id = await emergency()
  await tellOfEmergencies(context, stationId)
  await send()
  const cards = { officer: inbox('officer').at(-1)!.msgid, chief: inbox('chief').at(-1)!.msgid }
  await press('officer', cards.officer)
  await press('chief', cards.chief)
  assert.equal(await assignee(id), officers.officer)
  await send()
  assert.equal(replaced('officer'), '您已接手')
  assert.equal(replaced('chief'), '李民警先接了')
  await press('officer', cards.officer)
  const assigned = await query(
    `select from events where station_id = $1 and conversation_id = $2 and name = 'conversation.assigned'`,
    [stationId, id],
  )
  assert.equal(assigned.length, 1, 'her second tap is harmless')
  await close(id)
})

test('her card says that it is hers, also when what follows the assignment comes before her card was changed', async () => {
  const id = await emergency()
  await tellOfEmergencies(context, stationId)
  await send()
  await press('officer', inbox('officer').at(-1)!.msgid)
  const [event] = await query(
    `select id from events where station_id = $1 and conversation_id = $2 and name = 'conversation.assigned'`,
    [stationId, id],
  )
  await tellOfAssignment(context, stationId, event.id)
  await send()
  assert.equal(replaced('officer'), '您已接手')
  assert.equal(replaced('chief'), '已由李民警接手')
  await close(id)
})

test('who was suspended, unbound or moved meanwhile is not told, and her card takes nothing', async () => {
  const id = await emergency()
  await tellOfEmergencies(context, stationId)
  await query(
    'insert into officer_suspensions (station_id, id, officer_id, reason) values ($1, $2, $3, $4)',
    [stationId, newId(), officers.chief, '离岗'],
  )
  const village = (from: string, to: string) =>
    query(
      'update officer_villages set village_id = $3 where station_id = $1 and village_id = $2 and officer_id = $4',
      [stationId, from, to, officers.eastAuxiliary],
    )
  const before = { chief: inbox('chief').length, eastAuxiliary: inbox('eastAuxiliary').length }
  await village(world.villages.east, world.villages.west)
  await send()
  assert.deepEqual({ chief: inbox('chief').length, eastAuxiliary: inbox('eastAuxiliary').length }, before)
  await village(world.villages.west, world.villages.east)
  // A card that is on her phone already.
  const card = inbox('officer').at(-1)!.msgid
  await query(`update officers set role = 'administrator' where station_id = $1 and id = $2`, [
    stationId,
    officers.officer,
  ])
  await press('officer', card)
  assert.equal(await assignee(id), null)
  await query(`update officers set role = 'officer' where station_id = $1 and id = $2`, [
    stationId,
    officers.officer,
  ])
  await query('update officer_suspensions set until_at = now() where station_id = $1', [stationId])
  await close(id)
  await press('officer', card)
  assert.equal(await assignee(id), null, 'nor when it is closed')
})

test('a hand-over by a colleague is told to her, not what she took herself, and not when it is gone again', async () => {
  const id = await emergency('liu')
  const give = async (by: Who, to: Who) => {
    const answer = await as(by)({
      method: 'POST',
      url: `/api/conversations/${id}/assignment`,
      payload: { officerId: officers[to], reason: '您去一趟' },
    })
    assert.equal(answer.statusCode, 200, answer.body)
    const [event] = await query(
      `select id from events where station_id = $1 and name = 'conversation.assigned' order by id desc limit 1`,
      [stationId],
    )
    await tellOfAssignment(context, stationId, event.id)
    await tellOfAssignment(context, stationId, event.id)
  }
  const before = inbox('westAuxiliary').length
  await give('chief', 'chief')
  await give('chief', 'westAuxiliary')
  await send()
  assert.equal(inbox('westAuxiliary').length, before + 1)
  assert.equal(titlesOf('westAuxiliary').at(-1), '同事转给您一件事')
  await give('chief', 'eastAuxiliary')
  await give('chief', 'westAuxiliary')
  const east = inbox('eastAuxiliary').length
  await send()
  assert.equal(inbox('eastAuxiliary').length, east, 'it was hers for a moment only')
  await close(id)
})

test('duty of tomorrow in the evening, duty that begins, an account that waits: each once', async () => {
  const plan = (startsAt: Date) =>
    query(
      `insert into duty_shifts (station_id, id, officer_id, kind, starts_at, ends_at) values ($1, $2, $3, 'window', $4, $4::timestamptz + interval '8 hours')`,
      [stationId, newId(), officers.westAuxiliary, startsAt],
    )
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const at = (time: string) => new Date(`${today}T${time}:00+08:00`)
  await plan(new Date(at('08:30').getTime() + 86_400_000))
  await plan(at('20:00'))
  const before = inbox('westAuxiliary').length
  await tellOfDuty(context, stationId, at('17:59'))
  assert.equal(
    (await query(`select from officer_notices where station_id = $1 and kind like 'duty%'`, [stationId]))
      .length,
    0,
  )
  for (const time of ['18:03', '18:08', '20:03', '20:08']) await tellOfDuty(context, stationId, at(time))
  await send()
  assert.deepEqual(titlesOf('westAuxiliary').slice(before), ['明天您值班', '您的班开始了'])

  await query(
    `insert into officer_confirmations (station_id, id, officer_id, reason, asked_by) values ($1, $2, $3, 'created', $4)`,
    [stationId, newId(), officers.westAuxiliary, officers.administrator],
  )
  const officer = inbox('officer').length
  await tellOfConfirmation(context, stationId, officers.westAuxiliary)
  await tellOfConfirmation(context, stationId, officers.westAuxiliary)
  await send()
  assert.equal(titlesOf('chief').at(-1), '有账号等您确认')
  assert.equal(inbox('officer').length, officer, 'there is a chief for that')
  await query(
    'update officer_confirmations set confirmed_by = $2, confirmed_at = now() where station_id = $1',
    [stationId, officers.chief],
  )
})

test('in her quiet hours only emergencies come; what she does not want never does', async () => {
  await query(
    `update officer_notice_settings set quiet_from = '22:00', quiet_until = '07:00', unwanted = '{duty_now}' where station_id = $1 and officer_id = $2`,
    [stationId, officers.chief],
  )
  const make = (kind: 'duty_now' | 'handed_over' | 'emergency') =>
    inStation(context.pool, stationId, (tx) => makeNotices(tx, [officers.chief], { kind, about: newId() }))
  assert.deepEqual([await make('duty_now'), await make('handed_over'), await make('emergency')], [0, 1, 1])
  const next = (time: string) => {
    const day = new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 10)
    return new Date(`${day}T${time}:00+08:00`)
  }
  await query(
    `update officer_notices set ends_at = now() + interval '5 days' where station_id = $1 and state = 'waiting'`,
    [stationId],
  )
  const night = await claimNotices(context.pool, stationId, next('23:30'))
  assert.deepEqual(
    night.map(({ kind }) => kind),
    ['emergency'],
  )
  const morning = new Date(next('07:00').getTime() + 86_400_000)
  const [waiting] = await query(
    `select not_before from officer_notices where station_id = $1 and kind = 'handed_over' and state = 'waiting'`,
    [stationId],
  )
  assert.equal(waiting.not_before.toISOString(), morning.toISOString())
  await query('delete from officer_notices where station_id = $1', [stationId])
})

test('what does not arrive is tried again and then seen: an unknown member, a busy server, a lost answer', async () => {
  const id = await emergency()
  await control.corporation.setVisible(wecomApp.name, ['LiXiuYing'])
  await tellOfEmergencies(context, stationId)
  await send()
  const states = async () =>
    (
      await query(
        `select m.user_id as who, n.state, n.fail_code as code from officer_notices n join officer_wecom_members m
         on m.station_id = $1 and m.officer_id = n.officer_id where n.station_id = $1 and n.conversation_id = $2 order by 1`,
        [stationId, id],
      )
    ).map(({ who, state, code }) => `${who} ${state} ${code}`)
  assert.deepEqual(await states(), [
    'ChenHao failed 81013',
    'LiXiuYing sent null',
    'WangJianGuo failed 81013',
  ])
  const failed = await query(
    `select subject_id as id from events where station_id = $1 and name = 'officer_notice.failed'`,
    [stationId],
  )
  assert.deepEqual(failed.map((event) => event.id).sort(), [officers.chief, officers.eastAuxiliary].sort())
  const status = await as('administrator')({ url: '/api/wechat' })
  assert.equal(status.json().failedNotices, 2)

  // A process died after the call, before it could note it: the same words again are the same message.
  control.corporation.setVisible(wecomApp.name, 'all')
  const count = inbox('officer').length
  await query(
    `update officer_notices set state = 'waiting', leased_until = null where station_id = $1 and conversation_id = $2 and state = 'sent'`,
    [stationId, id],
  )
  await send()
  assert.equal(inbox('officer').length, count)
  assert.ok((await states()).includes('LiXiuYing sent null'))
})

test('her own settings: what she wants, when it is quiet, and what did not reach her', async () => {
  const url = '/api/session/notices'
  const get = async (who: Who | 'administrator') => (await as(who)({ url })).json()
  assert.deepEqual((await get('administrator')).kinds, ['duty_tomorrow', 'duty_now', 'wechat_change'])
  const put = (payload: Record<string, unknown>) => as('chief')({ method: 'PUT', url, payload })
  const asked = { unwanted: ['duty_now'], quietFrom: '21:30', quietUntil: '06:15' }
  assert.equal((await put(asked)).statusCode, 200)
  const own = await get('chief')
  assert.deepEqual(
    [own.unwanted, own.quietFrom, own.quietUntil, own.bound],
    [['duty_now'], '21:30', '06:15', true],
  )
  assert.deepEqual(
    own.failures.map(({ kind }: { kind: string }) => kind),
    ['emergency'],
  )
  assert.match(own.failures[0].words, /可见范围/)
  assert.equal((await put({ ...asked, quietUntil: null })).statusCode, 400)
  assert.equal((await put({ ...asked, quietFrom: '25:00' })).statusCode, 400)
  assert.equal((await put({ unwanted: [], quietFrom: null, quietUntil: null })).statusCode, 200)
  assert.equal((await get('chief')).quietFrom, null)
})

test('a change of the channel: who may say yes gets a card with a link, after her quiet hours, and it is settled with the change', async () => {
  const { corpId } = control.corporation
  const elsewhere = channel.twin.url.replace('127.0.0.1', 'localhost')
  const ask = async () => {
    const asked = await as('administrator')({
      ...{ method: 'PUT', url: '/api/wechat', payload: { corpId, baseUrl: elsewhere } },
    })
    assert.deepEqual(asked.json(), { done: true, waits: true }, asked.body)
    const { change } = (await as('administrator')({ url: '/api/wechat' })).json()
    await tellOfChange(context, stationId)
    await tellOfChange(context, stationId)
    return change.id as string
  }
  const about = (id: string) =>
    query(
      `select officer_id as officer, state, card_words as words, card_told_at is not null as told from officer_notices
       where station_id = $1 and kind = 'wechat_change' and about = $2`,
      [stationId, id],
    )
  const before = inbox('chief').length
  const id = await ask()
  assert.deepEqual(await about(id), [{ officer: officers.chief, state: 'waiting', words: null, told: false }])
  await query(
    `update officer_notice_settings set quiet_from = '00:00', quiet_until = '24:00' where station_id = $1 and officer_id = $2`,
    [stationId, officers.chief],
  )
  assert.deepEqual(await claimNotices(context.pool, stationId, new Date(Date.now() + 1000)), [])
  await query(
    `update officer_notice_settings set quiet_from = null, quiet_until = null where station_id = $1 and officer_id = $2`,
    [stationId, officers.chief],
  )
  await query(`update officer_notices set not_before = now() where station_id = $1 and about = $2`, [
    stationId,
    id,
  ])
  await send()
  const [card] = inbox('chief').slice(before)
  assert.equal(inbox('chief').length, before + 1)
  assert.equal((card!.body['main_title'] as { title: string }).title, '换微信通道，等您同意')
  const [button] = card!.body['button_list'] as { type: number; url: string }[]
  assert.deepEqual([button!.type, new URL(button!.url).pathname], [1, '/workbench/settings/wechat'])
  assert.doesNotMatch(JSON.stringify(card!.body), /localhost/, 'the card does not say what to')

  const no = await as('chief')({
    ...{ method: 'POST', url: `/api/wechat/changes/${id}/refusal`, payload: { reason: '没有通知' } },
  })
  assert.equal(no.statusCode, 200, no.body)
  await tellOfChange(context, stationId)
  await send()
  assert.deepEqual(await about(id), [
    { officer: officers.chief, state: 'sent', words: '已经有人不同意', told: true },
  ])
  assert.match(JSON.stringify(inbox('chief').at(-1)), /已经有人不同意/)

  // Taken back before the card went out: nobody is called to nothing.
  const second = await ask()
  await as('administrator')({ method: 'POST', url: `/api/wechat/changes/${second}/withdrawal` })
  await send()
  assert.deepEqual((await about(second))[0]!.state, 'dropped')
  assert.equal(inbox('chief').length, before + 1)
})
