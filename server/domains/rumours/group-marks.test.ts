import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { makeGroup, ok, workDesk } from './rumours.fixture.ts'

const { as, context, world } = await startTestServer()
const elsewhere = await createWorld(context.pool, '430182902')
const { stationId, villages } = world
const { pool } = context
const [east, west, unplaced] = await Promise.all([
  makeGroup(pool, stationId, '东村平安群', villages.east),
  makeGroup(pool, stationId, '西村大家庭', villages.west),
  makeGroup(pool, stationId, '没定村的群', null),
])
const desk = workDesk(as, villages.east)
const { record, reply, asks, answered, takeBack, beside, show, move } = desk
const besideOne = async (id: string, group = east, who: 'officer' | 'eastAuxiliary' = 'eastAuxiliary') =>
  (await beside(group, who)).find((each) => each.id === id)
const counts = async (id: string) => {
  const { waiting, behind, answered } = (await show(id)).rumour.groups
  return [waiting, behind, answered]
}

test('beside a group: the open rumours of its village with what may be said, and where the group stands', async () => {
  const id = await record('水库今晚要放水吗')
  const other = await record('西村要修路吗', [villages.west])
  const town = await record('全镇停电三天吗', null)
  const items = await beside(east, 'eastAuxiliary')
  assert.deepEqual(
    items.map((each) => [each.id, each.state, each.reply]),
    [
      [town, null, null],
      [id, null, null],
    ],
    'nothing of another village, and nothing to say yet',
  )
  assert.ok(!items.some((each) => each.id === other))
  assert.equal((await beside(unplaced)).length, 3, 'a group without a village may ask about anything')
  ok(await asks(id, east, 'eastAuxiliary'))
  const version = await reply(id)
  const [first] = await beside(east, 'eastAuxiliary')
  assert.deepEqual([first?.id, first?.state, first?.reply?.version], [id, 'waiting', version])
  assert.match(first?.reply?.body ?? '', /^【答复】关于“水库今晚要放水吗”/)
  assert.ok(first?.askedAt)

  assert.equal((await as('westAuxiliary')({ url: `/api/chat-groups/${east}/rumours` })).statusCode, 404)
  const foreign = await as('chief', elsewhere)({ url: `/api/chat-groups/${east}/rumours` })
  assert.equal(foreign.statusCode, 404)
  assert.equal((await as('administrator')({ url: `/api/chat-groups/${east}/rumours` })).statusCode, 403)
})

test('what was answered may be asked again, waits again, and is answered again with the same words', async () => {
  const id = await record('老桥要拆了吗')
  const version = await reply(id)
  ok(await asks(id, east))
  ok(await asks(id, east))
  ok(await answered(id, east, version, 'eastAuxiliary'))
  assert.deepEqual(await counts(id), [0, 0, 1])
  assert.equal((await besideOne(id))?.state, 'answered')
  assert.equal((await besideOne(id))?.last?.by.name, '王辅警')

  ok(await asks(id, east, 'eastAuxiliary'))
  assert.deepEqual(await counts(id), [1, 0, 0])
  const [group] = (await show(id)).groups
  assert.deepEqual([group?.state, group?.answers.length, group?.askedBy?.name], ['waiting', 1, '王辅警'])
  ok(await answered(id, east, version, 'eastAuxiliary'))
  ok(await answered(id, east, version, 'eastAuxiliary'))
  assert.deepEqual(await counts(id), [0, 0, 1])
  assert.equal((await show(id)).groups[0]?.answers.length, 2, 'twice is once, until it asks again')

  // Mark by mark, the newest first.
  const states = []
  for (let each = await takeBack(id, east); each.statusCode === 200; each = await takeBack(id, east))
    states.push((await besideOne(id))?.state)
  assert.deepEqual(states, ['waiting', 'answered', 'waiting', null])
})

test('what was sent is written down although a newer version came, or it is known to be wrong', async () => {
  const id = await record('学校要搬走吗')
  const first = await reply(id)
  const second = await reply(id)
  assert.equal((await answered(id, east, first)).statusCode, 409)
  ok(await answered(id, east, first, 'eastAuxiliary', { sent: true }))
  assert.equal((await besideOne(id))?.state, 'behind')
  assert.equal((await answered(id, east, second + 1, 'eastAuxiliary', { sent: true })).statusCode, 409)
  ok(await move(id, 'corrected'))
  const shown = await besideOne(id)
  assert.deepEqual([shown?.state, shown?.reply], ['to_correct', null])
  ok(await answered(id, west, second, 'officer', { sent: true }))
  assert.equal((await show(id)).groups.find(({ groupId }) => groupId === west)?.state, 'to_correct')
})

test('one that is over stands beside the group only while something is owed there', async () => {
  const id = await record('村口要装红绿灯吗')
  const version = await reply(id)
  ok(await answered(id, east, version))
  ok(await asks(id, unplaced))
  ok(await move(id, 'ended'))
  assert.equal(await besideOne(id), undefined)
  assert.equal((await besideOne(id, unplaced, 'officer'))?.state, 'waiting')
})
