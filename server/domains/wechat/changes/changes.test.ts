import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { World } from '../../../../test/world.ts'
import { newId } from '../../../platform/id.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { wechatJobs } from '../jobs.ts'
import { startChannel } from '../wechat.fixture.ts'
import { settleChange } from './settle-change.ts'

const channel = await startChannel({ worker: false })
const { as, world, query, twin, control, context } = channel
const { stationId, officers } = world
type Officer = keyof World['officers']
const { corpId } = control.corporation
// The same server by other names, as somebody's own would be another one.
const here = twin.url
const elsewhere = here.replace('127.0.0.1', 'localhost')

const post = (who: Officer, url: string, payload?: object, headers: Record<string, string> = {}) =>
  as(who)({
    ...{
      method: 'POST',
      url,
      headers: { 'x-test-officer': `${stationId} ${officers[who]} stepped-up`, ...headers },
    },
    ...(payload && { payload }),
  })
const put = (payload: object, who: Officer = 'administrator') =>
  as(who)({ method: 'PUT', url: '/api/wechat', payload })
const status = async (who: Officer = 'administrator') => (await as(who)({ url: '/api/wechat' })).json()
const stands = async () =>
  (
    await query('select corp_id, base_url, agent_id from wechat_channels where station_id = $1', [stationId])
  )[0]
const answer = (who: Officer, id: string, deed: string, payload?: object) =>
  post(who, `/api/wechat/changes/${id}/${deed}`, payload)
const ask = async (payload: object = { corpId, baseUrl: elsewhere }) => {
  const put1 = await put(payload)
  assert.deepEqual(put1.json(), { done: true, waits: true }, put1.body)
  return (await status()).change as { id: string; [field: string]: unknown }
}
const alarms = async (who: Officer) =>
  ((await as(who)({ url: '/api/station-home' })).json().alarms as { key: string; sentence: string }[]).filter(
    ({ key }) => key.startsWith('wechat_change'),
  )
const notice = async (who: Officer) => (await as(who)({ url: '/api/wechat/change-notice' })).json().notice
const told = async (since: Date) =>
  (
    await query(
      `select name from events where station_id = $1 and name like 'wechat%' and at > $2 order by at, id`,
      [stationId, since],
    )
  ).map(({ name }) => name as string)
const settle = (now = new Date()) =>
  inStation(context.pool, stationId, (tx) => settleChange(context, tx, now))
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
const suspend = (who: Officer) =>
  post('administrator', `/api/officers/${officers[who]}/suspension`, { reason: '试试' })
const lift = (who: Officer) =>
  as('administrator')({ method: 'DELETE', url: `/api/officers/${officers[who]}/suspension` })

test('the first set-up counted at once; new secrets and the same values once more do, too', async () => {
  assert.equal((await stands()).corp_id, corpId)
  const before = new Date()
  const rotated = await put({
    corpId,
    baseUrl: here,
    callbackToken: 'NextToken',
    encodingAesKey: 'K'.repeat(43),
  })
  assert.deepEqual(rotated.json(), { done: true, waits: false })
  assert.deepEqual(await told(before), ['wechat.configured'])
  assert.equal((await status()).change, null)
})

