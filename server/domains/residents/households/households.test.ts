import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../../platform/id.ts'
import { addDays } from '../../../platform/station-day.ts'
import { startHouseholds } from './households.fixture.ts'

const town = await startHouseholds()
const { as, call, post, refused, show, names, household, checkRegister, ask, today, tomorrow, world } = town

test('a household is founded with people who lived elsewhere; its 组 is read from its door', async () => {
  const old = await household(['张一', '张二'])
  const { id } = await post('/households', {
    villageId: world.villages.east,
    address: ' 东村三组８号 ',
    on: today,
    people: [old.people[1]],
    headId: old.people[1],
  })
  const shown = await show(id)
  assert.deepEqual([shown.address, shown.villageGroup, shown.lives[0]!.head], ['东村三组8号', '三组', true])
  assert.deepEqual(await names(old.id), ['张一'])
  assert.equal((await show(old.id)).history[0]!.kind, 'left', 'told where she left, too')
  await checkRegister()
})

test('two households behind one door: warned first, done when it is meant', async () => {
  const door = { villageId: world.villages.east, address: '东村六组6号', on: '2020-01-01' }
  const first = await post('/households', door)
  await refused('/households', door, 409, /已经登记了1户/)
  const second = await post('/households', { ...door, sameDoor: true })
  assert.deepEqual(
    (await show(second.id)).sameDoor.map(({ id }) => id),
    [first.id],
  )
  const other = await household([])
  const patch = (payload: object) =>
    as('officer')({ method: 'PATCH', url: `/api/households/${other.id}`, payload })
  assert.equal((await patch({ address: door.address })).statusCode, 409)
  assert.equal((await patch({ address: door.address, sameDoor: true, note: '后门进' })).statusCode, 200)
  const shown = await show(other.id)
  assert.deepEqual([shown.address, shown.note, shown.history[0]!.kind], ['东村六组6号', '后门进', 'door'])
  await post(`/household-changes/${shown.history[0]!.changeId}/undo`)
  assert.match((await show(other.id)).address, /^east/)
})

test('people are born, move in, marry in, are registered, move out and die; the line of changes tells it', async () => {
  const home = await household(['李大', '李二'])
  const at = `/households/${home.id}`
  await post(`${at}/arrivals`, { kind: 'born', on: today, name: '李小宝' })
  await post(`${at}/arrivals`, { kind: 'married_in', on: '2022-05-01', name: '王媳妇', phone: '13900001234' })
  const lives = await household(['李打工'])
  await post(`${at}/arrivals`, { kind: 'registered', on: '2021-01-01', residentId: lives.people[0] })
  let shown = await show(home.id)
  assert.deepEqual(await names(home.id), ['李二', '李大', '李小宝', '王媳妇'].sort())
  assert.equal(shown.lives.find(({ name }) => name === '李小宝')!.bornOn, today)
  assert.deepEqual(
    shown.registered.map(({ name, elsewhere }) => [name, elsewhere!.id]),
    [['李打工', lives.id]],
    'counted only where she lives',
  )
  assert.equal((await show(lives.id)).lives[0]!.elsewhere!.id, home.id)
  await post(`${at}/absences`, {
    residentId: home.people[1],
    reason: 'work',
    place: '东莞',
    on: '2024-02-15',
  })
  await post(`${at}/leavings`, {
    residentId: home.people[1],
    kind: 'died',
    on: '2024-09-01',
  })
  await post(`${at}/leavings`, {
    residentId: home.people[0],
    kind: 'moved_out',
    on: '2025-01-01',
    headId: shown.lives.find(({ name }) => name === '王媳妇')!.id,
  })
  shown = await show(home.id)
  assert.deepEqual(
    shown.lives.map(({ name, head }) => [name, head]),
    [
      ['王媳妇', true],
      ['李小宝', false],
    ],
  )
  assert.deepEqual(
    shown.history.filter(({ changeId }) => changeId).map(({ kind }) => kind),
    ['born', 'head', 'left', 'died', 'away', 'married_in', 'registered', 'founded'],
  )
  const [dead] = await ask<{ died_on: string; open: number; back_on: string }>(
    `select r.died_on, a.back_on, (select count(*)::int from household_members m where m.resident_id = r.id and m.ended_on is null) as open
     from residents r join resident_absences a on a.resident_id = r.id where r.id = $1`,
    [home.people[1]],
  )
  assert.deepEqual(dead, { died_on: '2024-09-01', back_on: '2024-09-01', open: 0 })
  await refused(
    `${at}/arrivals`,
    { kind: 'moved_in', on: today, residentId: home.people[1] },
    409,
    /已经去世/,
  )
  await checkRegister()
})

