import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createWorld } from '../../../test/world.ts'
import { signJsPage } from '../../gateways/wecom/calls/sign-js-page.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterScripts } from '../scripts/load-starter-scripts.ts'
import { isOwnSidebar } from './sign-page.ts'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel()
const { control, openKfid, as, world, context, twin } = channel
const { stationId } = world
const otherWorld = await createWorld(context.pool, '430182902')
await inStation(context.pool, stationId, (tx) => loadStarterScripts(tx, { approvedBy: world.officers.chief }))

const who = channel.person('张桂兰')
control.kf.phone.write(openKfid, who, '我想单独上个户口本，跟爹娘分开户，要带什么？')
await until('her words are here', async () => (await channel.messages()).length === 1)
const personOf = (officer: Parameters<typeof as>[0], id = who, of = world) =>
  as(officer, of)({ url: `/api/sidebar/people/${id}` })
const answerOf = async (body: Record<string, unknown>, officer: Parameters<typeof as>[0] = 'officer') =>
  as(officer)({ method: 'POST', url: '/api/sidebar/sayings', payload: body })
/** A call of the corporation's own, beside ours. */
async function wecom(method: 'GET' | 'POST', path: string, fields: Record<string, unknown> = {}) {
  const ask = async (to: string, query: Record<string, unknown>, init: RequestInit = {}) => {
    const search = new URLSearchParams(query as Record<string, string>)
    return (await fetch(`${twin.url}/cgi-bin/${to}?${search}`, init)).json() as Promise<
      Record<string, string>
    >
  }
  const { secret } = channel.wecomApp.secrets[0]!
  const { access_token } = await ask('gettoken', { corpid: control.corporation.corpId, corpsecret: secret })
  return method === 'GET'
    ? ask(path, { ...fields, access_token })
    : ask(path, { access_token }, { method, body: JSON.stringify(fields) })
}
const hers = (await personOf('officer')).json()
const saying = (body: string, more: Record<string, unknown> = {}) => ({
  conversationId: hers.conversation.id,
  contactId: hers.contact.id,
  body,
  scripts: [],
  saidAt: new Date().toISOString(),
  clientKey: crypto.randomUUID(),
  ...more,
})
const outbound = async (body: string) =>
  (await channel.messages()).filter((each) => each.direction === 'outbound' && each.body === body)

describe('whom the chat is with', () => {
  test('contact, open matter and what scripts can say, and the look is recorded', async () => {
    const before = await channel.query(`select count(*)::int as n from events where name = 'resident.read'`)
    const { contact, conversation, mayHandle, facts } = (await personOf('officer')).json()
    assert.equal(contact.name, '张桂兰')
    assert.equal(contact.residentId, null)
    assert.equal(conversation.contact.id, contact.id)
    assert.equal(mayHandle, true)
    assert.equal(facts['居民称呼'], '张桂兰')
    assert.equal(facts['民警姓名'], '李民警')
    const after = await channel.query(
      `select actor_id, contact_id from events where name = 'resident.read' order by id desc limit 1`,
    )
    assert.deepEqual(after, [{ actor_id: world.officers.officer, contact_id: contact.id }])
    const [{ n }] = await channel.query(`select count(*)::int as n from events where name = 'resident.read'`)
    assert.equal(n, before[0].n + 1)
  })

  test('another station, another village and nobody are the same to her; other roles are refused', async () => {
    const [{ contact_id: contactId }] = await channel.query(
      'select contact_id from kf_people where external_userid = $1',
      [who],
    )
    const wordsOf = ({ statusCode, body }: { statusCode: number; body: string }) =>
      `${statusCode} ${body.replace(/"requestId":"[^"]*"/, '')}`
    const missing = wordsOf(await personOf('officer', 'wmEMUnobody'))
    assert.match(missing, /^404 /)
    assert.equal(wordsOf(await personOf('officer', who, otherWorld)), missing)
    await channel.query('update contacts set village_id = $1 where id = $2', [world.villages.west, contactId])
    assert.equal((await personOf('eastAuxiliary')).statusCode, 404)
    assert.equal((await personOf('westAuxiliary')).statusCode, 200)
    await channel.query('update contacts set village_id = null where id = $1', [contactId])
    for (const role of ['administrator', 'auditor'] as const)
      assert.equal((await personOf(role)).statusCode, 403)
    assert.equal((await channel.anonymous({ url: `/api/sidebar/people/${who}` })).statusCode, 401)
  })
})