test('another server waits: old and new are shown, the secret never, and it is nobody’s before the yes', async () => {
  const began = new Date()
  const secret = control.corporation.apps()[0]!.secrets[0]!.secret
  const change = await ask({ corpId, baseUrl: elsewhere, agentId: 1000777, secret })
  assert.equal((await stands()).base_url, here)
  assert.deepEqual(change.changes, [
    { field: 'baseUrl', from: here, to: elsewhere },
    { field: 'agentId', from: String(channel.wecomApp.agentId), to: '1000777' },
  ])
  assert.deepEqual([change.newSecrets, change.approvers], [['app_secret'], ['周所长']])
  assert.doesNotMatch(JSON.stringify([await status(), await status('chief')]), new RegExp(secret))
  const [kept] = await query('select sealed from wechat_changes where station_id = $1 and id = $2', [
    stationId,
    change.id,
  ])
  assert.ok(!kept.sealed.includes(Buffer.from(secret)) && !kept.sealed.includes(Buffer.from(elsewhere)))
  assert.deepEqual([change.mine, change.mayApprove, change.aloneUntil], [true, false, null])
  const seen = (await status('chief')).change
  assert.deepEqual([seen.mine, seen.mayApprove, seen.askedBy.name], [false, true, '管理员'])
  assert.deepEqual(
    (await alarms('chief')).map(({ key }) => key),
    ['wechat_change'],
  )
  assert.deepEqual(
    [await alarms('officer'), await notice('administrator'), await notice('auditor')],
    [[], null, null],
  )

  assert.equal((await answer('administrator', change.id, 'approval')).statusCode, 403, 'not one’s own')
  assert.equal((await answer('officer', change.id, 'approval')).statusCode, 403, 'no right to set up')
  const unproven = await as('chief')({ method: 'POST', url: `/api/wechat/changes/${change.id}/approval` })
  assert.equal(unproven.json().code, 'step_up_required')
  assert.equal((await stands()).base_url, here)

  const headers = { 'idempotency-key': `approve-${newId()}` }
  for (let tap = 0; tap < 2; tap++) {
    const yes = await post('chief', `/api/wechat/changes/${change.id}/approval`, undefined, headers)
    assert.equal(yes.statusCode, 200, yes.body)
  }
  assert.deepEqual(await stands(), { corp_id: corpId, base_url: elsewhere, agent_id: 1000777 })
  assert.deepEqual(await told(began), ['wechat_change.asked', 'wechat_change.approved', 'wechat.configured'])
  const [closed] = await query(
    'select sealed, outcome from wechat_changes where station_id = $1 and id = $2',
    [stationId, change.id],
  )
  assert.deepEqual(closed, { sealed: null, outcome: 'approved' })
  const { change: none, lastChange } = await status()
  assert.deepEqual([none, lastChange.outcome, lastChange.by], [null, 'approved', '周所长'])
  assert.equal((await answer('chief', change.id, 'approval')).statusCode, 409, 'once')
  assert.deepEqual(await alarms('chief'), [])
  await answer(
    'chief',
    (await ask({ corpId, baseUrl: here, agentId: channel.wecomApp.agentId })).id,
    'approval',
  )
})

test('what the server would not take is not even asked for', async () => {
  const before = new Date()
  const wrong = await put({ corpId: 'wwAnotherCorporation', baseUrl: here })
  assert.equal(wrong.statusCode, 400)
  assert.match(wrong.json().message, /还没有提出申请/)
  const half = await put({ corpId, baseUrl: elsewhere, callbackToken: 'OnlyThis' })
  assert.equal(half.statusCode, 400)
  assert.deepEqual([await told(before), (await status()).change], [[], null])
})

test('no with words, or taken back by who asked; nobody else takes it back', async () => {
  const change = await ask()
  assert.equal((await answer('chief', change.id, 'withdrawal')).statusCode, 403)
  assert.equal((await answer('administrator', change.id, 'refusal', { reason: '算了' })).statusCode, 403)
  assert.equal((await answer('chief', change.id, 'refusal', {})).statusCode, 400, 'words are needed')
  assert.equal((await answer('chief', change.id, 'refusal', { reason: '县里没有通知要换' })).statusCode, 200)
  const { lastChange } = await status()
  assert.deepEqual(
    [lastChange.outcome, lastChange.reason, lastChange.by],
    ['refused', '县里没有通知要换', '周所长'],
  )
  const logged = await query(
    `select data::text as data from events where station_id = $1 and name = 'wechat_change.refused'`,
    [stationId],
  )
  assert.doesNotMatch(logged[0].data, /县里/)
  const second = await ask()
  assert.equal((await answer('administrator', second.id, 'withdrawal')).statusCode, 200)
  assert.equal((await answer('chief', second.id, 'approval')).statusCode, 409)
  assert.equal((await answer('chief', newId(), 'approval')).statusCode, 404)
  assert.equal((await stands()).base_url, here)
})

test('a second request takes the place of the first; a second tap does not', async () => {
  const began = new Date()
  const first = await ask()
  assert.equal((await ask()).id, first.id)
  const second = await ask({ corpId, baseUrl: elsewhere, agentId: 1000778 })
  assert.notEqual(second.id, first.id)
  assert.equal((await answer('chief', first.id, 'approval')).statusCode, 409, 'not the one she read')
  assert.equal((await stands()).base_url, here)
  assert.deepEqual(await told(began), [
    'wechat_change.asked',
    'wechat_change.replaced',
    'wechat_change.asked',
  ])
  await answer('administrator', second.id, 'withdrawal')
})

