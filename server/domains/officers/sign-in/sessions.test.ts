import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { startSignInServer } from '../../../../test/sign-in.ts'
import type { World } from '../../../../test/world.ts'
import { openSession } from './open-session.ts'

const { context, world, auth, as, signedIn } = await startSignInServer()
const { pool } = context

type Key = keyof World['officers']
/** Moves the times of an officer's sessions into the past, as if she had waited. */
async function wait(
  officer: Key,
  column: 'last_seen_at' | 'signed_in_at' | 'stepped_up_at',
  minutes: number,
) {
  await pool.query(
    `update auth.session set ${column} = ${column} - make_interval(mins => $2) where user_id = $1`,
    [world.officers[officer], minutes],
  )
  auth.cache.forgetOfficer(world.officers[officer])
  await setTimeout(0)
}
const tokenOf = (device: { cookie: () => string }) =>
  decodeURIComponent(device.cookie().split('=')[1]!).slice(0, 32)
const lastSeen = async (officer: Key) =>
  (await pool.query('select last_seen_at from auth.session where user_id = $1', [world.officers[officer]]))
    .rows[0].last_seen_at as Date

test('fifteen minutes without a request end a session, a request before that keeps it', async () => {
  const device = await signedIn('officer')
  await wait('officer', 'last_seen_at', 14)
  assert.equal((await device.get('/api/session')).statusCode, 200)
  await wait('officer', 'last_seen_at', 14)
  assert.equal((await device.get('/api/session')).statusCode, 200)
  await wait('officer', 'last_seen_at', 15)
  assert.equal((await device.get('/api/session')).statusCode, 401)
})

test('a background refresh answers but keeps nobody signed in', async () => {
  const device = await signedIn('eastAuxiliary')
  await wait('eastAuxiliary', 'last_seen_at', 10)
  const before = await lastSeen('eastAuxiliary')
  const refresh = () =>
    device.call({ method: 'GET', url: '/api/session', headers: { 'x-background': 'yes' } })
  assert.equal((await refresh()).statusCode, 200)
  assert.deepEqual(await lastSeen('eastAuxiliary'), before)
  // What a refresh has just read does not hide that now a person acts.
  assert.equal((await device.get('/api/session')).statusCode, 200)
  assert.ok((await lastSeen('eastAuxiliary')) > before)
})

test('a sign of life is written at most once a minute', async () => {
  const device = await signedIn('westAuxiliary')
  const before = await lastSeen('westAuxiliary')
  for (let i = 0; i < 3; i++) {
    auth.cache.forgetOfficer(world.officers.westAuxiliary)
    await device.get('/api/session')
  }
  assert.deepEqual(await lastSeen('westAuxiliary'), before)
})

test('eight hours after sign-in a session ends, however busy', async () => {
  const device = await signedIn('chief')
  await wait('chief', 'signed_in_at', 8 * 60 - 1)
  assert.equal((await device.get('/api/session')).statusCode, 200)
  await wait('chief', 'signed_in_at', 1)
  assert.equal((await device.get('/api/session')).statusCode, 401)
})

test('disabling an officer ends her sessions within two seconds, on this process and on others', async () => {
  const device = await signedIn('officer')
  assert.equal((await device.get('/api/session')).statusCode, 200)
  const chief = as('chief')
  const url = `/api/officers/${world.officers.officer}/suspension`
  // Another process does it: this one's memory is not told and has to come to it by itself.
  const answer = await chief({ method: 'POST', url, payload: { reason: '调离' } })
  assert.equal(answer.statusCode, 200)
  assert.ok(answer.json().suspendedAt)
  await setTimeout(1600)
  assert.equal((await device.get('/api/session')).statusCode, 401)
  await assert.rejects(signedIn('officer'), /没有成功/)
  // Enabled again she signs in anew; the old session stays dead.
  assert.equal((await chief({ method: 'DELETE', url })).statusCode, 200)
  assert.equal((await device.get('/api/session')).statusCode, 401)
  assert.equal((await (await signedIn('officer')).get('/api/session')).statusCode, 200)
})

test('saving a session after it was deleted does not bring it back', async () => {
  for (let round = 0; round < 5; round++) {
    const device = await signedIn('auditor')
    const token = tokenOf(device)
    await wait('auditor', 'last_seen_at', 5)
    // Each of these look-ups wants to write a sign of life while the row goes away.
    const lookUps = Array.from({ length: 6 }, () => openSession(pool, token, true))
    await Promise.all([device.delete('/api/session'), ...lookUps])
    assert.equal(await openSession(pool, token, true), null)
    const { rowCount } = await pool.query('select from auth.session where token = $1', [token])
    assert.equal(rowCount, 0)
  }
})

test('sign-in and disabling at the same moment leave no session behind', async () => {
  const url = `/api/officers/${world.officers.eastAuxiliary}/suspension`
  for (let round = 0; round < 4; round++) {
    await Promise.all([
      signedIn('eastAuxiliary').catch(() => null),
      setTimeout(40 + round * 20).then(() =>
        as('chief')({ method: 'POST', url, payload: { reason: '测试' } }),
      ),
    ])
    const { rowCount } = await pool.query(
      'select from auth.session where user_id = $1 and admitted_at is not null',
      [world.officers.eastAuxiliary],
    )
    assert.equal(rowCount, 0)
    await as('chief')({ method: 'DELETE', url })
  }
})

test('an open stream learns that its session ended', async () => {
  const device = await signedIn('chief')
  const request = {
    cookies: { 'lianxinqiao.session_token': decodeURIComponent(device.cookie().split('=')[1]!) },
  }
  assert.notEqual(await auth.stillSignedIn(request as never), null)
  await device.delete('/api/session')
  assert.equal(await auth.stillSignedIn(request as never), null)
})