describe('which group the chat is', () => {
  const groupOf = (officer: Parameters<typeof as>[0], id: string, of = world) =>
    as(officer, of)({ url: `/api/sidebar/groups/${id}` })

  test('name and village, for whom it is; everything else is the same as missing', async () => {
    await channel.query(
      `insert into chat_groups (station_id, id, village_id, name, chat_id) values ($1, $2, $3, '东村村群', 'wrEMU1')`,
      [stationId, crypto.randomUUID(), world.villages.east],
    )
    const { name, villageName } = (await groupOf('eastAuxiliary', 'wrEMU1')).json()
    assert.deepEqual([name, villageName], ['东村村群', '东村'])
    assert.equal((await groupOf('westAuxiliary', 'wrEMU1')).statusCode, 404)
    assert.equal((await groupOf('officer', 'wrEMU1', otherWorld)).statusCode, 404)
    assert.equal((await groupOf('officer', 'wrEMU2')).statusCode, 404)
    assert.equal((await groupOf('administrator', 'wrEMU1')).statusCode, 403)
  })
})

describe('what was said in the client', () => {
  test('stands in the inbox once, as this officer’s, with its script, and needs no carrying', async () => {
    const { items } = (
      await as('officer')({
        method: 'POST',
        url: '/api/script-suggestions',
        payload: { text: '分户要带什么', villageId: null },
      })
    ).json()
    assert.ok(items.length > 0)
    const [{ scriptId: id, version }] = items
    const said = saying('张桂兰您好，分户请带户口簿。', { scripts: [{ id, version }] })
    const [first, second] = await Promise.all([answerOf(said), answerOf(said)])
    assert.equal(first.statusCode, 200, first.body)
    assert.equal(second.json().messageId, first.json().messageId)
    const shown = (await as('officer')({ url: `/api/conversations/${hers.conversation.id}` })).json()
    const message = shown.messages.find((each: { id: string }) => each.id === first.json().messageId)
    assert.equal(message.author.id, world.officers.officer)
    assert.deepEqual(message.scripts, [{ id, version }])
    assert.equal(message.delivery, null)
    assert.equal(message.marks[0].kind, 'by_servicer')
    assert.equal(shown.conversation.waitingSince, null)
    assert.equal((await outbound('张桂兰您好，分户请带户口簿。')).length, 1)
    const events = await channel.query(
      `select actor_id, data ->> 'scriptId' as script from events where name = 'message.sent' and subject_id = $1`,
      [first.json().messageId],
    )
    assert.deepEqual(events, [{ actor_id: world.officers.officer, script: id }])
  })

  test('told late, it leaves her waiting who has written since', async () => {
    const { id } = hers.conversation
    const newer = new Date()
    await channel.query('update conversations set waiting_since = $2 where id = $1', [id, newer])
    const waiting = async () =>
      (await as('officer')({ url: `/api/conversations/${id}` })).json().conversation.waitingSince
    const earlier = new Date(newer.getTime() - 60_000).toISOString()
    assert.equal((await answerOf(saying('刚才说过的话', { saidAt: earlier }))).statusCode, 200)
    assert.equal(await waiting(), newer.toISOString())
    assert.equal((await answerOf(saying('现在说的话'))).statusCode, 200)
    assert.equal(await waiting(), null)
  })

  test('the channel brings the same words back: still once, whoever comes first', async () => {
    const officer = control.corporation.members()[0]!.userid
    control.kf.addServicer(openKfid, officer)
    await wecom('POST', 'kf/service_state/trans', {
      open_kfid: openKfid,
      external_userid: who,
      service_state: 3,
      servicer_userid: officer,
    })
    const told = '明天上午九点来就行。'
    assert.equal((await answerOf(saying(told))).statusCode, 200)
    control.kf.client.answer(openKfid, who, officer, told)
    const pulled = '不用复印，带原件。'
    control.kf.client.answer(openKfid, who, officer, pulled)
    await until('the pull has come by', async () => (await outbound(pulled)).length === 1)
    // What the sidebar told first stands with the account, too, once it has been pulled.
    const accounts = await channel.query(
      `select a.account from messages m left join message_accounts a on a.station_id = m.station_id and a.message_id = m.id
       where m.station_id = $1 and m.body = any ($2)`,
      [stationId, [told, pulled]],
    )
    assert.deepEqual(accounts, [{ account: openKfid }, { account: openKfid }])
    const { messageId } = (await answerOf(saying(pulled))).json()
    assert.equal((await outbound(told)).length, 1)
    assert.equal((await outbound(pulled)).length, 1)
    const [{ author }] = await channel.query(
      'select author_officer_id as author from messages where id = $1',
      [messageId],
    )
    assert.equal(author, world.officers.officer)
    // The same said twice is two.
    control.kf.client.answer(openKfid, who, officer, told)
    await until('the second time', async () => (await outbound(told)).length === 2)
  })

  test('to another person than the one on the screen, or of somebody else’s village: refused', async () => {
    assert.equal((await answerOf(saying('您好', { contactId: world.contacts.chen }))).statusCode, 409)
    await channel.query('update conversations set village_id = $1 where id = $2', [
      world.villages.west,
      hers.conversation.id,
    ])
    assert.equal((await answerOf(saying('您好'), 'eastAuxiliary')).statusCode, 404)
    assert.equal((await answerOf(saying('您好'), 'administrator')).statusCode, 403)
    assert.equal((await answerOf(saying('  '))).statusCode, 400)
    assert.equal((await outbound('您好')).length, 0)
  })
})

