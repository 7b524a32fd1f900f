import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as } = await startTestServer()
const chen = world.contacts.chen
const change = (payload: object, by = as('officer'), id = chen) =>
  by({ method: 'PATCH', url: `/api/contacts/${id}`, payload })
const show = async () => (await as('officer')({ url: `/api/contacts/${chen}` })).json()
const entries = () =>
  inStation(context.pool, world.stationId, async ({ client, stationId }) => {
    const { rows } = await client.query(
      `select actor_id, village_id, data from events where station_id = $1 and name = 'contact.changed'
       and subject_id = $2 order by id`,
      [stationId, chen],
    )
    return rows
  })

test('an officer puts right how somebody is called and reached; the entry says what, not the words', async () => {
  assert.equal((await change({ name: ' 陈秀英 ', phone: '138 0000 0001' })).statusCode, 200)
  const { name, phone, villageId } = await show()
  assert.deepEqual([name, phone, villageId], ['陈秀英', '138 0000 0001', world.villages.east])
  assert.equal((await change({ villageId: null })).statusCode, 200)
  assert.equal((await show()).villageName, null)
  await change({ villageId: world.villages.east }, as('eastAuxiliary'))
  assert.equal((await show()).villageName, '东村')
  assert.deepEqual(
    (await entries()).map(({ actor_id, data }) => [actor_id, data.fields]),
    [
      [world.officers.officer, ['name', 'phone']],
      [world.officers.officer, ['villageId']],
      [world.officers.eastAuxiliary, ['villageId']],
    ],
  )
})

test('what cannot be is refused and nothing changes', async () => {
  const before = await show()
  for (const payload of [
    { villageId: newId() },
    { phone: '请打村部' },
    { phone: '1'.repeat(21) },
    { name: '长'.repeat(41) },
    { residentId: newId() },
  ])
    assert.equal((await change(payload)).statusCode, 400, JSON.stringify(payload))
  await as('chief')({ method: 'POST', url: `/api/villages/${world.villages.west}/retirement` })
  const retired = await change({ villageId: world.villages.west })
  assert.equal(retired.statusCode, 400)
  assert.match(retired.json().message, /从列表里选/)
  assert.equal((await change({ name: '别人' }, as('westAuxiliary'))).statusCode, 404)
  for (const key of ['administrator', 'auditor'] as const)
    assert.equal((await change({ name: '别人' }, as(key))).statusCode, 403)
  assert.deepEqual(await show(), before)
})
