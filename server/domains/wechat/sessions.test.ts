import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connectApi } from '../../gateways/wecom/api/connect-api.ts'
import { moveServiceState } from '../../gateways/wecom/calls/move-service-state.ts'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel()
const { control, openKfid, query, world } = channel
const { stationId } = world
const [first, second] = control.corporation.members()
for (const { userid } of [first!, second!]) control.kf.addServicer(openKfid, userid)
const { client, phone } = control.kf

const officer = channel.as('officer')
type Shown = {
  replyLine: { stopped: string | null; left: number }
  handOvers: { kind: string; officer: string | null; fromMember: string; toMember: string }[]
  messages: {
    id: string
    body: string
    account: string | null
    delivery: { state: string; failCode: string }
    marks: { kind: string; detail: string }[]
  }[]
}
async function begin(name: string) {
  const who = channel.person(name)
  phone.write(openKfid, who, `我是${name}，想问件事`)
  const rows = () =>
    query(
      `select p.conversation_id as id, p.contact_id as contact from kf_people p join conversations c on c.station_id = $1
       and c.id = p.conversation_id where p.station_id = $1 and p.external_userid = $2`,
      [stationId, who],
    )
  await until('a conversation', async () => (await rows()).length === 1)
  const [{ id, contact }] = await rows()
  const show = async (): Promise<Shown> => (await officer({ url: `/api/conversations/${id}` })).json()
  return {
    who,
    show,
    state: () => phone.session(openKfid, who).state,
    stopped: async () => (await show()).replyLine.stopped,
    handOver: (memberId: string) =>
      officer({ method: 'POST', url: `/api/conversations/${id}/hand-over`, payload: { memberId } }),
    takeBack: () =>
      officer({ method: 'POST', url: `/api/conversations/${id}/taking-back`, payload: { line: openKfid } }),
    servicers: () => officer({ url: `/api/conversations/${id}/servicers` }),
    answer: (body: string) => channel.answer(id, contact, body),
    async says(words: string) {
      phone.write(openKfid, who, words)
      await until(words, async () => (await show()).messages.some(({ body }) => body === words))
    },
  }
}

test('what is answered from here stays in the states the API answers in; each message says its account', async () => {
  const talk = await begin('甲')
  assert.equal((await talk.answer('您请说')).statusCode, 201)
  await until('taken', async () => (await talk.show()).messages.at(-1)?.delivery?.state === 'accepted')
  assert.ok([0, 1].includes(talk.state()))
  // A callback spoke of the account before anybody had asked what it is called.
  await until('its name', async () => (await talk.show()).messages[0]?.account === '东村服务站')
  assert.deepEqual(
    (await talk.show()).messages.map(({ account }) => account),
    ['东村服务站', '东村服务站'],
  )
})

test('a chat is given to a colleague who serves: once, with who and when; nothing is sent from here meanwhile', async () => {
  const talk = await begin('乙')
  client.setServing(openKfid, second!.userid, false)
  const servicers = (await talk.servicers()).json() as { memberId: string; serving: boolean }[]
  assert.deepEqual(
    servicers.map(({ memberId, serving }) => [memberId, serving]).sort(),
    [
      [first!.userid, true],
      [second!.userid, false],
    ].sort(),
  )
  const refused = await talk.handOver(second!.userid)
  assert.equal(refused.statusCode, 409, refused.body)
  assert.equal(talk.state(), 0)
  client.setServing(openKfid, second!.userid, true)

  for (let tap = 0; tap < 2; tap++) assert.equal((await talk.handOver(first!.userid)).statusCode, 200)
  assert.equal(talk.state(), 3)
  const { handOvers, replyLine } = await talk.show()
  assert.equal(replyLine.stopped, 'with_servicer')
  assert.deepEqual(
    handOvers.map(({ kind, officer: by, toMember }) => [kind, by, toMember]),
    [['handed_over', '李民警', first!.userid]],
  )
  const answer = await talk.answer('我再补一句')
  assert.equal(answer.statusCode, 409)
  assert.match(answer.json().message, /企业微信里接待/)

  // What the resident and the colleague say there is read here; her words open nothing for us.
  client.answer(openKfid, talk.who, first!.userid, '我来帮您看')
  await talk.says('好的谢谢')
  await until('her answer', async () =>
    (await talk.show()).messages.some(({ body }) => body === '我来帮您看'),
  )
  assert.equal(await talk.stopped(), 'with_servicer')

  // Passed on in the client: told once, though the log may be read twice.
  client.transfer(openKfid, talk.who, second!.userid)
  await until('passed on', async () => (await talk.show()).handOvers.length === 2)
  assert.deepEqual(
    (await talk.show()).handOvers
      .slice(1)
      .map(({ kind, officer: by, fromMember, toMember }) => [kind, by, fromMember, toMember]),
    [['passed_on', null, first!.userid, second!.userid]],
  )
  // Once the colleagues are bound they are called by their names.
  await query(
    `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at) values ($1, $2, $3, $3, now())`,
    [stationId, first!.userid.toLowerCase(), world.officers.chief],
  )
  const shown = await talk.show()
  assert.deepEqual(
    shown.handOvers.map(({ toMember }) => toMember),
    ['周所长', second!.userid],
  )
  const said = shown.messages.find(({ body }) => body === '我来帮您看')
  assert.equal(said?.marks[0]?.detail, '周所长')
  const names = ((await talk.servicers()).json() as { name: string }[]).map(({ name }) => name)
  assert.deepEqual(names.sort(), ['周所长', second!.userid].sort())
  await query('delete from officer_wecom_members where station_id = $1', [stationId])
})

