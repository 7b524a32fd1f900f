import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'
import { ok, type Who, workDesk } from './rumours.fixture.ts'

const { as, context, world } = await startTestServer()
const { post, record, draft, approve, reply, show, list, move, remove } = workDesk(as, world.villages.east)
const line = (says = '镇水务站答复：不放水') => ({
  ...{ kind: 'authority', says, source: '镇水务站', link: '', documentNumber: '', datedOn: '2026-01-05' },
})
const add = async (id: string, who: Who = 'eastAuxiliary', says?: string): Promise<string> =>
  ok(await post(who, `/api/rumours/${id}/evidence`, line(says))).id
const look = (id: string, evidenceIds: string[], who: Who = 'officer') =>
  post(who, `/api/rumours/${id}/evidence-looks`, { evidenceIds })
const alarm = async (who: Who) =>
  ok(await as(who)({ url: '/api/station-home' })).alarms.find(
    ({ key }: { key: string }) => key === 'rumours_new_evidence',
  )?.count ?? 0
const freshOf = async (id: string) => {
  const { rumour, evidence } = await show(id)
  assert.equal(rumour.freshEvidence, evidence.filter(({ fresh }) => fresh).length)
  return rumour.freshEvidence
}
const figures = async (who: Who) => ok(await as(who)({ url: '/api/rumour-figures' }))

test('evidence that comes after an approved reply stands before who drafted it, until she answers or says that it stays', async () => {
  const id = await record('水库今晚要放水吗')
  await add(id, 'eastAuxiliary', '先问到的')
  assert.equal(await freshOf(id), 0, 'no reply yet')
  await reply(id)
  assert.equal(await freshOf(id), 0, 'she knew it when she drafted')
  const first = await add(id)
  assert.equal(await freshOf(id), 1)
  assert.deepEqual(
    [await alarm('officer'), await alarm('chief'), await alarm('eastAuxiliary')],
    [1, 0, 0],
    'hers alone',
  )
  assert.deepEqual(
    (await list('officer', '?filter=new_evidence')).map((each) => each.id),
    [id],
  )
  const second = await add(id, 'chief', '县里也答复了')
  assert.equal((await look(id, [first, second], 'chief')).statusCode, 403, 'who entered it cannot silence it')
  assert.equal(await freshOf(id), 2)
  ok(await look(id, [first]))
  assert.equal(await freshOf(id), 1, 'what she did not see goes on asking')
  ok(await look(id, [first, second]))
  assert.deepEqual([await freshOf(id), await alarm('officer')], [0, 0])
  const looked = await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(
      `select actor_id as actor, data->>'evidence' as evidence from events
       where station_id = $1 and name = 'rumour.evidence_looked_at' order by id`,
      [world.stationId],
    ),
  )
  assert.deepEqual(looked.rows, [
    { actor: world.officers.officer, evidence: first },
    { actor: world.officers.officer, evidence: second },
  ])
  await add(id, 'officer', '她自己记的')
  assert.equal(await freshOf(id), 0, 'who drafted it knows what she entered herself')
})

test('a newer draft answers it, taking the line back ends it, and so does the end of the rumour', async () => {
  const id = await record('老桥要拆了吗')
  await reply(id)
  await add(id)
  await draft(id)
  assert.equal(await freshOf(id), 0)
  const wrong = await add(id)
  assert.equal(await freshOf(id), 1)
  ok(await remove('officer', `/api/rumours/${id}/evidence/${wrong}`))
  assert.equal(await freshOf(id), 0)
  await add(id)
  ok(await move(id, 'ended'))
  assert.equal(await freshOf(id), 0)
})

test('where who drafted it is gone, those who may decide are asked', async () => {
  const id = await record('村口要装摄像头吗')
  const version = await draft(id, {}, 'eastAuxiliary')
  ok(await approve(id, version))
  await add(id, 'chief')
  assert.deepEqual([await alarm('eastAuxiliary'), await alarm('officer')], [1, 0])
  await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(
      `insert into officer_suspensions (station_id, id, officer_id, by_officer_id, reason)
       values ($1, gen_random_uuid(), $2, $3, '调走')`,
      [world.stationId, world.officers.eastAuxiliary, world.officers.chief],
    ),
  )
  assert.deepEqual([await alarm('officer'), await alarm('westAuxiliary')], [1, 0])
})

test('evidence of another rumour or village is not found', async () => {
  const [id, other] = [await record('明天封路吗'), await record('学校停课吗')]
  const line = await add(other, 'officer')
  assert.equal((await look(id, [line])).statusCode, 404)
  assert.equal((await look(other, [line], 'westAuxiliary')).statusCode, 404)
})

test('how many drafts wait is counted apart for who may approve them', async () => {
  const before = await figures('chief')
  const id = await record('超市的盐要卖光了吗')
  await draft(id)
  const mine = async (who: Who) => (await figures(who)).toApproveByMe
  assert.equal((await figures('chief')).toApprove, before.toApprove + 1)
  assert.equal(await mine('chief'), before.toApproveByMe + 1)
  assert.equal(await mine('officer'), 0, 'her own')
  assert.equal(await mine('westAuxiliary'), 0)
})
