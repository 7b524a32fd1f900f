import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSignInServer } from '../../../test/sign-in.ts'
import type { World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'

const server = await startSignInServer()
const { as, browser, signedIn, usernameOf, world, context } = server
type Officer = keyof World['officers']

const stepped = (who: Officer) => ({
  'x-test-officer': `${world.stationId} ${world.officers[who]} stepped-up`,
})
const post = (who: Officer, url: string, payload: object = {}, headers = stepped(who)) =>
  as(who)({ method: 'POST', url, payload, headers })
const open = async (who: Officer, role: string) => {
  const username = `new-${newId().slice(-10)}`
  const answer = await post(who, '/api/officers', { username, name: '新账号', role })
  assert.equal(answer.statusCode, 200, answer.body)
  const { officer, initialPassword: password } = answer.json()
  return { id: officer.id as string, username, password, unconfirmedSince: officer.unconfirmedSince }
}
const signIn = async (username: string, password: string) =>
  (await browser('10.0.7.1').post('/api/session', { username, password })).statusCode
const alarms = async (who: Officer): Promise<string[]> =>
  (await as(who)({ url: '/api/station-home' })).json().alarms.map(({ key }: { key: string }) => key)
const confirm = (who: Officer, id: string) => post(who, `/api/officers/${id}/confirmation`)

test('an account is opened only after the password was given again', async () => {
  const payload = { username: 'without-step', name: '新账号', role: 'chief' }
  const refused = await as('administrator')({ method: 'POST', url: '/api/officers', payload })
  assert.equal(refused.json().code, 'step_up_required')
})

test('who runs the installation cannot give herself sight of matters: the account waits for a chief', async () => {
  const made = await open('administrator', 'chief')
  assert.ok(made.unconfirmedSince)
  assert.equal(await signIn(made.username, made.password), 401)
  assert.ok((await alarms('chief')).includes('accounts_unconfirmed'))
  assert.ok(!(await alarms('eastAuxiliary')).includes('accounts_unconfirmed'))
  assert.equal((await confirm('administrator', made.id)).statusCode, 403)
  assert.equal((await confirm('officer', made.id)).statusCode, 403, 'while there is a chief')
  const asked = await as('chief')({ method: 'POST', url: `/api/officers/${made.id}/confirmation` })
  assert.equal(asked.json().code, 'step_up_required')
  const confirmed = await confirm('chief', made.id)
  assert.equal(confirmed.json().unconfirmedSince, null, confirmed.body)
  assert.equal((await confirm('chief', made.id)).statusCode, 409)
  assert.ok(!(await alarms('chief')).includes('accounts_unconfirmed'))
  assert.equal(await signIn(made.username, made.password), 200)
})

test('neither by the way of a role, nor by a password she knows', async () => {
  const auditor = await open('administrator', 'auditor')
  assert.equal(auditor.unconfirmedSince, null)
  const url = `/api/officers/${auditor.id}`
  const raised = await as('administrator')({ method: 'PATCH', url, payload: { role: 'officer' } })
  assert.ok(raised.json().unconfirmedSince, raised.body)
  assert.equal(await signIn(auditor.username, auditor.password), 401)

  const reset = await post('administrator', `/api/officers/${world.officers.officer}/password-reset`, {
    removeSecondFactor: true,
  })
  const { initialPassword } = reset.json()
  assert.equal(await signIn(usernameOf('officer'), initialPassword), 401)
  assert.equal((await confirm('chief', world.officers.officer)).statusCode, 200)
  assert.equal(await signIn(usernameOf('officer'), initialPassword), 200)
})

test('the only chief’s password is confirmed by a colleague, not by herself; suspending everybody opens nothing', async () => {
  const chiefs = await context.pool.connect()
  try {
    await chiefs.query(`begin; set local app.station_id = '${world.stationId}'`)
    await chiefs.query(`update officers set role = 'auditor' where role = 'chief' and id <> $1`, [
      world.officers.chief,
    ])
    await chiefs.query('commit')
  } finally {
    chiefs.release()
  }
  const chief = world.officers.chief
  const device = await signedIn('chief', '10.0.7.2')
  await post('administrator', `/api/officers/${chief}/password-reset`)
  assert.equal((await device.get('/api/session')).statusCode, 401)
  assert.ok((await alarms('eastAuxiliary')).includes('accounts_unconfirmed'))
  for (const who of ['officer', 'eastAuxiliary', 'westAuxiliary'] as const)
    await post('administrator', `/api/officers/${world.officers[who]}/suspension`, { reason: '试试' })
  const made = await open('administrator', 'chief')
  assert.ok(made.unconfirmedSince, 'nobody is left who could confirm it, and still it waits')
  assert.equal(await signIn(made.username, made.password), 401)
  await as('administrator')({
    method: 'DELETE',
    url: `/api/officers/${world.officers.eastAuxiliary}/suspension`,
  })
  assert.equal((await confirm('eastAuxiliary', chief)).statusCode, 200)
})

test('what a chief opens herself works at once', async () => {
  const made = await open('chief', 'auxiliary')
  assert.equal(made.unconfirmedSince, null)
  assert.equal(await signIn(made.username, made.password), 200)
})
