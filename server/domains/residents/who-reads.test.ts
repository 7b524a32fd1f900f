import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSignInServer } from '../../../test/sign-in.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { somebodyReads } from '../officers/somebody-reads.ts'
import { issueAccessLink } from './access-link.ts'
import { residentSecret } from './authenticate-resident.ts'

const { context, signInApp, world, signedIn } = await startSignInServer()
const { east, west } = world.villages
const reads = (villageId: string | null = null) =>
  inStation(context.pool, world.stationId, (tx) => somebodyReads(tx, villageId, new Date()))
/** As if everybody signed in so far had last done something so many minutes ago. */
const idle = (minutes: number) =>
  context.pool.query('update auth.session set last_seen_at = now() - make_interval(mins => $1)', [minutes])

test('the roster alone is nobody at the screen; who signs in is, for five minutes after her last act', async () => {
  await inStation(context.pool, world.stationId, ({ client }) =>
    client.query(
      `insert into duty_shifts (station_id, id, officer_id, kind, starts_at, ends_at)
       values ($1, $2, $3, 'desk', now() - interval '1 hour', now() + interval '1 hour')`,
      [world.stationId, newId(), world.officers.officer],
    ),
  )
  assert.equal(await reads(), false)
  const officer = await signedIn('officer')
  assert.equal(await reads(), true)
  await idle(4)
  assert.equal(await reads(), true)
  await idle(6)
  assert.equal(await reads(), false)
  const refresh = { method: 'GET', url: '/api/session', headers: { 'x-background': 'yes' } } as const
  assert.equal((await officer.call(refresh)).statusCode, 200)
  assert.equal(await reads(), false, 'a page that only refreshes itself is nobody')
  assert.equal((await officer.get('/api/session')).statusCode, 200)
  await idle(0)
  assert.equal(await reads(), true)
  assert.equal((await officer.delete('/api/session')).statusCode, 200)
  assert.equal(await reads(), false, 'signed out')
})

test('who may not answer reads nothing; an auxiliary reads for her villages, at the desk for all', async () => {
  await signedIn('auditor')
  await signedIn('administrator')
  assert.equal(await reads(east), false)
  await signedIn('eastAuxiliary')
  assert.deepEqual([await reads(east), await reads(west), await reads(null)], [true, false, false])
  await inStation(context.pool, world.stationId, ({ client }) =>
    client.query('update duty_shifts set officer_id = $2 where station_id = $1', [
      world.stationId,
      world.officers.eastAuxiliary,
    ]),
  )
  assert.deepEqual([await reads(west), await reads(null)], [true, true])
})

test('the phone page says it of the village its resident lives in', async () => {
  await inStation(context.pool, world.stationId, ({ client }) =>
    client.query('delete from duty_shifts where station_id = $1', [world.stationId]),
  )
  const page = async (cookie: string) => {
    const answer = await signInApp.inject({
      url: `/api/public/station?code=${world.code}`,
      headers: { cookie },
    })
    const visit = await signInApp.inject({
      method: 'POST',
      url: '/api/resident/visit',
      payload: { stationCode: world.code },
      headers: { cookie },
    })
    assert.equal(visit.json().station.attended, answer.json().attended)
    return answer.json().attended
  }
  const phoneOf = async (contactId: string) => {
    const actor = { kind: 'system', id: null } as const
    const link = await inStation(context.pool, world.stationId, (tx) =>
      issueAccessLink(tx, actor, contactId, { secret: residentSecret(context), origin: '' }),
    )
    const payload = { token: link.token }
    const opened = await signInApp.inject({ method: 'POST', url: '/api/resident/access', payload })
    const [cookie] = opened.cookies
    return `${cookie!.name}=${cookie!.value}`
  }
  assert.equal(await page(''), false)
  assert.equal(await page(await phoneOf(world.contacts.chen)), true, 'east, where the auxiliary reads')
  assert.equal(await page(await phoneOf(world.contacts.liu)), false, 'west')
})
