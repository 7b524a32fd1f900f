import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'
import { keepFollows } from './keep-follows.ts'
import { readClues } from './link-clues.ts'

const { as, context, world } = await startTestServer()
const { stationId, villages } = world

const record = async (name: string, phone: string, villageId: string, address: string): Promise<string> =>
  (
    await as('chief')({
      method: 'POST',
      url: '/api/residents',
      payload: { name, phone, household: { villageId, address } },
    })
  ).json().id
const her = await record('张桂兰', '13900001001', villages.east, '东村3组12号')
const same = await record('张桂兰', '', villages.west, '西村1组5号')
const neighbour = await record('李大山', '', villages.east, '东村3组12号')

const meet = async (externalUserId: string, remark: string, mobiles: string[] = []): Promise<string> => {
  const [kept] = await inStation(context.pool, stationId, (tx) =>
    keepFollows(tx, [
      {
        contact: { externalUserId, name: '平安是福', avatar: '', kind: 1, unionId: '' },
        follow: {
          userId: 'LiXiuYing',
          remark,
          description: '',
          createdAt: 1_700_000_000,
          tags: [],
          mobiles,
          addWay: 1,
          state: '',
        },
      },
    ]),
  )
  return kept!.contactId
}
const suggestions = async (id: string, officer: 'chief' | 'westAuxiliary' = 'chief') => {
  const answer = await as(officer)({ url: `/api/external-contacts/${id}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer
    .json()
    .suggestions.map((each: { residentId: string; reasons: string[] }) => [each.residentId, each.reasons])
}

test('the clues of a remark are numbers and names, without the village before them', () => {
  const clues = readClues(
    {
      name: '平安是福',
      phone: '',
      follows: [
        { remark: '东村 张桂兰 139 0000 1001', description: '3组12号', mobiles: ['+86 13900001002'] },
      ],
    },
    ['东村'],
  )
  assert.deepEqual(clues.names, ['平安是福', '张桂兰'])
  assert.deepEqual(clues.phones, ['13900001002'])
})

test('whose contact it may be is suggested with the reasons, the likeliest first, and linked by nobody but a person', async () => {
  const contact = await meet('wm1', '东村 张桂兰', ['13900001001'])
  assert.deepEqual(await suggestions(contact), [
    [her, ['phone', 'name', 'village']],
    [same, ['name']],
  ])
  assert.equal((await as('chief')({ url: `/api/contacts/${contact}` })).json().residentId, null)
  const byDoor = await meet('wm2', '东村3组12号')
  assert.deepEqual((await suggestions(byDoor)).map(([id]: [string]) => id).sort(), [her, neighbour].sort())
})

test('a refused suggestion does not come again; a confirmed one is linked, and can be taken back', async () => {
  const contact = await meet('wm3', '东村 张桂兰')
  const refuse = await as('chief')({
    method: 'POST',
    url: `/api/external-contacts/${contact}/link-refusals`,
    payload: { residentId: same },
  })
  assert.equal(refuse.statusCode, 200, refuse.body)
  assert.deepEqual(await suggestions(contact), [[her, ['name', 'village']]])
  const link = (residentId: string | null) =>
    as('chief')({ method: 'POST', url: `/api/contacts/${contact}/resident`, payload: { residentId } })
  assert.equal((await link(her)).statusCode, 200)
  const shown = (await as('chief')({ url: `/api/external-contacts/${contact}` })).json()
  assert.deepEqual([shown.residentName, shown.address, shown.suggestions], ['张桂兰', '东村3组12号', []])
  assert.equal((await link(null)).statusCode, 200)
  assert.deepEqual(await suggestions(contact), [[her, ['name', 'village']]])
})

test('an auxiliary is suggested nobody of another village', async () => {
  const contact = await meet('wm4', '张桂兰')
  assert.deepEqual(await suggestions(contact, 'westAuxiliary'), [[same, ['name']]])
})
