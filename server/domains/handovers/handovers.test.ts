import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inStation } from '../../platform/tenancy.ts'
import { bindMember } from '../officers/wecom/bind-member.ts'
import { confirmMember } from '../officers/wecom/confirm-member.ts'
import { loadChannel } from '../wechat/channel.ts'
import { startChannel, until } from '../wechat/wechat.fixture.ts'
import { runHandovers } from './run-handovers.ts'

const channel = await startChannel({ twin: { contacts: { transferAfterMs: 60_000 } } })
const { as, world, control, query, context } = channel
const { contacts, groups } = control
const { stationId, officers } = world
const [wang, li, zhao] = control.corporation.members().map(({ userid }) => userid) as [string, string, string]
for (const [officer, account] of [
  ['officer', wang],
  ['eastAuxiliary', li],
] as const)
  await inStation(context.pool, stationId, async (tx) => {
    await bindMember(tx, { kind: 'officer', id: officers.administrator }, officers[officer], account)
    await confirmMember(tx, { kind: 'officer', id: officers[officer] }, account)
  })

const people = Array.from({ length: 130 }, (_, index) => channel.person(`居民${index}`))
// Not told one by one: the comparison brings them, and a slow machine is in time.
control.callbacks.script(...Array.from({ length: people.length + 1 }, () => 'drop' as const))
for (const id of people) contacts.add(wang, id)
const chat = groups.create(wang, '东村群', people.slice(0, 3))
await as('chief')({ method: 'POST', url: '/api/wecom-reconciles' })
await until(
  'all are known',
  async () =>
    (await query('select from wecom_reconciles where finished_at is not null and fail_code is null'))
      .length === 2,
  90_000,
)

let refused = ''
const preview = async (from: string, to: string) =>
  (await as('chief')({ url: `/api/handover-previews?from=${from}&to=${to}` })).json()
const begin = (from: string, to: string, officer: keyof typeof officers = 'chief') =>
  as(officer)({ method: 'POST', url: '/api/handovers', payload: { from, to } })
const show = async () => (await as('chief')({ url: '/api/handovers' })).json().items[0]
const countOf = async (kind: string) =>
  (await show()).counts.find((each: { kind: string }) => each.kind === kind)

const matter = (
  await as('officer')({
    method: 'POST',
    url: '/api/cases',
    payload: {
      kind: 'help',
      title: '路灯',
      scenario: 'safety',
      channel: 'walk_in',
      villageId: world.villages.east,
      clientKey: crypto.randomUUID(),
    },
  })
).json()

test('contacts, groups and open cases go in one step; killed in the middle it goes on, and nobody is asked twice', async () => {
  const [{ n: held }] = await query('select count(*)::int as n from cases where assignee_id = $1', [
    officers.officer,
  ])
  const before = await preview(wang, li)
  assert.deepEqual([before.contacts, before.groups, before.cases], [130, 1, held])
  for (const officer of ['officer', 'administrator', 'eastAuxiliary'] as const)
    assert.equal((await begin(wang, li, officer)).statusCode, 403)
  assert.equal((await begin(wang, wang)).statusCode, 400)
  await channel.stopWorker()
  assert.equal((await begin(wang, li)).statusCode, 201)
  assert.equal((await begin(wang, zhao)).statusCode, 409)
  const [row] = await query('select assignee_id from cases where id = $1', [matter.id])
  if (held > 0) assert.equal(row.assignee_id, officers.eastAuxiliary)

  // The answer of the first hundred is lost: WeCom has begun, and we do not know.
  control.faults.next('externalcontact/transfer_customer', { kind: 'lose_answer' }, 20)
  const { api } = (await loadChannel(context, stationId))!
  await runHandovers(context.pool, api!, stationId)
  assert.equal(contacts.transfers().length, 100)
  assert.equal((await query(`select from handover_items where state = 'asking'`)).length, 100)
  control.faults.clear()
  refused = contacts.transfers()[7]!.externalUserId
  contacts.refuseTransfer(refused)
  await query(`update handovers set poll_at = now(), leased_until = null`)
  await channel.restartWorker()
  await until('all are asked or settled', async () => (await countOf('contact')).open === 0)
  const asked = contacts.transfers().map(({ externalUserId }) => externalUserId)
  assert.equal(asked.length, new Set(asked).size, 'nobody was asked twice')
  assert.equal(asked.length, 130)
  const group = groups.all().find(({ chatId }) => chatId === chat)
  assert.equal(group?.shape.owner, li)
})

test('a day later it is done; who refused is named with the reason', async () => {
  await control.clock.advance(61_000)
  await query('update handovers set poll_at = clock_timestamp()')
  await until('it is finished', async () => Boolean((await show()).finishedAt), 120_000)
  const counts = await countOf('contact')
  assert.deepEqual([counts.done, counts.refused], [129, 1])
  const { id } = await show()
  const refusals = (await as('chief')({ url: `/api/handovers/${id}/refusals` })).json().items
  assert.deepEqual(
    refusals.map(({ name }: { name: string }) => name),
    [control.people.all().find(({ externalUserId }) => externalUserId === refused)!.name],
  )
  assert.match(refusals[0].why, /没有同意/)
  const [{ n }] = await query(
    `select count(*)::int as n from work_contacts where user_id = $1 and ended_at is null`,
    [li],
  )
  assert.equal(n, 129)
  assert.equal((await query(`select from chat_groups where owner_account = $1`, [li])).length, 1)
})

test('an account that nobody confirmed: the preview and the result say that matters stay, and how many', async () => {
  const chen = control.corporation.members()[3]!.userid
  // Said by an administrator, not by her.
  await inStation(context.pool, stationId, (tx) =>
    bindMember(tx, { kind: 'officer', id: officers.administrator }, officers.westAuxiliary, zhao),
  )
  const [{ n: held }] = await query(
    `select count(*)::int as n from cases where assignee_id = $1 and status not in ('done', 'closed') and merged_into is null`,
    [officers.eastAuxiliary],
  )
  const open = await preview(li, zhao)
  assert.deepEqual([open.unconfirmed, open.cases], [['to'], held])
  assert.deepEqual((await preview(chen, zhao)).unconfirmed, ['from', 'to'])
  assert.deepEqual((await preview(li, wang)).unconfirmed, [])
  assert.deepEqual((await show()).unconfirmed, [])
  assert.equal((await begin(chen, zhao)).statusCode, 201)
  const items = (await as('chief')({ url: '/api/handovers' })).json().items
  assert.deepEqual(items.find(({ from }: { from: string }) => from === chen).unconfirmed, ['from', 'to'])
})