test('taken back, the chat is over until the resident writes; then it is answered from here', async () => {
  const talk = await begin('丙')
  await talk.handOver(first!.userid)
  for (let tap = 0; tap < 2; tap++) assert.equal((await talk.takeBack()).statusCode, 200)
  assert.equal(talk.state(), 4)
  assert.deepEqual(
    (await talk.show()).handOvers.map(({ kind, fromMember }) => [kind, fromMember]),
    [
      ['handed_over', ''],
      ['taken_back', first!.userid],
    ],
  )
  assert.equal(await talk.stopped(), 'session_over')
  const early = await talk.answer('我们接着说')
  assert.equal(early.statusCode, 409)
  assert.match(early.json().message, /再发一条/)
  assert.equal((await talk.handOver(first!.userid)).statusCode, 409)

  await talk.says('还有一件事')
  assert.equal(await talk.stopped(), null)
  assert.equal((await talk.answer('您说')).statusCode, 201)
  await until('taken', async () => (await talk.show()).messages.at(-1)?.delivery?.state === 'accepted')
})

test('ended in the client is over here too; an answer that the server refuses teaches us the state', async () => {
  const talk = await begin('丁')
  await talk.handOver(first!.userid)
  client.end(openKfid, talk.who)
  await until('ended', async () => (await talk.stopped()) === 'session_over')
  assert.equal((await talk.show()).handOvers.at(-1)!.kind, 'ended_in_client')
  await talk.says('又来问一下')
  assert.equal(await talk.stopped(), null)

  // Somebody moved it by another program of the corporation: nobody told us.
  const row = control.kf.phone.session(openKfid, talk.who)
  assert.equal(row.state, 0)
  const api = connectApi({
    ...{ baseUrl: channel.twin.url, corpId: control.corporation.corpId },
    secret: channel.wecomApp.secrets[0]!.secret,
  })
  await moveServiceState(api, {
    ...{ openKfid, externalUserId: talk.who, state: 3 as const },
    servicerUserId: first!.userid,
  })
  assert.equal((await talk.answer('收到')).statusCode, 201)
  await until('refused', async () => (await talk.show()).messages.at(-1)?.delivery?.failCode === '95018')
  await until('learned', async () => (await talk.stopped()) === 'with_servicer')
})

test('a chat of a colleague that nobody wrote in for the whole window begins anew with us', async () => {
  const talk = await begin('戊')
  await talk.handOver(first!.userid)
  await query(
    `update reply_lines set heard_at = heard_at - interval '49 hours' where station_id = $1 and stopped is not null
      and contact_id = (select contact_id from kf_people where station_id = $1 and external_userid = $2)`,
    [stationId, talk.who],
  )
  await talk.says('两天以后')
  assert.equal(await talk.stopped(), null)
})

test('who has no business with residents hands nothing over', async () => {
  const talk = await begin('己')
  const url = `/api/conversations/${(await query('select conversation_id as id from kf_people where station_id = $1 and external_userid = $2', [stationId, talk.who]))[0].id}`
  for (const [method, path] of [
    ['GET', 'servicers'],
    ['POST', 'hand-over'],
    ['POST', 'taking-back'],
  ] as const) {
    const answer = await channel.as('administrator')({
      ...{ method, url: `${url}/${path}` },
      ...(path === 'hand-over' && { payload: { memberId: first!.userid } }),
      ...(path === 'taking-back' && { payload: { line: openKfid } }),
    })
    assert.equal(answer.statusCode, 403)
  }
})
