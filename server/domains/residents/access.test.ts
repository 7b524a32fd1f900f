import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { inStation } from '../../platform/tenancy.ts'

const server = await startTestServer()
const { app, as, context, world } = server
const { stationId, code: stationCode, contacts } = world
const elsewhere = await createWorld(context.pool, '430182902')

/** A phone that keeps its cookie, as a browser does. */
function phone() {
  let cookie = ''
  return async (options: InjectOptions) => {
    const answer = await app.inject({
      ...options,
      headers: { ...(cookie && { cookie }), ...options.headers },
    })
    const [set] = answer.cookies
    if (set) cookie = `${set.name}=${set.value}`
    return answer
  }
}
type Phone = ReturnType<typeof phone>

const visit = (on: Phone, code = stationCode) =>
  on({ method: 'POST', url: '/api/resident/visit', payload: { stationCode: code } })
const ask = async (on: Phone, body = '办身份证要带什么', headers = {}) =>
  (
    await on({
      method: 'POST',
      url: '/api/resident/messages',
      payload: { clientKey: randomUUID(), body },
      headers,
    })
  ).json()
const matters = async (on: Phone, headers = {}) => {
  const answer = await on({ url: '/api/resident/conversations', headers })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().map(({ id }: { id: string }) => id)
}
const eventsOf = async (name: string) =>
  inStation(context.pool, stationId, async ({ client }) => {
    const { rows } = await client.query('select contact_id, actor_kind, data from events where name = $1', [
      name,
    ])
    return rows
  })

test('a first visit gives the phone a contact and writes no row; the first message does', async () => {
  const fresh = phone()
  assert.equal((await fresh({ url: '/api/resident/profile' })).statusCode, 401)
  const before = await countContacts()
  const answer = await visit(fresh)
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.json().known, false)
  const [cookie] = answer.cookies
  assert.equal(cookie!.httpOnly, true)
  assert.equal(cookie!.maxAge, 180 * 24 * 3600)
  assert.equal(await countContacts(), before)
  assert.deepEqual((await fresh({ url: '/api/resident/profile' })).json(), {
    ...{ name: '', phone: '', villageId: null, confirmed: false },
  })
  assert.equal((await visit(fresh)).json().known, true)
  const { conversationId } = await ask(fresh)
  assert.deepEqual(await matters(fresh), [conversationId])
  assert.equal(await countContacts(), before + 1)
})

test('a profile can be given before the first message; only villages of the station', async () => {
  const fresh = phone()
  await visit(fresh)
  const change = (payload: object) => fresh({ method: 'PATCH', url: '/api/resident/profile', payload })
  const answer = await change({ name: ' 陈小妹 ', phone: '139-0000-0001', villageId: world.villages.east })
  assert.deepEqual(answer.json(), {
    ...{ name: '陈小妹', phone: '139-0000-0001', villageId: world.villages.east, confirmed: false },
  })
  assert.equal((await change({ villageId: elsewhere.villages.east })).statusCode, 400)
  assert.equal((await change({ phone: '<script>' })).statusCode, 400)
  assert.equal((await fresh({ url: '/api/resident/profile' })).json().name, '陈小妹')
})

test('a cookie with one letter changed, of another use, or of nobody opens nothing', async () => {
  const fresh = phone()
  const value = (await visit(fresh)).cookies[0]!.value
  const link = (await fresh({ url: '/api/resident/access-link' })).json().token
  const open = (cookie: string) =>
    app.inject({ url: '/api/resident/profile', headers: { cookie: `lianxinqiao_resident=${cookie}` } })
  assert.equal((await open(value)).statusCode, 200)
  for (let at = 0; at < value.length; at++) {
    const changed = `${value.slice(0, at)}${value[at] === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`
    assert.equal((await open(changed)).statusCode, 401, `letter ${at}`)
  }
  for (const other of [link, '', '.', 'a'.repeat(76), `${value}x`])
    assert.equal((await open(other)).statusCode, 401)
})

