import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { createWorld } from '../../../../test/world.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { indexEntries } from '../../search/index-entries.ts'

const { as, asResident, context, world } = await startTestServer()
const { stationId, villages, contacts } = world
const elsewhere = await createWorld(context.pool, '430182902')

type Officer = keyof typeof world.officers
const call = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  who: Officer = 'officer',
) => as(who)({ method, url, ...(payload && { payload }) })
const record = async (payload: object): Promise<string> =>
  (await call('POST', '/api/residents', payload)).json().id
const show = async (id: string) => (await call('GET', `/api/residents/${id}`)).json()
const list = async (words: string) =>
  (await call('GET', `/api/residents?query=${encodeURIComponent(words)}`))
    .json()
    .items.map(({ id }: { id: string }) => id)
const duplicates = async (who: Officer = 'officer') =>
  (await call('GET', '/api/resident-duplicates', undefined, who)).json()
const merge = (keptId: string, goneId: string, choices: object = {}, who: Officer = 'officer') =>
  call('POST', `/api/residents/${keptId}/merges`, { goneId, choices }, who)
const undo = (mergeId: string, who: Officer = 'officer') =>
  call('DELETE', `/api/resident-merges/${mergeId}`, undefined, who)

const east = { villageId: villages.east, address: '一组1号' }
const all = { name: 'kept', phone: 'kept', bornOn: 'kept', household: 'kept', note: 'kept' }
const kept = await record({ name: '刘桂英', phone: '13900000001', household: east, bornOn: '1948-03-05' })
const gone = await record({
  ...{ name: '刘贵英', phone: '139-0000-0002', household: east },
  needs: ['hearing'],
})
await call('POST', `/api/residents/${gone}/phones`, { phone: '13900000003', whose: 'family' })
const son = await record({ name: '陈志强', household: { villageId: villages.west, address: '三组7号' } })
await call('POST', `/api/residents/${gone}/relations`, { otherId: son, kind: 'parent', outward: true })
await call('POST', `/api/contacts/${contacts.chen}/resident`, { residentId: gone })
await asResident('chen')({
  ...{ method: 'POST', url: '/api/resident/messages' },
  payload: { clientKey: 'merge-test-1', body: '我想问一下分户要带什么', villageId: villages.east },
})
await call('POST', `/api/residents/${gone}/consents`, {
  purpose: 'pictures',
  state: 'refused',
  how: 'spoken',
})
await call('POST', `/api/residents/${kept}/consents`, {
  purpose: 'pictures',
  state: 'in_force',
  how: 'written',
})

test('like entries are listed with why, the auxiliary’s those of her villages, until somebody tells them apart', async () => {
  const { items, total } = await duplicates()
  assert.equal(total, 1)
  assert.deepEqual([items[0].one.id, items[0].other.id].toSorted(), [kept, gone].toSorted())
  assert.deepEqual(items[0].reasons, ['door', 'sound'])
  assert.equal((await duplicates('eastAuxiliary')).total, 1)
  assert.equal((await duplicates('westAuxiliary')).total, 0)
  const tell = (same: boolean, who: Officer = 'eastAuxiliary') =>
    call('POST', '/api/resident-distinctions', { oneId: gone, otherId: kept, same }, who)
  assert.equal((await tell(false, 'westAuxiliary')).statusCode, 404)
  assert.deepEqual([(await tell(false)).statusCode, (await tell(false)).statusCode], [200, 200])
  assert.equal((await duplicates()).total, 0)
  const refused = await merge(kept, gone, all)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /两个人/)
  assert.equal((await tell(true)).statusCode, 200)
  assert.equal((await duplicates()).total, 1)
})

test('the preview says what is told differently and what would move', async () => {
  const preview = (await call('GET', `/api/residents/${kept}/merge-preview?otherId=${gone}`)).json()
  assert.deepEqual(
    preview.conflicts.map(({ field }: { field: string }) => field),
    ['name', 'phone'],
  )
  const { contacts: doors, conversations, phones, relations, consents } = preview.moves
  assert.deepEqual([doors, conversations, phones, relations, consents], [1, 1, 1, 1, 1])
  for (const who of ['eastAuxiliary', 'administrator', 'auditor'] as const) {
    const url = `/api/residents/${kept}/merge-preview?otherId=${gone}`
    assert.equal((await call('GET', url, undefined, who)).statusCode, 403)
    assert.equal((await merge(kept, gone, all, who)).statusCode, 403)
  }
  const url = `/api/residents/${kept}/merge-preview?otherId=${gone}`
  assert.equal((await as('officer', elsewhere)({ url })).statusCode, 404)
})

