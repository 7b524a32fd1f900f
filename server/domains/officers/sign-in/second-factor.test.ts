import assert from 'node:assert/strict'
import { test } from 'node:test'
import { password, startSignInServer } from '../../../../test/sign-in.ts'
import { codeOf } from './authenticator.fixture.ts'

const { context, world, auth, as, browser, signedIn, usernameOf } = await startSignInServer()

/** As if the codes of this test had been used long ago. */
const forgetCodes = () => context.pool.query("update auth.used_code set used_at = now() - interval '1 hour'")
const signInWith = (officer: Parameters<typeof signedIn>[0], code?: string) => {
  const device = browser('10.9.0.1')
  return device
    .post('/api/session', { username: usernameOf(officer), password, ...(code ? { code } : {}) })
    .then((answer) => ({ device, status: answer.statusCode }))
}

async function enrol(officer: Parameters<typeof signedIn>[0]) {
  const device = await signedIn(officer)
  const { secret, uri } = (await device.post('/api/session/second-factor', { password })).json()
  const old = device.cookie()
  const confirmed = await device.post('/api/session/second-factor/confirmation', { code: codeOf(secret) })
  assert.equal(confirmed.statusCode, 200)
  return { device, old, secret, uri, backupCodes: confirmed.json().backupCodes as string[] }
}

test('enrolled, the code is asked for, and one wrong or missing is refused like everything else', async () => {
  const { device, old, secret, uri, backupCodes } = await enrol('officer')
  assert.equal(decodeURIComponent(uri.split('?')[0] ?? ''), `otpauth://totp/连心桥:${usernameOf('officer')}`)
  assert.equal(backupCodes.length, 10)
  // The session goes on under a new token, and says so of itself.
  assert.notEqual(device.cookie(), old)
  assert.equal((await device.get('/api/session')).json().secondFactor, true)
  const stale = browser()
  stale.useCookie(old)
  assert.equal((await stale.get('/api/session')).statusCode, 401)
  await forgetCodes()
  assert.equal((await signInWith('officer')).status, 401)
  assert.equal((await signInWith('officer', '000000')).status, 401)
  assert.equal((await signInWith('officer', codeOf(secret, -40))).status, 401)
  assert.equal((await signInWith('officer', codeOf(secret))).status, 200)
})

test('a code opens one door once, also when two ask at the same instant', async () => {
  const { secret } = await enrol('eastAuxiliary')
  await forgetCodes()
  const code = codeOf(secret)
  const statuses = await Promise.all([1, 2, 3].map(() => signInWith('eastAuxiliary', code)))
  assert.deepEqual(statuses.map(({ status }) => status).sort(), [200, 401, 401])
})

test('a backup code opens one sign-in', async () => {
  const { backupCodes } = await enrol('westAuxiliary')
  const first = backupCodes[0]!
  assert.equal((await signInWith('westAuxiliary', first)).status, 200)
  assert.equal((await signInWith('westAuxiliary', first)).status, 401)
  assert.equal((await signInWith('westAuxiliary', backupCodes[1])).status, 200)
})

test('step-up and removal ask for password and code', async () => {
  const { device, secret } = await enrol('auditor')
  await forgetCodes()
  assert.equal((await device.post('/api/session/step-up', { password })).statusCode, 400)
  const code = codeOf(secret)
  assert.equal((await device.post('/api/session/step-up', { password: 'wrong', code })).statusCode, 400)
  const stepped = await device.post('/api/session/step-up', { password, code })
  assert.equal(stepped.statusCode, 200)
  assert.ok(Date.parse(stepped.json().steppedUpUntil) > Date.now() + 9 * 60_000)
  assert.ok((await device.get('/api/session')).json().steppedUpUntil)
  await forgetCodes()
  assert.equal((await device.delete('/api/session/second-factor', { password })).statusCode, 400)
  assert.equal(
    (await device.delete('/api/session/second-factor', { password, code: codeOf(secret) })).statusCode,
    200,
  )
  assert.equal((await signInWith('auditor')).status, 200)
})

test('nothing is on before the first code was right', async () => {
  const device = await signedIn('chief')
  assert.equal((await device.post('/api/session/second-factor', { password: 'not-mine' })).statusCode, 400)
  const { secret } = (await device.post('/api/session/second-factor', { password })).json()
  const wrong = await device.post('/api/session/second-factor/confirmation', { code: codeOf(secret, 50) })
  assert.equal(wrong.statusCode, 400)
  assert.equal((await device.get('/api/session')).json().secondFactor, false)
  assert.equal((await signInWith('chief')).status, 200)
})

test('an administrator can take the second factor off with a password reset', async () => {
  const { secret } = await enrol('administrator')
  const url = `/api/officers/${world.officers.administrator}/password-reset`
  const stepped = { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped` }
  const reset = await as('chief')({
    method: 'POST',
    url,
    headers: stepped,
    payload: { removeSecondFactor: true },
  })
  assert.equal(reset.statusCode, 200)
  assert.equal(reset.json().officer.secondFactor, false)
  auth.cache.forgetOfficer(world.officers.administrator)
  await forgetCodes()
  assert.equal((await signInWith('administrator', codeOf(secret))).status, 401)
})