test('away and back; the last one’s death may end the household', async () => {
  const { id, people } = await household(['孤老'])
  const at = `/households/${id}`
  const person = { residentId: people[0] }
  await post(`${at}/absences`, { ...person, reason: 'care', place: '县医院', on: '2025-03-01' })
  assert.equal((await show(id)).lives[0]!.away!.place, '县医院')
  await refused(`${at}/absences`, { ...person, reason: 'work', on: today }, 409, /已经登记外出/)
  await refused(`${at}/returns`, { ...person, on: '2025-02-01' }, 400, /不能早于那一天/)
  await post(`${at}/returns`, { ...person, on: '2025-04-01' })
  await refused(`${at}/returns`, { ...person, on: today }, 409, /没有登记外出/)
  await refused(`${at}/absences`, { ...person, reason: 'work', on: '2025-03-15' }, 400, /才回来过/)
  await refused(`${at}/end`, { kind: 'died_out', on: today }, 409, /还住着1人/)
  const done = await post(`${at}/leavings`, { ...person, kind: 'died', on: today, endsHousehold: true })
  assert.deepEqual([(await show(id)).endedHow, (await show(id)).residentUntilOn], ['died_out', today])
  await refused(`${at}/arrivals`, { kind: 'moved_in', on: today, name: '谁' }, 409, /已经不在了/)
  await post(`/household-changes/${done.changeId}/undo`)
  assert.deepEqual([(await show(id)).endedHow, await names(id)], [null, ['孤老']])
})

test('days: none to come, none before the household or her own coming', async () => {
  const { id, people } = await household(['钱一', '钱二'], 'east', '2020-06-01')
  const at = `/households/${id}`
  const split = { people: [people[1]], address: '东村七组1号' }
  for (const [path, body] of [
    ['arrivals', { kind: 'born', name: '未取名' }],
    ['leavings', { kind: 'died', residentId: people[0] }],
    ['absences', { reason: 'work', residentId: people[0] }],
    ['splits', split],
    ['split-preview', split],
    ['end', { kind: 'moved_out' }],
  ] as const)
    await refused(`${at}/${path}`, { ...body, on: tomorrow }, 400, /不能晚于今天/)
  for (const [path, body] of [
    ['arrivals', { kind: 'born', name: '未取名' }],
    ['leavings', { kind: 'died', residentId: people[0] }],
    ['splits', split],
  ] as const)
    await refused(`${at}/${path}`, { ...body, on: '2020-05-31' }, 400, /这户从 2020-06-01 起才有/)
  await post(`${at}/arrivals`, { kind: 'moved_in', on: '2023-01-01', name: '后来' })
  const late = (await show(id)).lives.find(({ name }) => name === '后来')!
  await refused(
    `${at}/leavings`,
    { kind: 'moved_out', residentId: late.id, on: '2022-12-31' },
    400,
    /后来从 2023-01-01/,
  )
  await refused(`${at}/arrivals`, { kind: 'born', on: today, residentId: late.id }, 400, /新生儿的姓名/)
  await refused(`${at}/arrivals`, { kind: 'moved_in', on: today }, 400, /请选一位居民/)
})

