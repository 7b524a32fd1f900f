import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { initialsOf } from './name-initials.ts'

const { as, asResident, context, world } = await startTestServer()
const { stationId, villages, contacts, officers } = world
const elsewhere = await createWorld(context.pool, '430182902')

type Page = { items: { id: string }[]; next: string | null }
type Officer = keyof typeof officers
const post = (officer: Officer, url: string, payload: object) => as(officer)({ method: 'POST', url, payload })
const patch = (officer: Officer, url: string, payload: object) =>
  as(officer)({ method: 'PATCH', url, payload })
const record = async (payload: object, officer: Officer = 'officer'): Promise<string> => {
  const answer = await post(officer, '/api/residents', payload)
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().id
}
const find = async (query: string, officer: Officer = 'officer', more = '') => {
  const answer = await as(officer)({ url: `/api/residents?query=${encodeURIComponent(query)}${more}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items.map(({ name }: { name: string }) => name)
}
const events = (name: string, subjectId: string) =>
  inStation(context.pool, stationId, async ({ client }) => {
    const text =
      'select actor_id, contact_id, village_id, data from events where name = $1 and subject_id = $2'
    return (await client.query(text, [name, subjectId])).rows
  })

const east = { villageId: villages.east, address: '东村一组1号' }
const west = { villageId: villages.west, address: '西村三组7号' }
const fang = await record({ name: '方志敏秀', phone: '139 0000-1001', household: east })
await record({ name: '方敏', phone: '13900001002', household: west })
await record({ name: '欧阳桂兰', household: west })
await record({ name: '曾解元', note: '听力不好，说话要慢。' })

test('people are found by one to four characters of the name, wherever they stand', async () => {
  assert.deepEqual(await find('方'), ['方志敏秀', '方敏'])
  assert.deepEqual(await find('敏'), ['方志敏秀', '方敏'])
  assert.deepEqual(await find('志敏'), ['方志敏秀'])
  assert.deepEqual(await find('阳桂兰'), ['欧阳桂兰'])
  assert.deepEqual(await find('方志敏秀'), ['方志敏秀'])
  assert.deepEqual(await find('方秀'), [])
  assert.deepEqual(await find('%'), [])
  assert.deepEqual(await find('_'), [])
})

test('any piece of any name finds it, and nothing that lacks the piece', async () => {
  const letters = [...'赵钱孙李周吴郑王秀英桂兰']
  const name = fc
    .array(fc.constantFrom(...letters), { minLength: 2, maxLength: 4 })
    .map((list) => list.join(''))
  const names = fc.sample(name, { numRuns: 60, seed: 7110 })
  await inStation(context.pool, elsewhere.stationId, ({ db }) =>
    db
      .insertInto('residents')
      .values(names.map((each) => ({ stationId: elsewhere.stationId, id: newId(), name: each })))
      .execute(),
  )
  for (const piece of [...letters, '王秀', '李桂', '赵钱', '英桂兰', ...names.slice(0, 10)]) {
    const url = `/api/residents?limit=100&query=${encodeURIComponent(piece)}`
    const { items } = (await as('officer', elsewhere)({ url })).json()
    const found = items.map((item: { name: string }) => item.name).sort()
    assert.deepEqual(found, names.filter((each) => each.includes(piece)).sort(), piece)
  }
})

test('initials, telephone in any spelling, door and nickname find too', async () => {
  assert.deepEqual(await find('fzm'), ['方志敏秀'])
  assert.deepEqual(await find('OYGL'), ['欧阳桂兰'])
  assert.deepEqual(
    await find('zxy'),
    ['曾解元'].filter(() => initialsOf('曾解元') === 'zxy'),
  )
  assert.deepEqual(await find('1390000-1001'), ['方志敏秀'])
  assert.deepEqual(await find('00001002'), ['方敏'])
  assert.deepEqual(await find('三组7号'), ['方敏', '欧阳桂兰'])
  await post('officer', `/api/contacts/${contacts.chen}/resident`, { residentId: fang })
  assert.deepEqual(await find('陈大妈'), ['方志敏秀'])
})

test('lists are narrowed to a village and read on page by page', async () => {
  assert.deepEqual(await find('', 'officer', `&villageId=${villages.west}`), ['方敏', '欧阳桂兰'])
  const pages: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const answer: Page = (
      await as('officer')({ url: `/api/residents?limit=1${after && `&after=${after}`}` })
    ).json()
    pages.push(...answer.items.map(({ id }) => id))
    after = answer.next
  }
  assert.equal(pages.length, 4)
  assert.equal(new Set(pages).size, 4)
  assert.equal((await as('officer')({ url: '/api/residents?after=nonsense' })).statusCode, 400)
})

test('an auxiliary sees her villages and the unknown; others’ people are as if they were not there', async () => {
  assert.deepEqual(await find('', 'eastAuxiliary'), ['方志敏秀', '曾解元'])
  const [{ id: min }] = (await as('officer')({ url: '/api/residents?query=方敏' })).json().items
  for (const [method, url, payload] of [
    ['GET', `/api/residents/${min}`],
    ['PATCH', `/api/residents/${min}`, { note: 'x' }],
    ['GET', `/api/contacts/${contacts.liu}`],
    ['PATCH', `/api/contacts/${contacts.liu}`, { name: 'x' }],
    ['GET', `/api/contacts/${contacts.liu}/reads`],
    ['POST', `/api/contacts/${contacts.liu}/resident`, { residentId: fang }],
    ['POST', `/api/contacts/${contacts.chen}/resident`, { residentId: min }],
    ['DELETE', `/api/contacts/${contacts.liu}/access`],
  ] as const) {
    const answer = await as('eastAuxiliary')({ method, url, ...(payload && { payload }) })
    assert.equal(answer.statusCode, 404, `${method} ${url}`)
  }
  const outside = await post('eastAuxiliary', '/api/residents', { name: '外村人', household: west })
  assert.equal(outside.statusCode, 400)
  assert.equal((await as('chief', elsewhere)({ url: `/api/residents/${min}` })).statusCode, 404)
})

test('who may not see residents is refused; a resident’s phone is no officer', async () => {
  for (const officer of ['administrator', 'auditor'] as const)
    for (const url of ['/api/residents', `/api/residents/${fang}`, `/api/contacts/${contacts.chen}`])
      assert.equal((await as(officer)({ url })).statusCode, 403)
  assert.equal((await asResident('chen')({ url: `/api/residents/${fang}` })).statusCode, 401)
})

test('looking at a person is written down and can be asked for by contact', async () => {
  await as('eastAuxiliary')({ url: `/api/residents/${fang}` })
  await as('officer')({ url: `/api/contacts/${contacts.chen}` })
  const [look] = await events('resident.read', fang)
  assert.deepEqual([look.actor_id, look.contact_id], [officers.eastAuxiliary, contacts.chen])
  const { items } = (await as('chief')({ url: `/api/contacts/${contacts.chen}/reads` })).json()
  assert.deepEqual(
    items
      .slice(0, 2)
      .map(({ officerName, name }: { officerName: string; name: string }) => [officerName, name]),
    [
      ['李民警', 'resident.read'],
      ['王辅警', 'resident.read'],
    ],
  )
  await find('方敏', 'officer')
  const searched = await events('resident.searched', officers.officer)
  const { found, ids, ...rest } = searched.at(-1).data
  assert.deepEqual([found, ids.length, rest], [1, 1, {}], 'who was found, not what was typed')
})

test('a person shows her household, family and contacts', async () => {
  const child = await record({ name: '方小宝', household: east })
  const shown = (await as('officer')({ url: `/api/residents/${fang}` })).json()
  assert.deepEqual(shown.family, [{ id: child, name: '方小宝' }])
  assert.equal(shown.household.villageName, '东村')
  assert.deepEqual(
    shown.contacts.map(({ id }: { id: string }) => id),
    [contacts.chen],
  )
  await patch('officer', `/api/residents/${child}`, { household: null })
  assert.deepEqual((await as('officer')({ url: `/api/residents/${fang}` })).json().family, [])
})

test('two who record the same door at once make one household; a renamed person is found by the new name', async () => {
  const door = { villageId: villages.west, address: '西村新屋9号' }
  const ids = await Promise.all(['甲一', '乙二', '丙三'].map((name) => record({ name, household: door })))
  const shown = await Promise.all(
    ids.map(async (id) => (await as('officer')({ url: `/api/residents/${id}` })).json()),
  )
  assert.equal(new Set(shown.map(({ household }) => household.id)).size, 1)
  await patch('officer', `/api/residents/${ids[0]}`, { name: '丁四' })
  assert.deepEqual(await find('ds'), ['丁四'])
  assert.deepEqual((await events('resident.changed', ids[0]!))[0].data, { fields: ['name'] })
})

test('two officers who confirm different people at once: one succeeds, the other is told', async () => {
  const [one, two] = [await record({ name: '刘一' }), await record({ name: '刘二' })]
  const url = `/api/contacts/${contacts.liu}/resident`
  const answers = await Promise.all([
    post('officer', url, { residentId: one }),
    post('chief', url, { residentId: two }),
  ])
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409])
  assert.match(answers.find((answer) => answer.statusCode === 409)!.json().message, /已经确认是另一位居民/)
  assert.equal((await post('officer', url, { residentId: null })).statusCode, 200)
  assert.equal((await post('officer', url, { residentId: two })).statusCode, 200)
  assert.equal((await as('officer')({ url: `/api/contacts/${contacts.liu}` })).json().residentName, '刘二')
  assert.equal((await events('contact.linked', contacts.liu)).length, 3)
})

test('a contact is corrected; the village must be the station’s', async () => {
  const url = `/api/contacts/${contacts.liu}`
  assert.equal(
    (await patch('officer', url, { name: '刘师傅（木匠）', phone: '139 0000 2002' })).statusCode,
    200,
  )
  assert.equal((await patch('officer', url, { villageId: elsewhere.villages.east })).statusCode, 400)
  const shown = (await as('officer')({ url })).json()
  assert.deepEqual([shown.name, shown.phone, shown.villageName], ['刘师傅（木匠）', '139 0000 2002', '西村'])
  assert.equal((await patch('officer', `/api/contacts/${newId()}`, { name: 'x' })).statusCode, 404)
})

test('a repeated request records one person', async () => {
  const headers = { 'idempotency-key': newId() }
  const send = () =>
    as('officer')({ method: 'POST', url: '/api/residents', payload: { name: '独一人' }, headers })
  const answers = await Promise.all([send(), send()])
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1)
  assert.deepEqual(await find('独一人'), ['独一人'])
})
