import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

const { context, world, as, anonymous } = await startTestServer()
const chief = as('chief')
type Village = { id: string; name: string; aliases: string[]; retiredAt: string | null }
const list = async (): Promise<Village[]> => (await chief({ url: '/api/villages' })).json().items
const names = async () => (await list()).map(({ name }) => name)
const add = (payload: object) => chief({ method: 'POST', url: '/api/villages', payload })
const change = (id: string, payload: object) =>
  chief({ method: 'PATCH', url: `/api/villages/${id}`, payload })
const retire = (id: string, by = chief) => by({ method: 'POST', url: `/api/villages/${id}/retirement` })
const restore = (id: string, by = chief) => by({ method: 'DELETE', url: `/api/villages/${id}/retirement` })
const order = (villageIds: string[], by = chief) =>
  by({ method: 'PUT', url: '/api/village-order', payload: { villageIds } })
const { east, west } = world.villages

test('a name or another name belongs to one village', async () => {
  const south = (await add({ code: '003', name: ' 南村 ', aliases: ['南边', '南边', ' '] })).json()
  assert.deepEqual([south.name, south.aliases], ['南村', ['南边']])
  for (const [code, name, aliases] of [
    ['004', '南村', []],
    ['005', '南边', []],
    ['006', '北村', ['南村']],
  ] as const) {
    const answer = await add({ code, name, aliases })
    assert.equal(answer.statusCode, 409)
    assert.equal(answer.json().details.village, '南村')
  }
  assert.equal((await add({ code: '007', name: '  ' })).statusCode, 400)
  assert.equal((await change(west, { aliases: ['南边'] })).statusCode, 409)
  assert.equal((await change(south.id, { aliases: ['南坡'] })).json().name, '南村')
  assert.equal((await change(south.id, { name: '南坡村' })).json().aliases[0], '南坡')
  // Two who choose one name at once: one gets it.
  const both = await Promise.all([add({ code: '008', name: '同名村' }), change(south.id, { name: '同名村' })])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
})

test('the order holds in every list, and a list that is not the whole one is refused', async () => {
  const ids = (await list()).map(({ id }) => id)
  const turned = ids.toReversed()
  assert.equal((await order(turned)).statusCode, 200)
  assert.deepEqual(
    (await list()).map(({ id }) => id),
    turned,
  )
  assert.equal((await order(turned.slice(1))).statusCode, 409)
  assert.equal((await order([...turned.slice(1), newId()])).statusCode, 404)
  assert.equal((await order([...turned, turned[0]!])).statusCode, 400)
  await order(ids)
})

test('a retired village stays on what was there and takes nothing new', async () => {
  const household = { villageId: west, address: '3组8号' }
  const before = await chief({
    method: 'POST',
    url: '/api/residents',
    payload: { name: '刘爱国', household },
  })
  assert.equal(before.statusCode, 201, before.body)
  assert.ok((await retire(west)).json().retiredAt)
  assert.equal((await retire(west)).statusCode, 409)

  const seen = (await chief({ url: `/api/residents/${before.json().id}` })).json()
  assert.equal(seen.household.villageName, '西村')
  const hers = await as('westAuxiliary')({ url: `/api/residents/${before.json().id}` })
  assert.equal(hers.statusCode, 200)
  assert.ok((await list()).find(({ id }) => id === west)?.retiredAt)

  const refused = await chief({
    method: 'POST',
    url: '/api/residents',
    payload: { name: '刘新来', household: { ...household, address: '3组9号' } },
  })
  assert.equal(refused.statusCode, 400)
  assert.match(refused.json().message, /从列表里选/)
  const page = (await anonymous({ url: '/api/public/station?code=430182901' })).json()
  assert.ok(!page.villages.some(({ id }: Village) => id === west))

  // Its name may go to the village it was merged into; then it cannot simply come back.
  assert.equal((await change(east, { aliases: ['西村'] })).statusCode, 200)
  assert.equal((await restore(west)).statusCode, 409)
  await change(east, { aliases: [] })
  assert.equal((await restore(west)).json().retiredAt, null)
  assert.equal((await restore(west)).statusCode, 409)
})

test('the last village in use stays, also when two are retired at once', async () => {
  const small = await createWorld(context.pool, '430182444')
  const by = as('chief', small)
  const answers = await Promise.all([retire(small.villages.east, by), retire(small.villages.west, by)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409])
  for (const deed of [retire, restore]) assert.equal((await deed(east, by)).statusCode, 404)
  assert.equal((await order([east], by)).statusCode, 404)
})

test('only the chief and the administrator do it; each deed is an entry without names in it', async () => {
  for (const key of ['officer', 'eastAuxiliary', 'auditor'] as const) {
    for (const deed of [retire, restore]) assert.equal((await deed(east, as(key))).statusCode, 403)
    assert.equal((await order([east], as(key))).statusCode, 403)
  }
  assert.equal((await retire(west, as('administrator'))).statusCode, 200)
  assert.equal((await restore(west, as('administrator'))).statusCode, 200)
  assert.deepEqual((await names()).slice(0, 2), ['东村', '西村'])
  const { rows } = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(
      `select name, data::text from events where station_id = $1 and name like 'village.%' order by id`,
      [tx.stationId],
    ),
  )
  assert.equal(rows.filter(({ name }) => name === 'village.retired').length, 2)
  assert.equal(rows.filter(({ name }) => name === 'village.restored').length, 2)
  assert.ok(rows.some(({ data }) => data.includes('position')))
  assert.ok(!rows.some(({ data }) => /村/.test(data)))
})
