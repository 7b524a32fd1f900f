import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { checkImport } from './check-import.ts'
import { csv, importSteps } from './import-steps.fixture.ts'

const server = await startTestServer()
const { as, world, context } = server
const chief = as('chief')
const { stationId } = world
const { post, upload, show, work, rowsOf, check, start, bring, sql, person } = importSteps(server)

const entry = async (name: string) => {
  const { id } = await person(name)
  return (await chief({ url: `/api/residents/${id}` })).json()
}
const phonesOf = async (name: string) =>
  (await entry(name)).phones.map(({ phone, whose }: { phone: string; whose: string }) => [phone, whose])
const kinOf = async (name: string) =>
  (await entry(name)).relations.map(
    (each: { other: { name: string }; kind: string; outward: boolean }) =>
      `${each.other.name} ${each.kind} ${each.outward ? 'outward' : 'inward'}`,
  )
const numbers = '13900001001/0731-5550001；13900001001'
const family = [
  ['施大', '户主', '东村', '8组', '1号', numbers, '1950-1-1', '', '腿脚不好'],
  ['施妻', '妻子', '东村', '8组', '1号', '', '', '', ''],
  ['施儿', '长子', '东村', '8组', '1号', '13900001001、13900001003', '1975-1-1', '', ''],
  ['施娘', '母亲', '东村', '8组', '1号', '', '', '', ''],
  ['施孙', '孙女', '东村', '8组', '1号', '', '', '', ''],
  ['施弟', '弟弟', '东村', '8组', '1号', '', '', '', ''],
  ['施媳', '儿媳', '东村', '8组', '1号', '', '', '', ''],
  ['施早', '次子', '东村', '8组', '1号', '', '1949-1-1', '', ''],
]

test('telephones and relations are tried, written, written once, and taken back', async () => {
  const id = await upload(csv(family))
  const checked = await check(id)
  assert.deepEqual([checked.counts, checked.further], [{ new: 8 }, { phones: 2, relations: 5 }])
  const untold = (await rowsOf(id)).slice(6).map(({ why }: { why: string }) => why)
  assert.match(untold[0], /^与户主的关系没有记，这种关系系统里不记。$/)
  assert.match(untold[1], /出生日期对不上/)
  const done = await start(id)
  assert.deepEqual([done.written, done.furtherWritten], [{ new: 8 }, { phones: 2, relations: 5 }])
  assert.deepEqual(await phonesOf('施大'), [['07315550001', 'own']])
  assert.deepEqual([(await person('施大')).phone, (await person('施大')).note], ['13900001001', '腿脚不好'])
  // The number of her father's is hers as well: no mistake, and no matter.
  assert.deepEqual(
    [(await person('施儿')).phone, await phonesOf('施儿')],
    ['13900001001', [['13900001003', 'own']]],
  )
  assert.deepEqual((await kinOf('施大')).toSorted(), [
    '施儿 parent outward',
    '施妻 spouse inward',
    '施娘 parent inward',
    '施孙 grandparent outward',
    '施弟 sibling inward',
  ])
  assert.deepEqual(await kinOf('施妻'), ['施大 spouse outward'])
  assert.deepEqual(await kinOf('施媳'), [])
  const [event] = await sql(`select data from events where name = 'resident.imported' and subject_id = $1`, [
    (await person('施儿')).id,
  ])
  assert.deepEqual([event.data.phoneIds.length, event.data.relationIds.length], [1, 1])

  const again = await bring(family)
  assert.deepEqual(
    [again.checked.counts, again.checked.further, again.done.furtherWritten],
    [{ same: 8 }, { phones: 0, relations: 0 }, { phones: 0, relations: 0 }],
  )
  await post(`/${id}/undo`)
  await work(id)
  assert.equal((await show(id)).state, 'undone')
  assert.equal(await person('施大'), undefined)
  assert.deepEqual(await sql(`select id from resident_phones where phone like '%5550001'`), [])
})

