import assert from 'node:assert/strict'
import { test } from 'node:test'
import { password, startSignInServer } from '../../../../test/sign-in.ts'

const { context, world, as, browser, signedIn, usernameOf } = await startSignInServer()
const steppedUp = { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped` }

test('a new password ends every other session and renews this one', async () => {
  const device = await signedIn('officer')
  const other = await signedIn('officer')
  const old = device.cookie()
  const newPassword = 'plum-trees-by-the-weir'
  const changed = await device.post('/api/session/password', { password, newPassword })
  assert.equal(changed.statusCode, 200)
  assert.equal(changed.json().otherSessions, 0)
  assert.notEqual(device.cookie(), old)
  assert.equal((await device.get('/api/session')).statusCode, 200)
  assert.equal((await other.get('/api/session')).statusCode, 401)
  const stale = browser()
  stale.useCookie(old)
  assert.equal((await stale.get('/api/session')).statusCode, 401)
  await assert.rejects(signedIn('officer'), /没有成功/)
  const again = await browser().post('/api/session', {
    username: usernameOf('officer'),
    password: newPassword,
  })
  assert.equal(again.statusCode, 200)
})

test('a wrong or a weak password changes nothing', async () => {
  const device = await signedIn('auditor')
  for (const body of [
    { password: 'wrong-wrong-wrong', newPassword: 'plum-trees-by-the-weir' },
    { password, newPassword: 'short' },
    { password, newPassword: password },
    { password, newPassword: `my-${usernameOf('auditor')}-1` },
    { password, newPassword: 'password1234' },
  ]) {
    assert.equal((await device.post('/api/session/password', body)).statusCode, 400)
  }
  assert.equal((await (await signedIn('auditor')).get('/api/session')).statusCode, 200)
})

test('guessing on an unattended screen is slowed down too', async () => {
  const device = await signedIn('westAuxiliary')
  const statuses: number[] = []
  for (let i = 0; i < 7; i++)
    statuses.push((await device.post('/api/session/step-up', { password: `guess-${i}` })).statusCode)
  assert.deepEqual(statuses, [400, 400, 400, 400, 400, 429, 429])
})

test('a first password opens nothing but its own replacement, and not for ever', async () => {
  const made = await as('chief')({
    method: 'POST',
    url: '/api/officers',
    headers: steppedUp,
    payload: { username: 'chen-first', name: '陈民警', role: 'officer' },
  })
  assert.equal(made.statusCode, 200)
  const { initialPassword, officer } = made.json()
  assert.match(initialPassword, /^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/)
  const device = browser()
  const me = await device.post('/api/session', { username: 'chen-first', password: initialPassword })
  assert.equal(me.json().passwordChangeDue, true)
  const refused = await device.get('/api/officers')
  assert.equal(refused.statusCode, 403)
  assert.deepEqual(refused.json().details, { passwordChangeDue: true })
  assert.equal((await device.get('/api/sessions')).statusCode, 403)
  const changed = await device.post('/api/session/password', {
    password: initialPassword,
    newPassword: 'a-rope-bridge-in-fog',
  })
  assert.equal(changed.json().passwordChangeDue, false)
  assert.equal((await device.get('/api/officers')).statusCode, 200)

  const url = `/api/officers/${officer.id}/password-reset`
  assert.equal((await as('chief')({ method: 'POST', url, payload: {} })).json().code, 'step_up_required')
  const reset = await as('chief')({ method: 'POST', url, headers: steppedUp, payload: {} })
  const late = reset.json().initialPassword
  await context.pool.query(
    `update auth."user" set initial_password_until = now() - interval '1 second' where username = 'chen-first'`,
  )
  const answer = await browser().post('/api/session', { username: 'chen-first', password: late })
  assert.equal(answer.statusCode, 401)
})

test('a reset ends the sessions it was made against', async () => {
  const device = await signedIn('eastAuxiliary')
  await as('chief')({
    method: 'POST',
    url: `/api/officers/${world.officers.eastAuxiliary}/password-reset`,
    headers: steppedUp,
    payload: {},
  })
  const { rowCount } = await context.pool.query('select from auth.session where user_id = $1', [
    world.officers.eastAuxiliary,
  ])
  assert.equal(rowCount, 0)
  await assert.rejects(signedIn('eastAuxiliary'), /没有成功/)
  await device.delete('/api/session')
})
