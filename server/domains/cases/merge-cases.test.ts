import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expectOk, startCaseServer, statusesOf } from './cases.fixture.ts'

const server = await startCaseServer()
const { as, conversation, decide, guideId, holders, open, patch, post, sent, show, world } = server

const merge = (target: string, source: string, who: 'officer' | 'chief' | 'eastAuxiliary' = 'officer') =>
  post(who, `/api/cases/${target}/merges`, { sourceCaseId: source })
const undo = (id: string, mergeId: string) =>
  as('officer')({ method: 'DELETE', url: `/api/cases/${id}/merges/${mergeId}` })

/** A case as it is shown, without what a look at it or a merge is allowed to change. */
async function picture(id: string) {
  const { revision: _, clocks, merges: __, ...rest } = await show(id)
  return {
    ...rest,
    clocks: clocks.map(({ remainingSeconds: _, ...clock }: Record<string, unknown>) => clock),
  }
}

test('merged, read and undone from either side: the source is exactly what it was', async () => {
  const target = await open()
  const source = await open({ kind: 'service', guideId, person: { name: '陈大妈' } })
  const before = await picture(source)
  const { mergeId } = expectOk(await merge(target, source))
  assert.equal((await show(source)).mergedInto.id, target)
  assert.equal((await show(target)).merges[0].sourceCaseId, source)
  assert.deepEqual(await statusesOf([undo(source, mergeId), undo(target, mergeId)]), [200, 409])
  assert.deepEqual(await picture(source), before)
  const [trace] = (await show(target)).merges
  assert.deepEqual([trace.mergedBy.name, trace.undoneBy.name], ['李民警', '李民警'])
})

test('two officers merge crosswise: one success, one conflict', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await open(), await open()]
    assert.deepEqual(await statusesOf([merge(a, b), merge(b, a, 'chief')]), [201, 409])
  }
})

test('the same merge twice at once happens once', async () => {
  const [a, b] = [await open(), await open()]
  assert.deepEqual(await statusesOf([merge(a, b), merge(a, b)]), [201, 409])
})

test('a merged case stands still and is not listed; its merger is worked on', async () => {
  const [target, source] = [await open({ title: '停电求助' }), await open({ title: '停电求助' })]
  expectOk(await merge(target, source))
  assert.equal((await patch(source, { title: '别的' })).statusCode, 409)
  assert.equal((await decide(source)).statusCode, 409)
  const status = { status: 'in_progress', note: '' }
  assert.equal((await post('officer', `/api/cases/${source}/status-changes`, status)).statusCode, 409)
  const list = expectOk(await as('chief')({ url: `/api/cases?text=${encodeURIComponent('停电')}` }))
  assert.deepEqual([list.total, list.items[0].id], [1, target])
  expectOk(await decide(target))
})

test('what can’t be merged', async () => {
  const [a, b, finished] = [await open(), await open(), await open()]
  assert.equal((await merge(a, a)).statusCode, 400)
  assert.equal((await merge(a, world.stationId)).statusCode, 404)
  expectOk(await decide(finished))
  assert.equal((await merge(finished, a)).statusCode, 409)
  expectOk(await merge(a, finished))
  expectOk(await merge(b, a))
  assert.equal((await merge(a, await open())).statusCode, 409)
  assert.equal((await merge(await open(), await open(), 'eastAuxiliary')).statusCode, 403)
})

test('the conversations follow the merges: the one that stands holds them, all hear the outcome', async () => {
  const [ca, cb] = [await conversation('chen'), await conversation('liu')]
  const a = await open({ conversationId: ca })
  const b = await open({ conversationId: cb })
  const c = await open()
  const ab = expectOk(await merge(b, a))
  const bc = expectOk(await merge(c, b))
  assert.deepEqual([await holders(ca), await holders(cb)], [[c], [c]])
  expectOk(await undo(b, bc.mergeId))
  assert.deepEqual([await holders(ca), await holders(cb)], [[b], [b]])
  expectOk(await undo(a, ab.mergeId))
  assert.deepEqual([await holders(ca), await holders(cb)], [[a], [b]])
  expectOk(await merge(b, a))
  assert.equal(expectOk(await decide(b, { tell: true })).told, 2)
  assert.deepEqual([await holders(ca), await holders(cb)], [[], []])
  assert.deepEqual([(await sent(ca)).length, (await sent(cb)).length], [1, 1])
})

test('undone after the other was done: the source is open again and holds its conversation', async () => {
  const conversationId = await conversation('chen')
  const source = await open({ conversationId })
  const target = await open({ conversationId })
  const { mergeId } = expectOk(await merge(target, source))
  expectOk(await decide(target, { tell: true }))
  assert.deepEqual(await holders(conversationId), [])
  expectOk(await undo(target, mergeId))
  assert.deepEqual(await holders(conversationId), [source])
  assert.equal((await show(source)).status, 'open')
})

/** How many of the cases stand for themselves. */
const standing = (ids: string[]) =>
  server.inside(async ({ db, stationId }) => {
    const rows = await db
      .selectFrom('cases')
      .select('id')
      .where('stationId', '=', stationId)
      .where('id', 'in', ids)
      .where('mergedInto', 'is', null)
      .execute()
    return rows.length
  })

test('any merges and undoings: no circle, and undoing all gives back what was', async () => {
  const step = fc.record({
    target: fc.nat({ max: 3 }),
    source: fc.nat({ max: 3 }),
    undo: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      const conversations = [await conversation('chen'), await conversation('liu')]
      const ids = await Promise.all(
        [0, 1, 2, 3].map((n) => open(n < 2 ? { conversationId: conversations[n] } : {})),
      )
      const before = await Promise.all(ids.map(picture))
      const merged: { target: string; mergeId: string }[] = []
      for (const { target, source, undo: takeBack } of steps) {
        const last = merged.at(-1)
        if (takeBack && last) {
          expectOk(await undo(last.target, last.mergeId))
          merged.pop()
          continue
        }
        const answer = await merge(ids[target]!, ids[source]!)
        if (answer.statusCode === 201) merged.push({ target: ids[target]!, mergeId: answer.json().mergeId })
        assert.equal(await standing(ids), ids.length - merged.length)
      }
      for (const { target, mergeId } of merged.reverse()) expectOk(await undo(target, mergeId))
      assert.deepEqual(await Promise.all(ids.map(picture)), before)
      assert.deepEqual(await Promise.all(conversations.map(holders)), [[ids[0]], [ids[1]]])
    }),
    { numRuns: 6 },
  )
})
