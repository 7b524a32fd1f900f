import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { stationDay } from '../../../platform/station-day.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { indexEntries } from '../../search/index-entries.ts'

const { as, asResident, context, world } = await startTestServer()
const { stationId, villages, contacts } = world
const elsewhere = await createWorld(context.pool, '430182902')

type Officer = keyof typeof world.officers
const call = (
  method: 'POST' | 'PATCH' | 'DELETE' | 'GET',
  url: string,
  payload?: object,
  who: Officer = 'officer',
) => as(who)({ method, url, ...(payload && { payload }) })
const record = async (payload: object): Promise<string> => {
  const answer = await call('POST', '/api/residents', payload)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}
const show = async (id: string, who: Officer = 'officer') =>
  (await call('GET', `/api/residents/${id}`, undefined, who)).json()
const eventsOf = (id: string) =>
  inStation(context.pool, stationId, async ({ client }) => {
    const { rows } = await client.query(
      `select name, data from events where subject_id = $1 and name like 'resident.%' and name <> 'resident.read' order by id`,
      [id],
    )
    return rows.map(({ name }) => name)
  })

const east = { villageId: villages.east, address: '一组1号' }
const mother = await record({
  ...{ name: '刘桂英', phone: '13900000001', household: east, nicknames: [' 英嗲 ', '英嗲', ' '] },
  ...{ bornOn: '1948-03-05', languages: ['宁乡话'], needs: ['hearing', 'hearing', 'large_letters'] },
})
const son = await record({ name: '陈志强', household: east })
const west = await record({ name: '西村人', household: { villageId: villages.west, address: '三组7号' } })

test('an entry says how she is called, when she was born, what she understands and needs', async () => {
  const { nicknames, bornOn, languages, needs } = await show(mother)
  assert.deepEqual(
    { nicknames, bornOn, languages, needs },
    { nicknames: ['英嗲'], bornOn: '1948-03-05', languages: ['宁乡话'], needs: ['hearing', 'large_letters'] },
  )
  await call('PATCH', `/api/residents/${mother}`, { languages: ['宁乡话', '普通话'], bornOn: null })
  const changed = await show(mother)
  assert.deepEqual([changed.languages, changed.bornOn], [['宁乡话', '普通话'], null])
  await call('PATCH', `/api/residents/${mother}`, { bornOn: '1948-03-05' })
})

test('what cannot be is refused in a sentence', async () => {
  const tomorrow = stationDay(new Date(Date.now() + 864e5))
  const table: [object, RegExp][] = [
    [{ bornOn: tomorrow }, /不能在今天以后/],
    [{ bornOn: '1899-12-31' }, /太早了/],
    [{ bornOn: '1948-02-30' }, /出生日期/],
    [{ name: '刘'.repeat(200) }, /姓名”太长了，最多 40 个字/],
    [{ nicknames: ['刘'.repeat(21)] }, /别名”太长了，最多 20 个字/],
    [{ nicknames: Array.from({ length: 9 }, (_, at) => `别名${at}`) }, /最多 8 个/],
    [{ needs: ['deaf'] }, /要照顾的地方/],
  ]
  for (const [change, sentence] of table) {
    const answer = await call('PATCH', `/api/residents/${mother}`, change)
    assert.equal(answer.statusCode, 400, JSON.stringify(change))
    assert.match(answer.json().message, sentence)
    assert.doesNotMatch(answer.json().message, /[a-z]/i)
  }
  assert.equal(
    (await call('PATCH', `/api/residents/${mother}`, { bornOn: stationDay(new Date()) })).statusCode,
    200,
  )
  await call('PATCH', `/api/residents/${mother}`, { bornOn: '1948-03-05' })
})

