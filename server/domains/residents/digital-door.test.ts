import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Channel } from '../../../contract/vocabulary.ts'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { doorOf, requireDoor } from './digital-door.ts'

const { anonymous, as, context, world } = await startTestServer()
const inside = <T>(work: Parameters<typeof inStation<T>>[2]) => inStation(context.pool, world.stationId, work)
const door = (contactId: string) => inside((tx) => doorOf(tx, contactId))

async function newContact(channel: Channel): Promise<string> {
  const id = newId()
  const { stationId } = world
  await inside(({ db }) => db.insertInto('contacts').values({ stationId, id, channel }).execute())
  return id
}
const post = (url: string) => as('officer')({ method: 'POST', url })

test('who uses the phone page sees what is written; who rang up, came or wrote by WeChat does not', async () => {
  assert.equal(await door(world.contacts.chen), 'web')
  for (const channel of ['phone', 'walk_in', 'seen_elsewhere', 'wechat'] as const)
    assert.equal(await door(await newContact(channel)), null, channel)
  assert.equal(await door(newId()), null, 'nobody')
})

test('a link opens the door when it is used, not when it is made; a lost phone shuts it', async () => {
  const id = await newContact('phone')
  const open = async () => {
    const { token } = (await post(`/api/contacts/${id}/access-link`)).json()
    assert.equal(await door(id), before)
    const payload = { token }
    assert.equal((await anonymous({ method: 'POST', url: '/api/resident/access', payload })).statusCode, 200)
  }
  const before = null
  await open()
  assert.equal(await door(id), 'web')
  const shut = await as('officer')({ method: 'DELETE', url: `/api/contacts/${id}/access` })
  assert.equal(shut.statusCode, 200)
  assert.equal(await door(id), null)
  await assert.rejects(
    inside((tx) => requireDoor(tx, id)),
    /请打电话、当面或书面告诉/,
  )
  await open()
  assert.equal(await door(id), 'web')
})

test('six digits open it too; shutting other phones out from her own leaves hers open', async () => {
  const id = await newContact('walk_in')
  const number = `T-${id.slice(-6)}`.toUpperCase()
  await inside(({ client }) =>
    client.query(
      `insert into conversations (station_id, id, number, contact_id, channel, scenario, opened_at, last_message_at)
       values ($1, $2, $3, $4, 'walk_in', 'business', now(), now())`,
      [world.stationId, newId(), number, id],
    ),
  )
  const { code } = (await post(`/api/contacts/${id}/access-code`)).json()
  assert.equal(await door(id), null)
  const opened = await anonymous({
    method: 'POST',
    url: '/api/resident/access-code',
    payload: { stationCode: world.code, number, code },
  })
  assert.equal(opened.statusCode, 200, opened.body)
  assert.equal(await door(id), 'web')
  const [cookie] = opened.cookies
  const others = await anonymous({
    method: 'DELETE',
    url: '/api/resident/access',
    headers: { cookie: `${cookie!.name}=${cookie!.value}` },
  })
  assert.equal(others.statusCode, 200)
  assert.equal(await door(id), 'web')
})

test('a phone page whose phone was lost has no door until she is back', async () => {
  await as('officer')({ method: 'DELETE', url: `/api/contacts/${world.contacts.liu}/access` })
  assert.equal(await door(world.contacts.liu), null)
})