test('after seven days it is over', async () => {
  const change = await ask()
  assert.equal(await settle(inHours(7 * 24 - 1)), false)
  assert.equal((await status()).change.id, change.id)
  await query(`update wechat_changes set expires_at = clock_timestamp() where station_id = $1 and id = $2`, [
    stationId,
    change.id,
  ])
  assert.equal((await answer('chief', change.id, 'approval')).statusCode, 409)
  assert.deepEqual([(await status()).change, await alarms('chief')], [null, []])
  await wechatJobs.find(({ name }) => name === 'settle-wechat-change')!.work(context, { stationId } as never)
  assert.equal((await status()).lastChange.outcome, 'expired')
})

test('an administrator whom the asker let in is no second person, one who was there is', async () => {
  const open = async (name: string) => {
    const made = await post('administrator', '/api/officers', {
      username: `x-${newId().slice(-10)}`,
      name,
      role: 'administrator',
    })
    assert.equal(made.statusCode, 200, made.body)
    return made.json().officer.id as string
  }
  const helper = await open('她开的')
  const change = await ask()
  const asHelper = (deed: string, payload?: object) =>
    channel.anonymous({
      ...{ method: 'POST', url: `/api/wechat/changes/${change.id}/${deed}` },
      headers: { 'x-test-officer': `${stationId} ${helper} stepped-up` },
      ...(payload && { payload }),
    })
  assert.deepEqual(change.approvers, ['周所长'])
  assert.equal((await asHelper('approval')).statusCode, 403)
  const there = newId()
  await query(
    `insert into officers (station_id, id, user_id, username, name, role) values ($1, $2, $4, $3, '钱管理员', 'administrator')`,
    [stationId, there, `x-${there.slice(-10)}`, there],
  )
  assert.deepEqual((await status()).change.approvers, ['周所长', '钱管理员'])
  const said = await channel.anonymous({
    url: '/api/wechat/change-notice',
    headers: { 'x-test-officer': `${stationId} ${there}` },
  })
  assert.equal(said.json().notice.key, 'wechat_change')
  assert.equal(
    (await asHelper('refusal', { reason: '没有听说' })).statusCode,
    200,
    'to say no needs no more than the right',
  )
  for (const id of [helper, there]) await post('chief', `/api/officers/${id}/suspension`, { reason: '试完' })
})

test('where nobody could say yes everybody reads of it for a day, then it happens; who comes back is asked', async () => {
  assert.equal((await suspend('chief')).statusCode, 200)
  const began = new Date()
  const change = await ask()
  assert.ok(change.aloneUntil)
  assert.deepEqual(await told(began), ['wechat_change.asked', 'wechat_change.left_alone'])
  for (const who of ['officer', 'eastAuxiliary'] as const)
    assert.deepEqual(
      (await alarms(who)).map(({ key }) => key),
      ['wechat_change_announced'],
    )
  assert.match((await notice('auditor')).sentence, /明天\d\d:\d\d起生效/)
  assert.equal((await notice('administrator')).key, 'wechat_change')
  assert.equal(await settle(inHours(23.9)), false)
  // She is back: the day is over before it was full, and it is hers to say.
  await lift('chief')
  assert.equal(await settle(inHours(25)), false)
  assert.deepEqual([(await status('chief')).change.mayApprove, await alarms('officer')], [true, []])
  // And gone again: the day begins anew.
  await suspend('chief')
  assert.equal(await settle(inHours(26)), false)
  assert.equal(await settle(inHours(49)), false)
  assert.equal((await stands()).base_url, here)
  assert.equal(await settle(inHours(50.1)), true)
  assert.equal((await stands()).base_url, elsewhere)
  assert.equal(await settle(inHours(51)), false)
  assert.deepEqual((await told(began)).slice(-3), [
    'wechat_change.left_alone',
    'wechat_change.took_effect',
    'wechat.configured',
  ])
  assert.equal((await status()).lastChange.outcome, 'alone')
  assert.deepEqual(await alarms('officer'), [])
  await lift('chief')
})

test('what a suspended officer asked for does not happen by itself', async () => {
  const first = await put({ corpId, baseUrl: here }, 'chief')
  assert.deepEqual(first.json(), { done: true, waits: true })
  await post('chief', `/api/officers/${officers.administrator}/suspension`, { reason: '试试' })
  assert.equal((await as('administrator')({ url: '/api/wechat' })).statusCode, 401)
  await query(`update officers set role = 'auditor' where station_id = $1 and id = $2`, [
    stationId,
    officers.chief,
  ])
  assert.equal(await settle(inHours(1)), false)
  assert.equal(await settle(inHours(30)), false)
  assert.equal((await stands()).base_url, elsewhere)
})
