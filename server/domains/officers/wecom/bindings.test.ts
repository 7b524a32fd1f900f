import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../../test/server.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { bindMember } from './bind-member.ts'
import { claimMember } from './claim-member.ts'
import { confirmMember } from './confirm-member.ts'
import { membersOfOfficers, officersOfMembers } from './member-views.ts'
import { unbindMember } from './unbind-member.ts'

const { context, world } = await startTestServer()
const { officers, stationId } = world
const work = <T>(deed: (tx: Tx) => Promise<T>) => inStation(context.pool, stationId, deed)
const by = (who: keyof typeof officers): Actor => ({ kind: 'officer', id: officers[who] })
const whose = (userId: string) =>
  work(async (tx) => (await officersOfMembers(tx, [userId])).get(userId.toLowerCase()))
const refusal = (pattern: RegExp) => (error: unknown) =>
  error instanceof AppError && error.code === 'conflict' && pattern.test(error.message)

test('a manager’s binding counts only once the officer has confirmed it; capitals make no other member', async () => {
  await work((tx) => bindMember(tx, by('administrator'), officers.officer, 'LiXiuYing'))
  await work((tx) => bindMember(tx, by('administrator'), officers.officer, 'lixiuying'))
  const bound = await whose('LIXIUYING')
  assert.deepEqual([bound?.officerId, bound?.confirmed, bound?.active], [officers.officer, false, true])
  assert.equal(bound?.userId, 'LiXiuYing')
  await assert.rejects(
    work((tx) => bindMember(tx, by('administrator'), officers.chief, 'LixiuYing')),
    refusal(/已经是李民警/),
  )
  await assert.rejects(
    work((tx) => confirmMember(tx, by('chief'), 'LiXiuYing')),
    refusal(/刚才变了/),
  )
  await assert.rejects(
    work((tx) => confirmMember(tx, by('officer'), 'ZhaoMin')),
    refusal(/刚才变了/),
  )
  await work((tx) => confirmMember(tx, by('officer'), 'LiXiuYing'))
  assert.equal((await whose('LiXiuYing'))?.confirmed, true)
})

test('who signs in to WeCom herself takes a member somebody only said was another’s, never a confirmed one', async () => {
  await assert.rejects(
    work((tx) => claimMember(tx, by('chief'), 'lixiuying')),
    refusal(/另一位同事/),
  )
  await work((tx) => bindMember(tx, by('administrator'), officers.westAuxiliary, 'ZhaoMin'))
  await work((tx) => claimMember(tx, by('chief'), 'ZhaoMin'))
  const bound = await work((tx) => membersOfOfficers(tx))
  assert.deepEqual([...bound.keys()].sort(), [officers.chief, officers.officer].sort())
  await work((tx) => claimMember(tx, by('chief'), 'ChenHao'))
  assert.equal(await whose('ZhaoMin'), undefined, 'one officer, one member')
  assert.equal((await whose('ChenHao'))?.officerId, officers.chief)
})

test('two at once who claim one member: one gets it', async () => {
  const both = await Promise.allSettled([
    work((tx) => claimMember(tx, by('eastAuxiliary'), 'WangJianGuo')),
    work((tx) => claimMember(tx, by('westAuxiliary'), 'wangjianguo')),
  ])
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('a binding ends once; all of it is in the log', async () => {
  await work((tx) => unbindMember(tx, by('administrator'), officers.chief))
  await assert.rejects(
    work((tx) => unbindMember(tx, by('administrator'), officers.chief)),
    refusal(/没有绑定/),
  )
  const { rows } = await work((tx) =>
    tx.client.query(
      `select name, count(*)::int as count from events where station_id = $1 and name like 'officer.member%' group by name order by name`,
      [stationId],
    ),
  )
  assert.deepEqual(
    rows.map(({ name, count }) => `${name} ${count}`),
    ['officer.member_bound 5', 'officer.member_confirmed 1', 'officer.member_unbound 3'],
  )
})