test('of people who are in the register: only what is missing', async () => {
  await bring([
    ['褚大', '户主', '东村', '9组', '1号', '13900002001', '', '', ''],
    ['褚儿', '', '东村', '9组', '1号', '', '', '', ''],
    ['褚女', '', '东村', '9组', '1号', '', '', '', ''],
    ['褚妻', '', '东村', '9组', '1号', '', '', '', ''],
  ])
  const [father, son] = [await person('褚大'), await person('褚儿')]
  const relate = (otherId: string, kind: string) =>
    chief({
      method: 'POST',
      url: `/api/residents/${son.id}/relations`,
      payload: { otherId, kind, outward: true },
    })
  assert.equal((await relate(father.id, 'sibling')).statusCode, 201)
  assert.equal((await relate(father.id, 'carer')).statusCode, 201)
  const added = await chief({
    method: 'POST',
    url: `/api/residents/${father.id}/phones`,
    payload: { phone: '139 0000 2002', whose: 'family' },
  })
  assert.equal(added.statusCode, 201)
  const before = await sql(
    'select id, phone, ended_at from resident_phones union all select id, kind, ended_at from resident_relations order by id',
  )
  const { id, checked, done } = await bring([
    // Her first number stands second here, the other she has: neither differs.
    ['褚大', '户主', '东村', '9组', '1号', '13900002002/13900002001/13900002003', '', '', ''],
    ['褚儿', '子', '东村', '9组', '1号', '', '', '', ''],
    ['褚女', '女', '东村', '9组', '1号', '', '', '', ''],
    ['褚妻', '妻', '东村', '9组', '1号', '', '', '', ''],
    ['褚二', '妻', '东村', '9组', '1号', '', '', '', ''],
  ])
  assert.deepEqual(
    [checked.counts, checked.further],
    [
      { changed: 3, same: 1, new: 1 },
      { phones: 1, relations: 2 },
    ],
  )
  assert.deepEqual(done.furtherWritten, { phones: 1, relations: 2 })
  const rows = await rowsOf(id)
  assert.equal(rows[0].why, '补上或改：其他电话。')
  assert.match(rows[1].why, /^与户主的关系没有记，和已有的记录/)
  assert.equal(rows[2].why, '补上或改：亲属关系。')
  assert.deepEqual(await phonesOf('褚大'), [
    ['13900002003', 'own'],
    ['139 0000 2002', 'family'],
  ])
  assert.deepEqual((await kinOf('褚大')).toSorted(), [
    '褚儿 carer inward',
    '褚儿 sibling inward',
    '褚女 parent outward',
    '褚妻 spouse inward',
  ])
  await post(`/${id}/undo`)
  await work(id)
  assert.equal((await show(id)).state, 'undone')
  assert.deepEqual(
    await sql(
      'select id, phone, ended_at from resident_phones union all select id, kind, ended_at from resident_relations order by id',
    ),
    before,
  )
  assert.equal((await person('褚大')).phone, '13900002001')
})

test('whoever stands below: the head’s row brings the relation', async () => {
  const rows = [
    ['韩儿', '子', '东村', '10组', '1号', '', '', '', ''],
    ['韩妻', '妻', '东村', '10组', '1号', '', '', '', ''],
    ['韩大', '户主', '东村', '10组', '1号', '', '', '', ''],
  ]
  const { checked } = await bring(rows)
  assert.deepEqual(checked.further, { phones: 0, relations: 2 })
  assert.deepEqual((await kinOf('韩大')).toSorted(), ['韩儿 parent outward', '韩妻 spouse inward'])
  assert.deepEqual((await bring(rows)).checked.counts, { same: 3 })
  // A head who is in the register, and without a row in the file: her entry has an event of its own.
  const { id } = await bring([['韩女', '女', '东村', '10组', '1号', '', '', '', '']])
  assert.deepEqual(await kinOf('韩女'), ['韩大 parent inward'])
  const events = await sql(
    `select name, data from events where subject_id = $1 and data ->> 'importId' = $2 order by id`,
    [(await person('韩大')).id, id],
  )
  assert.deepEqual(
    events.map(({ name, data }) => [name, data.new, data.relationIds.length]),
    [['resident.imported', false, 1]],
  )
})