test('a link opens the same matters on another phone; revoking shuts the others out and keeps this one', async () => {
  const old = phone()
  await visit(old)
  const { conversationId } = await ask(old)
  const { url, token } = (await old({ url: '/api/resident/access-link' })).json()
  assert.match(url, new RegExp(`/r/${stationCode}/k/${token}$`))
  const next = phone()
  const opened = await next({ method: 'POST', url: '/api/resident/access', payload: { token } })
  assert.deepEqual(opened.json(), { stationId, stationCode })
  assert.deepEqual(await matters(next), [conversationId])
  assert.deepEqual(await matters(old), [conversationId], 'the old phone stays in')

  assert.equal((await next({ method: 'DELETE', url: '/api/resident/access' })).statusCode, 200)
  assert.deepEqual(await matters(next), [conversationId])
  assert.equal((await old({ url: '/api/resident/conversations' })).statusCode, 401)
  const third = await phone()({ method: 'POST', url: '/api/resident/access', payload: { token } })
  assert.equal(third.statusCode, 401)
  assert.match(third.json().message, /链接已经失效/)
  assert.equal((await visit(old)).json().known, false, 'the lost phone begins anew')
  assert.deepEqual(await matters(old), [])
})

test('whose answer was lost when she shut the others out comes again with the old cookie and the same key', async () => {
  const her = phone()
  await visit(her)
  const { conversationId } = await ask(her)
  const { token } = (await her({ url: '/api/resident/access-link' })).json()
  const other = phone()
  await other({ method: 'POST', url: '/api/resident/access', payload: { token } })
  const [cookie] = (await visit(her)).cookies
  const old = { cookie: `${cookie!.name}=${cookie!.value}`, 'idempotency-key': 'shut-others-out-1' }
  const shut = (headers: Record<string, string>) =>
    app.inject({ method: 'DELETE', url: '/api/resident/access', headers })
  assert.equal((await shut(old)).statusCode, 200)
  assert.equal((await shut({ cookie: old.cookie })).statusCode, 401, 'the old cookie alone opens nothing')
  assert.equal((await shut({ ...old, 'idempotency-key': 'another-key' })).statusCode, 401)
  const again = await shut(old)
  assert.equal(again.statusCode, 200)
  const [fresh] = again.cookies
  const answer = await app.inject({
    url: '/api/resident/conversations',
    headers: { cookie: `${fresh!.name}=${fresh!.value}` },
  })
  assert.deepEqual(
    answer.json().map(({ id }: { id: string }) => id),
    [conversationId],
  )
  assert.equal((await other({ url: '/api/resident/conversations' })).statusCode, 401)
  // Once more raised by somebody else, the old key opens nothing.
  const contactId = await contactOf(conversationId)
  await as('officer')({ method: 'DELETE', url: `/api/contacts/${contactId}/access` })
  assert.equal((await shut(old)).statusCode, 401)
})

test('an officer gives a link and shuts a lost phone out, for contacts she may see', async () => {
  const link = (officer: 'eastAuxiliary' | 'westAuxiliary' | 'officer' | 'auditor') =>
    as(officer)({ method: 'POST', url: `/api/contacts/${contacts.chen}/access-link` })
  assert.equal((await link('westAuxiliary')).statusCode, 404)
  assert.equal((await link('auditor')).statusCode, 403)
  const { token } = (await link('eastAuxiliary')).json()
  const chen = phone()
  assert.equal(
    (await chen({ method: 'POST', url: '/api/resident/access', payload: { token } })).statusCode,
    200,
  )
  assert.equal((await chen({ url: '/api/resident/profile' })).json().name, '陈大妈')
  const revoke = await as('officer')({ method: 'DELETE', url: `/api/contacts/${contacts.chen}/access` })
  assert.equal(revoke.statusCode, 200)
  assert.equal((await chen({ url: '/api/resident/profile' })).statusCode, 401)
  assert.ok((await eventsOf('access_link.issued')).some((event) => event.actor_kind === 'officer'))
  assert.ok((await eventsOf('access_link.used')).some((event) => event.contact_id === contacts.chen))
})

test('six digits open a conversation’s matters once', async () => {
  const old = phone()
  await visit(old)
  const { conversationId, number } = await ask(old)
  const contactId = await contactOf(conversationId)
  const { code } = (await issueCode(contactId)).json()
  const fresh = phone()
  const wrong = await useCode(fresh, number, code === '000000' ? '000001' : '000000')
  const unknown = await useCode(fresh, '261123-9999', code)
  assert.equal(wrong.statusCode, 401)
  assert.deepEqual(strip(wrong), strip(unknown), 'nobody learns which numbers exist')
  const opened = await useCode(fresh, ` ${number} `, code)
  assert.deepEqual(opened.json(), { stationId, stationCode })
  assert.deepEqual(await matters(fresh), [conversationId])
  assert.equal((await useCode(phone(), number, code)).statusCode, 401, 'a used code opens nothing')
  const { code: second } = (await issueCode(contactId)).json()
  const key = { 'idempotency-key': 'one-try-of-one-phone' }
  assert.equal((await useCode(phone(), number, second, key)).statusCode, 200)
  assert.equal((await useCode(phone(), number, second, key)).statusCode, 200, 'its answer was lost')
  assert.equal((await useCode(phone(), number, second)).statusCode, 401)
  assert.ok((await eventsOf('access_code.used')).some((event) => event.contact_id === contactId))
  const { rows } = await inStation(context.pool, stationId, ({ client }) =>
    client.query("select encode(code_hash, 'escape') as hash from access_codes where contact_id = $1", [
      contactId,
    ]),
  )
  assert.ok(!rows[0].hash.includes(code))
})

