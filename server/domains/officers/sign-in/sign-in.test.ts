import assert from 'node:assert/strict'
import { test } from 'node:test'
import { password, startSignInServer } from '../../../../test/sign-in.ts'
import { inStation } from '../../../platform/tenancy.ts'

const { context, world, browser, signedIn, usernameOf } = await startSignInServer()

function eventsOf(officerId: string, name: string) {
  return inStation(context.pool, world.stationId, async (tx) => {
    const { rows } = await tx.client.query(
      'select data from events where station_id = $1 and subject_id = $2 and name = $3 order by id',
      [tx.stationId, officerId, name],
    )
    return rows.map((row) => row.data)
  })
}

test('the right name and password open the workbench, and the answer says what she may do', async () => {
  const device = browser()
  const answer = await device.post('/api/session', {
    username: usernameOf('eastAuxiliary').toUpperCase(),
    password,
  })
  assert.equal(answer.statusCode, 200)
  const me = answer.json()
  assert.equal(me.officer.name, '王辅警')
  assert.equal(me.scope, 'villages')
  assert.deepEqual(me.villageIds, [world.villages.east])
  assert.equal(me.otherSessions, 0)
  assert.equal(Date.parse(me.endsAt) - Date.parse(me.signedInAt), 8 * 3_600_000)
  const set = String(answer.headers['set-cookie'])
  assert.match(set, /^lianxinqiao\.session_token=/)
  assert.match(set, /HttpOnly/)
  assert.match(set, /SameSite=Lax/)
  assert.equal((await device.get('/api/session')).json().officer.id, world.officers.eastAuxiliary)
})

test('whatever is wrong, the answer is the same', async () => {
  const bodies = await Promise.all(
    [
      { username: usernameOf('auditor'), password: 'wrong-but-long-enough' },
      { username: 'nobody-here', password },
      { username: '不存在的人', password },
      { username: usernameOf('auditor'), password: 'x', code: '123456' },
    ].map(async (payload, index) => {
      const startedAt = performance.now()
      const answer = await browser(`10.1.0.${index}`).post('/api/session', payload)
      assert.equal(answer.statusCode, 401)
      assert.ok(performance.now() - startedAt > 345)
      assert.equal(answer.cookies.length, 0)
      const { requestId: _, ...body } = answer.json()
      return JSON.stringify(body)
    }),
  )
  assert.equal(new Set(bodies).size, 1)
})

test('a cookie that was forged, cut or signed for another token opens nothing', async () => {
  const device = await signedIn('officer')
  const [name, value = ''] = device.cookie().split('=')
  const [token = '', signature = ''] = decodeURIComponent(value).split('.')
  const flipped = token.replace(/^./, token.startsWith('a') ? 'b' : 'a')
  for (const forged of [token, `${token}.`, `${flipped}.${signature}`, `${token}.${'A'.repeat(43)}=`, '']) {
    const thief = browser()
    thief.useCookie(`${name}=${encodeURIComponent(forged)}`)
    assert.equal((await thief.get('/api/session')).statusCode, 401)
  }
  assert.equal((await device.get('/api/session')).statusCode, 200)
})

test('signing in again on the same browser ends its old session and gives a new token', async () => {
  const device = await signedIn('officer')
  const old = device.cookie()
  await device.post('/api/session', { username: usernameOf('officer'), password })
  assert.notEqual(device.cookie(), old)
  const stale = browser()
  stale.useCookie(old)
  assert.equal((await stale.get('/api/session')).statusCode, 401)
  assert.equal((await device.get('/api/session')).statusCode, 200)
})

test('a second device is allowed, told, listed, and can be ended from the first', async () => {
  const first = await signedIn('westAuxiliary')
  const second = await signedIn('westAuxiliary')
  const told = await eventsOf(world.officers.westAuxiliary, 'officer.signed_in_elsewhere')
  assert.equal(told.length, 1)
  assert.equal(told[0].sessions, 2)
  const { items } = (await first.get('/api/sessions')).json()
  assert.equal(items.length, 2)
  assert.deepEqual(
    items.map((item: { current: boolean }) => item.current),
    [true, false],
  )
  assert.equal((await second.get('/api/session')).json().otherSessions, 1)
  assert.equal((await first.delete(`/api/sessions/${items[1].id}`)).statusCode, 200)
  assert.equal((await second.get('/api/session')).statusCode, 401)
  assert.equal((await first.delete(`/api/sessions/${items[1].id}`)).statusCode, 404)
  const stranger = await signedIn('chief')
  assert.equal((await stranger.delete(`/api/sessions/${items[0].id}`)).statusCode, 404)
})

test('two sign-ins at the same instant: the second is told of the first', async () => {
  await Promise.all([signedIn('administrator'), signedIn('administrator'), signedIn('administrator')])
  const told = await eventsOf(world.officers.administrator, 'officer.signed_in_elsewhere')
  assert.deepEqual(told.map((data) => data.sessions).sort(), [2, 3])
})

test('signing out ends the session here and now, and can be repeated', async () => {
  const device = await signedIn('officer')
  const cookie = device.cookie()
  assert.equal((await device.get('/api/session')).statusCode, 200)
  assert.equal((await device.delete('/api/session')).statusCode, 200)
  assert.equal(device.cookie(), '')
  device.useCookie(cookie)
  assert.equal((await device.get('/api/session')).statusCode, 401)
  assert.equal((await device.delete('/api/session')).statusCode, 200)
})

test('a session of the library that was never admitted opens nothing', async () => {
  const { pool } = context
  const device = await signedIn('officer')
  await pool.query('update auth.session set admitted_at = null where user_id = $1', [world.officers.officer])
  const fresh = browser()
  fresh.useCookie(device.cookie())
  await new Promise((done) => setTimeout(done, 1600))
  assert.equal((await fresh.get('/api/session')).statusCode, 401)
})

test('a refused try on an account is in the log, one on no account is not', async () => {
  const before = (await eventsOf(world.officers.chief, 'officer.sign_in_refused')).length
  await browser('10.2.0.1').post('/api/session', {
    username: usernameOf('chief'),
    password: 'not-hers-at-all',
  })
  const after = await eventsOf(world.officers.chief, 'officer.sign_in_refused')
  assert.equal(after.length, before + 1)
  assert.deepEqual(after.at(-1), { reason: 'password' })
})