test('a household is split, looked at before, and put together again by undoing it', async () => {
  const { id, people } = await household(['陈大', '陈二', '陈三'])
  const plan = {
    people: [people[0], people[2]],
    address: '东村八组1号',
    headId: people[2],
    restHeadId: people[1],
    on: today,
  }
  const preview = (await call(`/households/${id}/split-preview`, plan)).json()
  assert.deepEqual(
    preview.after.map((side: { people: { name: string; head: boolean }[] }) =>
      side.people.map(({ name, head }) => `${name}${head ? '*' : ''}`).sort(),
    ),
    [['陈二*'], ['陈三*', '陈大'].sort()],
  )
  assert.equal((await names(id)).length, 3, 'nothing was done')
  const done = await post(`/households/${id}/splits`, plan)
  assert.deepEqual(await names(id), ['陈二'])
  assert.deepEqual(await names(done.id), ['陈三', '陈大'].sort())
  assert.deepEqual((await show(done.id)).history[0]!.kind, 'split_from')
  assert.equal((await show(id)).history[0]!.other!.id, done.id)
  await checkRegister()
  await post(`/household-changes/${done.changeId}/undo`)
  assert.deepEqual(
    (await show(id)).lives.map(({ name, head }) => [name, head]).sort(),
    [
      ['陈大', true],
      ['陈二', false],
      ['陈三', false],
    ].sort(),
  )
  const gone = await show(done.id)
  assert.deepEqual([gone.endedHow, gone.lives.length, gone.history.length], ['corrected', 0, 1])
  await refused(`/household-changes/${done.changeId}/undo`, {}, 409, /已经撤销过了/)
  await checkRegister()
})

test('what has changed since is not undone, and the sentence says what', async () => {
  const { id, people } = await household(['吴大', '吴二', '吴三'])
  const on = addDays(today, -10)
  const split = await post(`/households/${id}/splits`, { people: [people[1]], address: '东村八组2号', on })
  await post(`/households/${split.id}/arrivals`, { kind: 'born', on: today, name: '吴小' })
  await refused(`/household-changes/${split.changeId}/undo`, {}, 409, /之后又有变动（出生）/)
  const merger = await post(`/households/${id}/mergers`, { intoId: split.id, on: today, headId: people[0] })
  assert.deepEqual(await names(split.id), ['吴三', '吴二', '吴大', '吴小'].sort())
  assert.deepEqual([(await show(id)).endedHow, (await show(id)).mergedInto!.id], ['merged', split.id])
  const head = await as('officer')({
    method: 'PATCH',
    url: `/api/households/${split.id}`,
    payload: { headId: people[1] },
  })
  assert.equal(head.statusCode, 200)
  await refused(`/household-changes/${merger.changeId}/undo`, {}, 409, /换户主/)
  await post(
    `/household-changes/${(await show(split.id)).history.find(({ kind }) => kind === 'head')!.changeId}/undo`,
  )
  await post(`/household-changes/${merger.changeId}/undo`)
  assert.deepEqual(await names(id), ['吴三', '吴大'].sort())
  // Moved on her own entry, without a deed of a household.
  const gone = await post(`/households/${id}/splits`, {
    people: [people[2]],
    address: '东村八组3号',
    on: today,
  })
  await as('officer')({ method: 'PATCH', url: `/api/residents/${people[2]}`, payload: { household: null } })
  await refused(`/household-changes/${gone.changeId}/undo`, {}, 409, /有人又搬动过/)
  await checkRegister()
})

