import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HouseholdRows } from '../../../../contract/households.ts'
import type { HouseholdMatters, VillagePage } from '../../../../contract/places.ts'
import { newId } from '../../../platform/id.ts'
import { startHouseholds } from '../../residents/households/households.fixture.ts'

const town = await startHouseholds()
const { as, asResident, ask, call, household, post, today, world } = town
type Officer = keyof typeof world.officers

const get = async <T>(url: string, officer: Officer = 'officer'): Promise<T> => {
  const answer = await as(officer)({ url })
  assert.equal(answer.statusCode, 200, `${url} ${answer.body}`)
  return answer.json()
}
const list = async (query: string, officer?: Officer) =>
  (await get<HouseholdRows>(`/api/households?${query}`, officer)).items.map(({ address }) => address)

const chen = await household(['陈秀英', '陈小军', '陈小芳', '陈伯'], 'east', '2001-01-01')
const wang = await household(['王建国'], 'east', '2015-01-01')
const liu = await household(['刘师傅'], 'west', '2005-01-01')
const door = async (id: string, address: string) =>
  as('officer')({ method: 'PATCH', url: `/api/households/${id}`, payload: { address, villageGroup: '' } })
await door(chen.id, '东村3组10号')
await door(wang.id, '东村3组2号')
await as('officer')({ method: 'PATCH', url: `/api/households/${chen.id}`, payload: { villageGroup: '3组' } })
await post(`/contacts/${world.contacts.chen}/resident`, { residentId: chen.people[0] })
await post(`/households/${chen.id}/absences`, { residentId: chen.people[1], reason: 'work', on: today })

test('households are found by door and name, by village, group, reach and state, in the order of their doors', async () => {
  assert.deepEqual(await list(`villageId=${world.villages.east}`), ['东村3组2号', '东村3组10号'])
  assert.deepEqual(await list(`query=${encodeURIComponent('小芳')}`), ['东村3组10号'])
  assert.deepEqual(await list(`query=${encodeURIComponent('组2')}`), ['东村3组2号'])
  assert.deepEqual(await list(`query=${encodeURIComponent('%')}`), [])
  assert.deepEqual(await list(`group=${encodeURIComponent('3组')}`), ['东村3组10号'])
  assert.deepEqual(await list('reached=yes'), ['东村3组10号'])
  assert.equal((await list('reached=no')).length, 2)
  assert.equal((await list('sort=people'))[0], '东村3组10号')
  assert.equal((await list('sort=newest'))[0], '东村3组2号')
  const { items, total, groups } = await get<HouseholdRows>(
    `/api/households?villageId=${world.villages.east}&limit=5`,
  )
  const [row] = items.filter(({ id }) => id === chen.id)
  assert.deepEqual([row!.people, row!.away, row!.names[0], row!.names.length], [4, 1, '陈秀英', 3])
  assert.deepEqual([total, groups], [2, ['3组']])
})

test('a household that has moved away stands under what has become of it', async () => {
  const gone = await household(['搬走的'])
  await post(`/households/${gone.id}/end`, { kind: 'moved_out', on: today })
  assert.equal((await list('')).length, 3)
  assert.equal((await list('state=moved_out')).length, 1)
  assert.equal((await list('state=all')).length, 4)
  assert.deepEqual(await list('state=merged'), [])
})

test('pages follow one another and leave nobody out', async () => {
  const found: string[] = []
  for (let after: string | null = '0'; after !== null; ) {
    const page: HouseholdRows = await get(`/api/households?limit=1&after=${after}`)
    found.push(...page.items.map(({ id }) => id))
    after = page.next
  }
  assert.deepEqual(new Set(found), new Set([chen.id, wang.id, liu.id]))
  assert.equal(found.length, 3)
})

test('an auxiliary sees the households and the page of her villages only', async () => {
  assert.deepEqual(await list('', 'westAuxiliary'), [(await town.show(liu.id)).address])
  assert.deepEqual(await list(`villageId=${world.villages.east}`, 'westAuxiliary'), [])
  const missing = (await as('officer')({ url: `/api/villages/${newId()}` })).json().message
  for (const url of [`/api/villages/${world.villages.east}`, `/api/households/${chen.id}/matters`]) {
    const answer = await as('westAuxiliary')({ url })
    assert.deepEqual([answer.statusCode, answer.json().message], [404, missing], url)
    assert.equal((await as('chief', town.elsewhere)({ url })).statusCode, 404)
    assert.equal((await as('auditor')({ url })).statusCode, 403)
  }
})

test('what is open of a household and a village is on their pages, and that it was shown in the log', async () => {
  const asked = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: newId(), body: '我想问分户的事', fileIds: [], villageId: world.villages.east },
  })
  assert.equal(asked.statusCode, 201, asked.body)
  const { conversationId } = asked.json()
  const opened = await call('/cases', {
    ...{ kind: 'service', title: '陈家分户', scenario: 'business', channel: 'web' },
    ...{ villageId: world.villages.east, contactId: world.contacts.chen, conversationId, clientKey: newId() },
  })
  assert.ok(opened.statusCode < 300, opened.body)
  const matters = await get<HouseholdMatters>(`/api/households/${chen.id}/matters`)
  assert.equal(matters.reached, true)
  assert.deepEqual(
    [matters.conversations.map(({ id }) => id), matters.cases.map(({ title }) => title)],
    [[conversationId], ['陈家分户']],
  )
  assert.deepEqual((await get<HouseholdMatters>(`/api/households/${wang.id}/matters`)).conversations, [])
  await post(`/households/${chen.id}/arrivals`, { kind: 'born', on: today, name: '陈小宝' })
  const village = await get<VillagePage>(`/api/villages/${world.villages.east}`, 'eastAuxiliary')
  assert.deepEqual(
    [village.name, village.households, village.reached, village.people, village.away],
    ['东村', 2, 1, 6, 1],
  )
  assert.deepEqual(
    village.groups.map(({ name, households }) => [name, households]),
    [
      ['3组', 1],
      ['', 1],
    ],
  )
  assert.deepEqual([village.conversations.open, village.cases.open], [1, 1])
  assert.deepEqual([village.changes[0]!.kind, village.changes[0]!.person!.name], ['born', '陈小宝'])
  assert.deepEqual(
    village.responsible.map(({ name }) => name),
    ['王辅警'],
  )
  const looks = await ask<{ name: string }>(
    `select distinct name from events where actor_id = $1 and name like '%.listed'`,
    [world.officers.eastAuxiliary],
  )
  assert.deepEqual(looks.map(({ name }) => name).sort(), [
    'case.listed',
    'conversation.listed',
    'resident.listed',
  ])
})