test('the number of an appointment or a case will do, also when it is another resident’s question', async () => {
  const asker = phone()
  await visit(asker)
  const { conversationId, number } = await ask(asker)
  const askerId = await contactOf(conversationId)
  const [booker, guideId, counterId] = [randomUUID(), randomUUID(), randomUUID()]
  await inStation(context.pool, stationId, async ({ client }) => {
    await client.query(`insert into contacts (station_id, id, channel) values ($1, $2, 'phone')`, [
      stationId,
      booker,
    ])
    await client.query(
      `insert into guides (station_id, id, code, slug, category, name, summary, content, expires_on)
       values ($1, $2, 'CODE', 'code-test', '测试', '测试', '', '{}', '2099-01-01')`,
      [stationId, guideId],
    )
    await client.query(`insert into counters (station_id, id, name, position) values ($1, $2, '窗口', 1)`, [
      stationId,
      counterId,
    ])
    // The series count for themselves: the same number is one resident's question and another's appointment.
    await client.query(
      `insert into appointments (station_id, id, number, counter_id, guide_id, contact_id, person_name, starts_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, '陈', now(), now() + interval '15 minutes')`,
      [stationId, randomUUID(), number, counterId, guideId, booker],
    )
  })
  const opened = await as('officer')({
    method: 'POST',
    url: '/api/cases',
    payload: {
      ...{ kind: 'service', title: '分户', scenario: 'business', channel: 'phone' },
      contactId: booker,
      clientKey: randomUUID(),
    },
  })
  const casesOf = async (on: Phone) => (await on({ url: '/api/resident/cases' })).json().items
  const byAppointment = phone()
  const first = (await issueCode(booker)).json().code
  const askers = (await issueCode(askerId)).json().code
  assert.equal((await useCode(byAppointment, number, first)).statusCode, 200)
  assert.equal((await casesOf(byAppointment)).length, 1)
  // What one of them types is not held against the other.
  const refused = (await eventsOf('access_code.refused')).filter((event) => event.contact_id === askerId)
  assert.equal(refused.length, 0)
  const byQuestion = phone()
  assert.equal((await useCode(byQuestion, number, askers)).statusCode, 200)
  assert.deepEqual(await matters(byQuestion), [conversationId])
  const byCase = phone()
  const second = (await issueCode(booker)).json().code
  assert.equal((await useCode(byCase, opened.json().number, second)).statusCode, 200)
  assert.equal((await casesOf(byCase)).length, 1)
})

test('five wrong tries from an address, at once or one by one, are all it has; time and a newer code kill one too', async () => {
  const old = phone()
  await visit(old)
  const { conversationId, number } = await ask(old)
  const contactId = await contactOf(conversationId)
  const first = (await issueCode(contactId)).json().code
  const second = (await issueCode(contactId)).json().code
  if (first !== second) assert.equal((await useCode(phone(), number, first)).statusCode, 401)
  const wrong = second === '123456' ? '654321' : '123456'
  await Promise.all(Array.from({ length: 8 }, () => useCode(phone(), number, wrong)))
  assert.equal((await useCode(phone(), number, second)).statusCode, 401)
  const elsewhereOpened = await useCode(phone(), number, second, {}, '10.0.0.9')
  assert.equal(elsewhereOpened.statusCode, 200, 'who burns tries burns his own')
  const guessed = (await issueCode(contactId)).json().code
  const off = guessed === '123456' ? '654321' : '123456'
  for (let from = 1; from <= 5; from++)
    for (let time = 0; time < 5; time++) await useCode(phone(), number, off, {}, `10.0.1.${from}`)
  const tooLate = await useCode(phone(), number, guessed, {}, '10.0.0.9')
  assert.equal(tooLate.statusCode, 401, 'twenty-five in all kill it')
  const refused = await eventsOf('access_code.refused')
  assert.deepEqual([...new Set(refused.map((event) => event.actor_kind))], ['system'])
  const third = (await issueCode(contactId)).json().code
  await inStation(context.pool, stationId, ({ client }) =>
    client.query(`update access_codes set expires_at = now() - interval '1 second' where contact_id = $1`, [
      contactId,
    ]),
  )
  assert.equal((await useCode(phone(), number, third)).statusCode, 401)
  const fourth = (await issueCode(contactId)).json().code
  const both = await Promise.all([useCode(phone(), number, fourth), useCode(phone(), number, fourth)])
  assert.deepEqual(both.map((answer) => answer.statusCode).sort(), [200, 401], 'one of two gets in')
})