test('further telephones: whose they are, found by the list, said once, ended with who and when', async () => {
  const add = (phone: string, whose: string) =>
    call('POST', `/api/residents/${mother}/phones`, { phone, whose })
  const first = await add('139 0000-7777', 'family')
  assert.equal(first.statusCode, 201, first.body)
  assert.equal((await add('13900007777', 'own')).json().id, first.json().id, 'the same number is one row')
  assert.deepEqual(
    (await show(mother)).phones.map((row: { phone: string; whose: string }) => [row.phone, row.whose]),
    [['139 0000-7777', 'family']],
  )
  const find = async (words: string) =>
    (await call('GET', `/api/residents?query=${encodeURIComponent(words)}`))
      .json()
      .items.map(({ id }: { id: string }) => id)
  assert.deepEqual(await find('13900007777'), [mother])
  assert.deepEqual(await find('英嗲'), [mother])
  assert.equal((await add('--', 'own')).statusCode, 400)

  const url = `/api/residents/${mother}/phones/${first.json().id}`
  assert.equal((await call('DELETE', `/api/residents/${son}/phones/${first.json().id}`)).statusCode, 404)
  assert.equal((await call('DELETE', url)).statusCode, 200)
  assert.equal((await call('DELETE', url)).statusCode, 200, 'a second tap')
  assert.deepEqual(await find('13900007777'), [])
  assert.deepEqual(
    (await eventsOf(mother)).filter((name) => name.startsWith('resident.phone')),
    ['resident.phone_added', 'resident.phone_ended'],
  )
})

test('the search finds nicknames and further telephones too', async () => {
  await call('POST', `/api/residents/${mother}/phones`, { phone: '13900008888', whose: 'neighbour' })
  while ((await inStation(context.pool, stationId, indexEntries)) > 0);
  const search = async (words: string) =>
    (await call('GET', `/api/search?text=${encodeURIComponent(words)}`)).body
  for (const words of ['英嗲', '13900008888']) assert.match(await search(words), new RegExp(mother), words)
})

test('a relation is seen from both sides, said once, and never runs in a circle', async () => {
  const relate = (kind: string, outward: boolean, otherId = son) =>
    call('POST', `/api/residents/${mother}/relations`, { otherId, kind, outward })
  const parent = await relate('parent', true)
  assert.equal(parent.statusCode, 201, parent.body)
  assert.equal((await relate('parent', true)).json().id, parent.json().id)
  const seen = async (id: string) =>
    (await show(id)).relations.map((row: { other: { id: string }; kind: string; outward: boolean }) => [
      row.other.id,
      row.kind,
      row.outward,
    ])
  assert.deepEqual(await seen(mother), [[son, 'parent', true]])
  assert.deepEqual(await seen(son), [[mother, 'parent', false]])
  assert.equal((await relate('parent', false)).statusCode, 409)
  assert.equal((await relate('spouse', true, mother)).statusCode, 400)
  const carer = await relate('carer', false)
  assert.equal(carer.statusCode, 201)
  const end = () => call('DELETE', `/api/residents/${son}/relations/${carer.json().id}`)
  assert.deepEqual([(await end()).statusCode, (await end()).statusCode], [200, 200])
  assert.deepEqual(await seen(mother), [[son, 'parent', true]])
  assert.equal((await eventsOf(son)).filter((name) => name === 'resident.unrelated').length, 1)
  // Somebody of a village she does not have is left out for the auxiliary, and cannot be reached by her.
  await relate('sibling', true, west)
  assert.equal((await seen(mother)).length, 2)
  assert.equal((await show(mother, 'eastAuxiliary')).relations.length, 1)
  for (const [method, url, body] of [
    ['POST', `/api/residents/${west}/phones`, { phone: '13900000002', whose: 'own' }],
    ['POST', `/api/residents/${mother}/relations`, { otherId: west, kind: 'spouse', outward: true }],
    ['POST', `/api/residents/${west}/consents`, { purpose: 'phone', state: 'in_force', how: 'spoken' }],
    ['GET', `/api/residents/${west}/consents`],
    ['GET', `/api/residents/${west}/reads`],
  ] as const)
    assert.equal((await call(method, url, body, 'eastAuxiliary')).statusCode, 404, url)
})

test('who looked is told to officers on the entry and to herself, also by the ledger of answers', async () => {
  await call('POST', `/api/contacts/${contacts.chen}/resident`, { residentId: mother })
  await call('GET', `/api/residents/${mother}/consents`, undefined, 'chief')
  const { items } = (await call('GET', `/api/residents/${mother}/reads`)).json()
  assert.equal(items[0].officerName, '周所长')
  assert.equal(items.filter(({ officerName }: { officerName: string }) => officerName === '周所长').length, 1)
  const own = (await asResident('chen')({ url: '/api/resident/reads' })).json()
  assert.ok(own.items.some(({ officerName }: { officerName: string }) => officerName === '周所长'))
  const stranger = await as('officer', elsewhere)({ url: `/api/residents/${mother}/reads` })
  assert.equal(stranger.statusCode, 404)
})