test('merged: everything of hers is in one entry, the other leads to it, the stricter answer holds; undone: as before', async () => {
  const unchosen = await merge(kept, gone)
  assert.equal(unchosen.statusCode, 400)
  assert.match(unchosen.json().message, /“姓名”不一样/)
  const answer = await merge(kept, gone, { name: 'kept', phone: 'gone' })
  assert.equal(answer.statusCode, 200, answer.body)
  const { mergeId } = answer.json()
  assert.equal(
    (await merge(kept, gone, { name: 'gone', phone: 'gone' })).json().mergeId,
    mergeId,
    'a second tap',
  )

  const whole = await show(gone)
  assert.equal(whole.id, kept, 'the old link leads to the entry that stays')
  assert.deepEqual(
    [whole.name, whole.phone, whole.nicknames, whole.needs],
    ['刘桂英', '139-0000-0002', ['刘贵英'], ['hearing']],
  )
  assert.deepEqual(whole.phones.map(({ phone }: { phone: string }) => phone).toSorted(), [
    '13900000001',
    '13900000003',
  ])
  assert.deepEqual(
    whole.contacts.map(({ id }: { id: string }) => id),
    [contacts.chen],
  )
  assert.equal(whole.relations[0].other.id, son)
  const pictures = (of: { consents: { purpose: string }[] }) =>
    of.consents.find(({ purpose }) => purpose === 'pictures')
  assert.equal((pictures(whole) as { state?: string }).state, 'refused')
  assert.deepEqual(await list('刘贵英'), [kept])
  assert.deepEqual(await list('刘'), [kept])
  while ((await inStation(context.pool, stationId, indexEntries)) > 0);
  const found = (await call('GET', `/api/search?text=${encodeURIComponent('刘贵英')}`)).body
  assert.ok(found.includes(kept) && !found.includes(gone))
  assert.equal((await duplicates()).total, 0)
  for (const url of [`/api/residents/${gone}/consents`, `/api/residents/${gone}/reads`])
    assert.equal((await call('GET', url)).statusCode, 404, url)

  assert.equal((await undo(mergeId, 'eastAuxiliary')).statusCode, 403)
  assert.equal(
    (await as('officer', elsewhere)({ method: 'DELETE', url: `/api/resident-merges/${mergeId}` })).statusCode,
    404,
  )
  assert.deepEqual([(await undo(mergeId)).statusCode, (await undo(mergeId)).statusCode], [200, 200])
  const [first, second] = [await show(kept), await show(gone)]
  assert.deepEqual(
    [first.name, first.phone, first.nicknames, first.phones, first.contacts],
    ['刘桂英', '13900000001', [], [], []],
  )
  assert.deepEqual([second.id, second.name, second.needs], [gone, '刘贵英', ['hearing']])
  assert.deepEqual(
    second.contacts.map(({ id }: { id: string }) => id),
    [contacts.chen],
  )
  assert.equal((pictures(first) as { state?: string }).state, 'in_force')
  assert.equal((await duplicates()).total, 1)
})

test('what was changed since is not lost: the undoing is refused and says what; what came since stays', async () => {
  const { mergeId } = (await merge(kept, gone, { name: 'kept', phone: 'kept' })).json()
  await call('PATCH', `/api/residents/${kept}`, { nicknames: ['刘贵英', '英嗲'] })
  const refused = await undo(mergeId)
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /又改过：别名/)
  await call('PATCH', `/api/residents/${kept}`, { nicknames: ['刘贵英'] })
  await call('POST', `/api/contacts/${contacts.liu}/resident`, { residentId: kept })
  // She takes something back while nobody knows whose entry it will be: it holds for both.
  await asResident('liu')({
    method: 'POST',
    url: '/api/resident/consents',
    payload: { purpose: 'phone', allowed: false },
  })
  assert.equal((await undo(mergeId)).statusCode, 200)
  assert.deepEqual(
    (await show(kept)).contacts.map(({ id }: { id: string }) => id),
    [contacts.liu],
  )
  for (const id of [kept, gone]) {
    const line = (await show(id)).consents.find(({ purpose }: { purpose: string }) => purpose === 'phone')
    assert.equal(line.state, 'refused')
  }
  await call('POST', `/api/contacts/${contacts.liu}/resident`, { residentId: null })
})

test('a later merge has to be undone first', async () => {
  const third = await record({ name: '刘桂英', household: east })
  const first = (await merge(kept, gone, { name: 'kept', phone: 'kept' })).json().mergeId
  const later = await merge(third, kept)
  assert.equal(later.statusCode, 200, later.body)
  assert.equal((await show(gone)).id, third, 'a chain of merges is followed to its end')
  const early = await undo(first)
  assert.equal(early.statusCode, 409)
  assert.match(early.json().message, /先撤销后面/)
  assert.equal((await undo(later.json().mergeId)).statusCode, 200)
  assert.equal((await undo(first)).statusCode, 200)
  await call('POST', '/api/resident-distinctions', { oneId: third, otherId: kept, same: false })
})

test('two officers merge the same two at once, each the other way: one merge', async () => {
  const choices = { name: 'kept', phone: 'kept' }
  const [a, b] = await Promise.all([merge(kept, gone, choices), merge(gone, kept, choices, 'chief')])
  assert.deepEqual([a.statusCode, b.statusCode].toSorted(), [200, 409])
  const done = a.statusCode === 200 ? a : b
  const late = a.statusCode === 200 ? b : a
  assert.match(late.json().message, /刚被同事合并/)
  assert.equal((await undo(done.json().mergeId)).statusCode, 200)
})