test('nothing where it is not certain who the head is', async () => {
  await bring([['杨大', '户主', '东村', '11组', '1号', '', '', '', '']])
  const { id, checked } = await bring([
    // The register has another head behind this door.
    ['朱大', '户主', '东村', '11组', '1号', '', '', '', ''],
    ['朱儿', '子', '东村', '11组', '1号', '', '', '', ''],
    // Two behind one door: whose son?
    ['秦大', '户主', '东村', '11组', '2号', '', '', '', ''],
    ['尤大', '户主', '东村', '11组', '2号', '', '', '', ''],
    ['秦儿', '子', '东村', '11组', '2号', '', '', '', ''],
    // Nobody is called the head.
    ['许儿', '子', '东村', '11组', '3号', '', '', '', ''],
  ])
  assert.deepEqual(checked.further, { phones: 0, relations: 0 })
  for (const { row, why } of (await rowsOf(id, 'new')).filter(({ row }: { row: number }) => row !== 4))
    assert.match(why, /不清楚户主/, `row ${row}`)
  assert.deepEqual(await kinOf('杨大'), [])
})

test('what was ended since is not taken back', async () => {
  const { id } = await bring([['吕大', '户主', '东村', '12组', '1号', '13900003001/13900003002', '', '', '']])
  const { id: resident, phones } = await entry('吕大')
  await chief({ method: 'DELETE', url: `/api/residents/${resident}/phones/${phones[0].id}` })
  await post(`/${id}/undo`)
  await work(id)
  const after = await show(id)
  assert.equal(after.state, 'done')
  assert.match(after.trouble, /1 条后来改过/)
  assert.ok(await person('吕大'))
})

test('what somebody recorded since the rows were compared is left as it is', async () => {
  await bring([
    ['魏大', '户主', '西村', '13组', '1号', '13900004001', '', '', ''],
    ['魏儿', '', '西村', '13组', '1号', '', '', '', ''],
    ['魏女', '', '西村', '13组', '1号', '', '', '', ''],
  ])
  const id = await upload(
    csv([
      ['魏大', '户主', '西村', '13组', '1号', '13900004001/13900004002/13900004003', '', '', ''],
      ['魏儿', '子', '西村', '13组', '1号', '', '', '', ''],
      ['魏女', '女', '西村', '13组', '1号', '', '', '', ''],
    ]),
  )
  assert.deepEqual((await check(id)).further, { phones: 2, relations: 2 })
  await post(`/${id}/start`)
  await inStation(context.pool, stationId, (tx) => checkImport(tx, id))
  const [father, son] = [await person('魏大'), await person('魏儿')]
  const record = (path: string, payload: object) =>
    chief({ method: 'POST', url: `/api/residents/${father.id}/${path}`, payload })
  assert.equal((await record('phones', { phone: '139 0000 4002', whose: 'family' })).statusCode, 201)
  const ward = { otherId: son.id, kind: 'guardian', outward: true }
  assert.equal((await record('relations', ward)).statusCode, 201)
  assert.equal((await record('relations', { ...ward, kind: 'sibling' })).statusCode, 201)
  await work(id)
  assert.deepEqual((await show(id)).furtherWritten, { phones: 1, relations: 1 })
  assert.deepEqual(await phonesOf('魏大'), [
    ['13900004003', 'own'],
    ['139 0000 4002', 'family'],
  ])
  assert.deepEqual((await kinOf('魏大')).toSorted(), [
    '魏儿 guardian outward',
    '魏儿 sibling outward',
    '魏女 parent outward',
  ])
  await post(`/${id}/undo`)
  await work(id)
  assert.equal((await show(id)).state, 'undone')
  assert.deepEqual(await phonesOf('魏大'), [['139 0000 4002', 'family']])
})
