import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createWorld } from '../../../test/world.ts'
import { inStation } from '../../platform/tenancy.ts'
import { bindMember } from '../officers/wecom/bind-member.ts'
import { loadChannel } from '../wechat/channel.ts'
import { startChannel, until } from '../wechat/wechat.fixture.ts'
import { followGroup, lookAgain } from './follow-group.ts'

const channel = await startChannel()
const { as, world, control, query, context } = channel
const { groups, callbacks } = control
const { stationId, officers, villages } = world
const elsewhere = await createWorld(context.pool, '430182902')
const [wang, li, zhao] = control.corporation.members().map(({ userid }) => userid) as [string, string, string]

for (const [officer, account] of [
  ['chief', wang],
  ['eastAuxiliary', li.toLowerCase()],
] as const)
  await inStation(context.pool, stationId, (tx) =>
    bindMember(tx, { kind: 'officer', id: officers.administrator }, officers[officer], account),
  )

type Row = {
  id: string
  name: string
  villageId: string | null
  members: number
  staff: number
  ownerName: string | null
  gaps: number
  suggestion: { villageId: string; reason: string } | null
}
const list = async (search = '', officer: keyof typeof officers = 'chief'): Promise<Row[]> => {
  const answer = await as(officer)({ url: `/api/chat-groups${search}` })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items
}
const find = async (name: string, search = '') => (await list(search)).find((row) => row.name === name)
const changes = (id: string) =>
  query(
    'select kind, joined, gone, staff, found_by from chat_group_changes where group_id = $1 order by at, id',
    [id],
  )
const settled = () =>
  until(
    'no hint waits',
    async () => (await query('select from wechat_hints where handled_at is null')).length === 0,
  )

const people = ['何秀英', '邹小满', '贺德全'].map((name) => channel.person(name))
const east = groups.create(wang, '东村平安群', [li, ...people])

test('a new group is there with owner, colleagues and how many; its village is suggested and a person confirms', async () => {
  await until('the group is known', async () => Boolean(await find('东村平安群')))
  const group = (await find('东村平安群'))!
  assert.deepEqual([group.members, group.staff, group.ownerName, group.villageId], [5, 2, '周所长', null])
  assert.deepEqual(group.suggestion, { villageId: villages.east, reason: 'name' })
  const place = (villageId: string | null, officer: keyof typeof officers) =>
    as(officer)({ method: 'POST', url: `/api/chat-groups/${group.id}/village`, payload: { villageId } })
  assert.equal((await place(villages.east, 'westAuxiliary')).statusCode, 400)
  assert.equal((await place(villages.east, 'eastAuxiliary')).statusCode, 200)
  assert.equal((await find('东村平安群'))?.villageId, villages.east)
  assert.deepEqual(await list('', 'westAuxiliary'), [])
  assert.equal((await as('westAuxiliary')({ url: `/api/chat-groups/${group.id}` })).statusCode, 404)
  assert.equal((await as('chief', elsewhere)({ url: `/api/chat-groups/${group.id}` })).statusCode, 404)
  assert.equal((await as('auditor')({ url: '/api/chat-groups' })).statusCode, 403)
})

test('people who come and go are followed although the server shows the old state for a while', async () => {
  const { id } = (await find('东村平安群'))!
  groups.join(east, [channel.person('文桂香')], { joinScene: 3 })
  groups.leave(east, [people[0]!])
  await until('both moves are known', async () => {
    const kinds = (await changes(id)).map(({ kind }) => kind)
    return kinds.includes('joined') && kinds.includes('left')
  })
  assert.equal((await find('东村平安群'))?.members, 5)
  await settled()
  assert.equal((await find('东村平安群'))?.gaps, 0)
})

test('a change that was never told is seen by the member version, noted as a gap and made good', async () => {
  const { id } = (await find('东村平安群'))!
  callbacks.script('drop')
  groups.leave(east, [li])
  groups.join(east, [channel.person('曾阿婆')])
  await until('the gap is noted', async () => (await changes(id)).some(({ kind }) => kind === 'gap'))
  assert.equal((await find('东村平安群', '?state=gap'))?.gaps, 1)
  const left = async () =>
    (await changes(id)).find(({ kind, staff }) => kind === 'left' && staff.includes(li))
  await until('who left is known', left)
  assert.equal((await left())?.found_by, 'callback')
})

