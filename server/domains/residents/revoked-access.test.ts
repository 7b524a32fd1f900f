import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { validVersions } from './revoked-access.ts'

const { context, world } = await startTestServer()
const { stationId, contacts } = world
const { pool } = context
const change = (text: string) => inStation(pool, stationId, ({ client }) => client.query(text))

test('what another process revoked is known here after five seconds at the latest', async () => {
  const start = Date.now()
  assert.equal((await validVersions(pool, stationId, start)).size, 0)
  await change(`update contacts set access_version = 3 where id = '${contacts.chen}'`)
  await change(`update contacts set removed_at = now() where id = '${contacts.liu}'`)
  assert.equal((await validVersions(pool, stationId, start + 4900)).size, 0)
  const known = await validVersions(pool, stationId, start + 5001)
  assert.equal(known.get(contacts.chen), 3)
  assert.ok(known.get(contacts.liu)! > 2 ** 32, 'no token reaches a removed contact')
})

test('a hundred phones at once ask the database once', async () => {
  const station = newId()
  const answers = await Promise.all(Array.from({ length: 100 }, () => validVersions(pool, station)))
  assert.equal(new Set(answers).size, 1)
})

test('who guesses codes from one address is stopped', async () => {
  const nobody = async () => null
  const app = await createApp(context, { officer: nobody, resident: nobody }, { rateLimits: true })
  after(() => app.close())
  const payload = { stationCode: world.code, number: '261123-0001', code: '000000' }
  const guess = async () =>
    (await app.inject({ method: 'POST', url: '/api/resident/access-code', payload })).statusCode
  for (let i = 0; i < 10; i++) assert.equal(await guess(), 401)
  assert.equal(await guess(), 429)
})