describe('signatures', () => {
  const host = 'station.example'
  const page = `https://${host}/sidebar/${world.code}/`
  const sign = (url: string, officer: Parameters<typeof as>[0] = 'officer') =>
    as(officer)({ url: '/api/sidebar/signature', query: { url }, headers: { host } })

  test('without the application’s number it says where to fill it in', async () => {
    await channel.query('update wechat_channels set agent_id = null')
    const answer = await sign(page)
    assert.equal(answer.statusCode, 503)
    assert.match(answer.json().message, /AgentId/)
  })

  test('our own page is signed with both tickets, each fetched once for all processes', async () => {
    await channel.query('update wechat_channels set agent_id = $1', [channel.wecomApp.agentId])
    const answers = await Promise.all([sign(`${page}#case`), sign(page), sign(page, 'eastAuxiliary')])
    for (const answer of answers) assert.equal(answer.statusCode, 200, answer.body)
    const { corpId, agentId, corporation, application } = answers[0].json()
    assert.deepEqual([corpId, agentId], [control.corporation.corpId, channel.wecomApp.agentId])
    const tickets = {
      corporation: (await wecom('GET', 'get_jsapi_ticket')).ticket!,
      application: (await wecom('GET', 'ticket/get', { type: 'agent_config' })).ticket!,
    }
    assert.equal(
      corporation.signature,
      signJsPage(tickets.corporation, corporation.nonce, corporation.timestamp, page),
    )
    assert.equal(
      application.signature,
      signJsPage(tickets.application, application.nonce, application.timestamp, page),
    )
    const kept = await channel.query(
      'select kind, expires_at > now() as fresh, sealed from wechat_tickets order by kind',
    )
    assert.deepEqual(
      kept.map(({ kind, fresh }) => [kind, fresh]),
      [
        ['application', true],
        ['corporation', true],
      ],
    )
    for (const { sealed } of kept)
      for (const ticket of Object.values(tickets)) assert.ok(!sealed.includes(ticket))
  })

  test('nothing else is signed', async () => {
    for (const url of [
      `https://evil.example/sidebar/${world.code}/`,
      `https://${host}.evil.example/sidebar/${world.code}/`,
      `https://${host}@evil.example/sidebar/${world.code}/`,
      `https://evil@${host}/sidebar/${world.code}/`,
      `https://${host}/workbench/`,
      `https://${host}/sidebar/430182902/`,
      `https://${host}/sidebar/${world.code}0/`,
      `https://${host}/sidebar/${world.code}/../../r/1/`,
      `ftp://${host}/sidebar/${world.code}/`,
      `/sidebar/${world.code}/`,
      'javascript:alert(1)',
    ])
      assert.equal((await sign(url)).statusCode, 400, url)
    for (const role of ['administrator', 'auditor'] as const)
      assert.equal((await sign(page, role)).statusCode, 403)
  })

  test('with a public address only that one counts, whatever host a caller names', () => {
    const own = { publicUrl: 'https://station.example', host: 'evil.example' }
    assert.equal(isOwnSidebar(page, world.code, own), true)
    assert.equal(isOwnSidebar(page.replace('https', 'http'), world.code, own), false)
    assert.equal(isOwnSidebar(`https://evil.example/sidebar/${world.code}/`, world.code, own), false)
  })

  test('the vendor’s rule: the four in this order, without what follows #', () => {
    // Own vector, checked with sha1sum.
    const sha1 = '22772d2fb393ab9f7f6a5a54168a566fbf1ab767'
    const sign = (url: string) => signJsPage('mock-ticket', 'mock-nonce', 1_601_234_567, url)
    assert.equal(sign('https://www.easywechat.com/'), sha1)
    assert.equal(sign('https://www.easywechat.com/#anything'), sha1)
    assert.notEqual(sign('https://www.easywechat.com/?'), sha1)
  })
})