test('two officers split the same household at once: one does it, the other is told', async () => {
  const { id, people } = await household(['郑大', '郑二'])
  const split = (officer: 'officer' | 'chief', door: number) =>
    call(
      `/households/${id}/splits`,
      { people: [people[1]], address: `东村九组${door}号`, on: today },
      officer,
    )
  const answers = await Promise.all([split('officer', 1), split('chief', 2)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409])
  assert.match(answers.find(({ statusCode }) => statusCode === 409)!.json().message, /同事刚改过/)
  const [{ n }] = (await ask<{ n: number }>(
    `select count(*)::int as n from household_changes where household_id = $1 and kind = 'split_off'`,
    [id],
  )) as [{ n: number }]
  assert.equal(n, 1)
  await checkRegister()
})

test('a second tap does it once', async () => {
  const { id, people } = await household(['冯大', '冯二'])
  const key = newId()
  const plan = { people: [people[1]], address: '东村九组9号', on: today }
  const taps = await Promise.all([1, 2].map(() => call(`/households/${id}/splits`, plan, 'officer', key)))
  assert.deepEqual([taps[0]!.statusCode, taps[0]!.json()], [200, taps[1]!.json()])
  const undo = newId()
  const change = taps[0]!.json().changeId
  for (let tap = 0; tap < 2; tap++)
    assert.equal((await call(`/household-changes/${change}/undo`, {}, 'officer', undo)).statusCode, 200)
})

test('another village’s and another station’s household is the same 404', async () => {
  const west = await household(['赵西', '赵儿'], 'west')
  const east = await household(['赵东'])
  const split = await post(`/households/${west.id}/splits`, {
    people: [west.people[1]],
    address: '西村1号',
    on: today,
  })
  const on = today
  const missing = (await as('officer')({ url: `/api/households/${newId()}` })).json().message
  for (const [url, payload] of [
    [`/households/${west.id}/arrivals`, { kind: 'born', on, name: '未取名' }],
    [`/households/${west.id}/leavings`, { kind: 'died', on, residentId: west.people[0] }],
    [`/households/${west.id}/absences`, { reason: 'work', on, residentId: west.people[0] }],
    [`/households/${west.id}/returns`, { on, residentId: west.people[0] }],
    [`/households/${west.id}/end`, { kind: 'moved_out', on }],
    [`/households/${west.id}/splits`, { people: [west.people[0]], address: '东村1号', on }],
    [`/households/${west.id}/split-preview`, { people: [west.people[0]], address: '东村1号', on }],
    [`/households/${west.id}/mergers`, { intoId: east.id, on }],
    [`/households/${east.id}/mergers`, { intoId: west.id, on }],
    [`/households/${east.id}/merge-preview`, { intoId: west.id, on }],
    [`/households/${east.id}/arrivals`, { kind: 'moved_in', on, residentId: west.people[0] }],
    [`/household-changes/${split.changeId}/undo`, {}],
  ] as const) {
    const answer = await call(url, payload, 'eastAuxiliary')
    assert.deepEqual([answer.statusCode, answer.json().message], [404, missing], url)
  }
  for (const caller of [as('eastAuxiliary'), as('chief', town.elsewhere)])
    assert.equal((await caller({ url: `/api/households/${west.id}` })).statusCode, 404)
  const outside = { villageId: world.villages.west, address: '西村2号', on }
  assert.equal((await call('/households', outside, 'eastAuxiliary')).statusCode, 400)
  await refused(`/households/${east.id}/mergers`, { intoId: west.id, on }, 400, /同一个村/)
})

test('who looked at a household is known to each of its contacts', async () => {
  const { id, people } = await household(['何大'])
  await post(`/contacts/${world.contacts.chen}/resident`, { residentId: people[0] })
  await as('eastAuxiliary')({ url: `/api/households/${id}` })
  const { items } = (await as('chief')({ url: `/api/contacts/${world.contacts.chen}/reads` })).json()
  assert.deepEqual([items[0].officerName, items[0].name], ['王辅警', 'household.read'])
  const own = (await town.asResident('chen')({ url: '/api/resident/reads' })).json()
  assert.ok(own.items[0].subjects.some(({ kind }: { kind: string }) => kind === 'household'))
})