test('codes are given only by who may, for contacts she sees', async () => {
  assert.equal((await issueCode(contacts.liu, 'eastAuxiliary')).statusCode, 404)
  assert.equal((await issueCode(contacts.liu, 'westAuxiliary')).statusCode, 200)
  assert.equal((await issueCode(contacts.liu, 'administrator')).statusCode, 403)
  assert.equal(
    (await as('chief', elsewhere)({ method: 'POST', url: `/api/contacts/${contacts.liu}/access-code` }))
      .statusCode,
    404,
  )
})

test('one phone at two stations: the last visited counts, the header chooses, neither is lost', async () => {
  const both = phone()
  await visit(both)
  const { conversationId } = await ask(both)
  await visit(both, elsewhere.code)
  assert.deepEqual(await matters(both), [])
  assert.deepEqual(await matters(both, { 'x-station-id': stationId }), [conversationId])
  assert.equal((await visit(both)).json().known, true)
  assert.deepEqual(await matters(both), [conversationId])
  assert.equal(
    (await both({ url: '/api/resident/profile', headers: { 'x-station-id': randomUUID() } })).statusCode,
    401,
  )
})

test('the public page says honestly whether somebody reads, and when next', async () => {
  const show = async () => (await server.anonymous({ url: `/api/public/station?code=${stationCode}` })).json()
  const empty = await show()
  assert.equal(empty.name, '测试镇派出所')
  assert.deepEqual([empty.attended, empty.staffedUntil, empty.staffedNextAt], [false, null, null])
  assert.deepEqual(
    empty.villages.map(({ name }: { name: string }) => name),
    ['东村', '西村'],
  )
  const shift = (officerId: string, from: number, to: number) =>
    inStation(context.pool, stationId, ({ client }) =>
      client.query(
        `insert into duty_shifts (station_id, id, officer_id, kind, starts_at, ends_at) values ($1, $2, $3, 'desk', $4, $5)`,
        [
          stationId,
          randomUUID(),
          officerId,
          new Date(Date.now() + from * 3_600_000),
          new Date(Date.now() + to * 3_600_000),
        ],
      ),
    )
  await shift(world.officers.auditor, -1, 1)
  await shift(world.officers.officer, 5, 8)
  const later = await show()
  assert.equal(later.staffedUntil, null, 'an auditor does not answer')
  assert.ok(Math.abs(Date.parse(later.staffedNextAt) - Date.now() - 5 * 3_600_000) < 60_000)
  await shift(world.officers.eastAuxiliary, -1, 1)
  const now = await show()
  assert.ok(Math.abs(Date.parse(now.staffedUntil) - Date.now() - 3_600_000) < 60_000)
  assert.deepEqual([now.attended, now.staffedNextAt], [false, null], 'rostered is not reading')
  assert.equal((await server.anonymous({ url: '/api/public/station?code=999999' })).statusCode, 404)
})

function issueCode(
  contactId: string,
  officer: 'officer' | 'eastAuxiliary' | 'westAuxiliary' | 'administrator' = 'officer',
) {
  return as(officer)({ method: 'POST', url: `/api/contacts/${contactId}/access-code` })
}
function useCode(on: Phone, number: string, code: string, headers = {}, remoteAddress = '127.0.0.1') {
  const payload = { stationCode, number, code }
  return on({ method: 'POST', url: '/api/resident/access-code', payload, headers, remoteAddress })
}
function strip(answer: { json: () => object }) {
  return { ...answer.json(), requestId: undefined }
}
function countContacts(): Promise<number> {
  return inStation(
    context.pool,
    stationId,
    async ({ client }) => (await client.query('select count(*) as n from contacts')).rows[0].n,
  )
}
function contactOf(conversationId: string): Promise<string> {
  return inStation(
    context.pool,
    stationId,
    async ({ client }) =>
      (await client.query('select contact_id from conversations where id = $1', [conversationId])).rows[0]
        .contact_id,
  )
}
