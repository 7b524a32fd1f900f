import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type { Setup } from '../../../contract/officers.ts'
import { createTestDatabase } from '../../../test/database.ts'
import { readConfig } from '../../platform/config.ts'
import { createPool } from '../../platform/database/pool.ts'
import type { AppError } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { createAuth } from './create-auth.ts'
import { inviteStation } from './invite-station.ts'
import { readInvitation } from './read-invitation.ts'
import { isSetupNeeded, readSetupToken, setUpStation } from './set-up-station.ts'
import { signIn } from './sign-in/sign-in.ts'
import { findStation } from './views.ts'

const database = await createTestDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-setup-'))
const pool = createPool(database.servingUrl, { max: 8, name: 'test' })
const context = { config: { ...readConfig({}), dataDir }, pool }
after(async () => {
  await pool.end()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

const form: Setup = {
  token: readSetupToken(context.config),
  stationName: '石桥镇派出所',
  code: '430182555',
  phone: '0731-00000000',
  address: '石桥镇正街',
  villages: [
    { code: '001', name: '上村' },
    { code: '002', name: '下村', latitude: 28.1, longitude: 112.3 },
  ],
  administrator: { username: 'admin.first', name: '管理员', password: 'a-rope-bridge-in-fog' },
}
const run = (change: Partial<Setup> = {}) =>
  setUpStation(context, { ...form, ...change }, 'request').then(
    () => 'done' as const,
    (error: AppError) => error.code,
  )

test('an empty installation waits for its first station, and the token stays the same', async () => {
  assert.equal(await isSetupNeeded(pool), true)
  assert.match(form.token, /^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/)
  assert.equal(readSetupToken(context.config), form.token)
})

test('without the token, with a weak password or with a doubled village nothing is made', async () => {
  assert.equal(await run({ token: '0000-0000-0000-0000' }), 'forbidden')
  assert.equal(await run({ administrator: { ...form.administrator, password: 'admin' } }), 'invalid')
  assert.equal(await run({ villages: [form.villages[0]!, form.villages[0]!] }), 'invalid')
  assert.equal(await isSetupNeeded(pool), true)
})

test('of five at the same moment one is done, and afterwards none', async () => {
  const codes = ['430182551', '430182552', '430182553', '430182554', '430182555']
  const results = await Promise.all(codes.map((code) => run({ code })))
  assert.deepEqual(results.toSorted(), ['conflict', 'conflict', 'conflict', 'conflict', 'done'])
  assert.equal(await run(), 'conflict')
  const { rows } = await pool.query('select count(*) as n from stations')
  assert.equal(rows[0].n, 1)
  assert.equal(await isSetupNeeded(pool), false)
})

test('its administrator signs in with the password she chose', async () => {
  const device = { address: '10.0.0.1', name: 'test', oldToken: null, requestId: 'request' }
  const token = await signIn(pool, createAuth(context), form.administrator, device)
  assert.match(token, /^[A-Za-z0-9]{32}$/)
  const { rows } = await pool.query('select code from stations')
  assert.equal((await findStation(pool, rows[0].code))?.demo, false)
})

const later = new Date(Date.now() + 86_400_000)
const second = { code: '430182666', name: '河口镇派出所', until: later }
const link = inviteStation(context.config, second)
const keeper = { username: 'keeper.two', name: '管理员', password: 'nine-swans-on-a-weir' }
const found = (change: Partial<Setup> = {}) =>
  run({ token: link, code: second.code, stationName: second.name, administrator: keeper, ...change })

test('a link founds a further station: only that one, only in time, only as it was made', async () => {
  assert.deepEqual(await readInvitation(context, link), second)
  const [words, signature] = link.split('.') as [string, string]
  const other = Buffer.from(JSON.stringify(['430182667', '别的所', later.getTime()])).toString('base64url')
  for (const token of [`${other}.${signature}`, `${words}.${signature.slice(1)}`, `${link}.x`, words, '.'])
    assert.equal(await found({ token }), 'conflict', token)
  assert.equal(await found({ code: '430182667' }), 'invalid')
  const over = inviteStation(context.config, { ...second, until: new Date(Date.now() - 1000) })
  assert.equal(await found({ token: over }), 'forbidden')
  await assert.rejects(readInvitation(context, over), /已经过期/)
  await assert.rejects(readInvitation(context, words), /链接不对/)
})

test('of three who use the link at once one founds; then it is spent, and each station has its own people', async () => {
  const names = ['keeper.a', 'keeper.b', 'keeper.c']
  const results = await Promise.all(
    names.map((username) => found({ administrator: { ...keeper, username } })),
  )
  assert.deepEqual(results.toSorted(), ['conflict', 'conflict', 'done'])
  assert.equal(await found(), 'conflict')
  await assert.rejects(readInvitation(context, link), /已经建好了/)
  const { rows } = await pool.query('select id, code from stations order by code')
  assert.deepEqual(
    rows.map((row) => row.code).filter((code) => code === second.code),
    [second.code],
  )
  const device = { address: '10.0.0.1', name: 'test', oldToken: null, requestId: 'request' }
  const username = names[results.indexOf('done')]!
  assert.match(await signIn(pool, createAuth(context), { ...keeper, username }, device), /^[A-Za-z0-9]{32}$/)
  const stationId = rows.find((row) => row.code === second.code).id
  const seen = await inStation(pool, stationId, ({ client }) => client.query('select username from officers'))
  assert.deepEqual(seen.rows, [{ username }])
})