test('two hints that overtake each other are no gap; one that never comes is', async () => {
  const { api } = (await loadChannel(context, stationId))!
  const { id } = (await find('东村平安群'))!
  await settled()
  const gapsBefore = (await changes(id)).filter(({ kind }) => kind === 'gap').length
  const gaps = async () => (await changes(id)).filter(({ kind }) => kind === 'gap').length - gapsBefore
  const at = Math.floor(Date.now() / 1000) + 60
  const hint = (lastVersion: string, currentVersion: string) =>
    followGroup(context.pool, api!, stationId, {
      chatId: east,
      change: 'update',
      lastVersion,
      currentVersion,
      at,
    })
  const [{ member_version: here }] = await query('select member_version from chat_groups where id = $1', [id])
  const look = async () => {
    await query(`update chat_groups set wanted_at = clock_timestamp() where id = $1`, [id])
    await lookAgain(context.pool, api!, stationId)
  }
  await hint('overtaken', 'later')
  await hint(here, 'overtaken')
  await look()
  assert.equal(await gaps(), 0)
  await hint('never told', 'last')
  await look()
  await look()
  assert.equal(await gaps(), 1)
})

test('the comparison makes good what callbacks did not say: new, changed and dissolved groups', async () => {
  callbacks.script('drop', 'drop', 'drop')
  groups.create(zhao, '西村大家庭', people)
  groups.rename(east, '东村平安群一')
  const over = groups.create(wang, '旧群', [])
  await control.clock.advance(3000)
  await until('the old group is known or will be', async () => {
    await as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })
    return Boolean(await find('旧群'))
  })
  callbacks.script('drop')
  groups.dismiss(over)
  await until('it is gone', async () => {
    await as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })
    return (await list('?state=dismissed')).some(({ name }) => name === '旧群')
  })
  assert.ok(await find('西村大家庭'))
  assert.ok(await find('东村平安群一'))
  const [run] = await query(`select id from wecom_reconciles where part = 'groups' and ended > 0`)
  const findings = (await as('chief')({ url: `/api/wecom-reconciles/${run.id}/findings` })).json().items
  assert.deepEqual(
    findings.map(({ kind, name }: { kind: string; name: string }) => [kind, name]),
    [['ended', '旧群']],
  )
})

test('who of us is missing from which group: by what the groups say, and not of who has no work account', async () => {
  const table = (await as('chief')({ url: '/api/chat-group-attendance' })).json()
  const of = (name: string) => table.officers.find((officer: { name: string }) => officer.name === name)
  assert.deepEqual([of('周所长').account, of('周所长').missing], [wang, 1])
  assert.equal(of('王辅警').missing, 2)
  assert.deepEqual([of('李民警').account, of('李民警').missing], [null, 0])
  const west = table.groups.find(({ name }: { name: string }) => name === '西村大家庭')
  assert.deepEqual(west.missing.sort(), [officers.chief, officers.eastAuxiliary].sort())
  const stepped = { 'x-test-officer': `${stationId} ${officers.chief} stepped-up` }
  const url = '/api/chat-group-attendance/exports'
  assert.equal((await as('eastAuxiliary')({ method: 'POST', url })).statusCode, 403)
  const csv = await as('chief')({ method: 'POST', url, headers: stepped })
  assert.equal(csv.statusCode, 200, csv.body)
  assert.match(csv.body, /"西村大家庭".*"缺"/)
  assert.match(csv.body, /未绑定/)
})

test('a code to join is made of groups that live, and shows how full they are', async () => {
  const [east1, west] = [(await find('东村平安群一'))!, (await find('西村大家庭'))!]
  const make = (groupIds: string[]) =>
    as('chief')({
      method: 'POST',
      url: '/api/chat-group-doors',
      headers: { 'idempotency-key': `groups ${groupIds.join(' ')}`.slice(0, 80) },
      payload: { label: '东村入群', villageId: villages.east, groupIds },
    })
  const [gone] = await list('?state=dismissed')
  assert.equal((await make([gone!.id])).statusCode, 400)
  const made = await make([east1.id, west.id])
  assert.equal(made.statusCode, 200, made.body)
  assert.deepEqual((await make([east1.id, west.id])).json(), made.json())
  const { items } = (await as('chief')({ url: '/api/chat-group-doors' })).json()
  assert.equal(items.length, 1)
  assert.deepEqual(
    items[0].groups.map(({ name }: { name: string }) => name),
    ['东村平安群一', '西村大家庭'],
  )
})
