import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/id.ts'
import { expectOk, startCaseServer } from './cases.fixture.ts'

const server = await startCaseServer()
const { as, decide, guideId, inside, open, post, world } = server
const { east, west } = world.villages

type Item = { id: string; title: string; overdue: boolean; dueAt: string | null }
type Page = { items: Item[]; next: string | null; total?: number }
const list = async (query: Record<string, string>, who: 'chief' | 'eastAuxiliary' = 'chief'): Promise<Page> =>
  expectOk(await as(who)({ url: `/api/cases?${new URLSearchParams(query)}` }))
const idsOf = (page: Page) => page.items.map((item) => item.id)

const cow = await open({
  title: '耕牛走失',
  villageId: east,
  person: { name: '陈小红', phone: '13800000042' },
})
const split = await open({
  title: '老人分户',
  kind: 'service',
  guideId,
  villageId: west,
  contactId: world.contacts.liu,
})
const wall = await open({ title: '围墙纠纷100%', kind: 'dispute' }, 'chief')
const done = await open({ title: '耕牛走失后续', villageId: east })
expectOk(await decide(done))

const searches: [Record<string, string>, string[]][] = [
  [{}, [wall, split, cow]],
  [{ sort: 'oldest' }, [cow, split, wall]],
  [{ sort: 'due' }, [split, wall, cow]],
  [{ status: 'finished' }, [done]],
  [{ status: 'all', villageId: east }, [done, cow]],
  [{ villageId: 'unknown' }, [wall]],
  [{ kind: 'service' }, [split]],
  [{ assigneeId: world.officers.chief }, [wall]],
  [{ assigneeId: 'nobody' }, []],
  [{ contactId: world.contacts.liu }, [split]],
  [{ overdue: 'true' }, []],
  [{ text: '牛' }, [cow]],
  [{ text: '牛', status: 'all' }, [done, cow]],
  [{ text: '分户' }, [split]],
  [{ text: '小红' }, [cow]],
  [{ text: '0042' }, [cow]],
  [{ text: '刘师傅' }, [split]],
  [{ text: '100%' }, [wall]],
  [{ text: '%' }, [wall]],
  [{ text: '_' }, []],
  [{ text: "' or 1=1 --" }, []],
]
for (const [query, expected] of searches) {
  test(`list ${JSON.stringify(query)}`, async () => {
    const page = await list(query)
    const known = idsOf(page).filter((id) => [cow, split, wall, done].includes(id))
    // Deadlines at infinity are ordered by id.
    assert.deepEqual(
      query['sort'] === 'due' ? [known[0], known.length] : known,
      query['sort'] === 'due' ? [split, 3] : expected,
    )
    assert.equal(page.total, page.items.length)
  })
}

test('an auxiliary lists her villages and the unknown ones', async () => {
  assert.deepEqual(idsOf(await list({}, 'eastAuxiliary')).sort(), [cow, wall].sort())
  assert.deepEqual(idsOf(await list({ villageId: west }, 'eastAuxiliary')), [])
})

for (const sort of ['newest', 'oldest', 'due']) {
  test(`pages by ${sort} miss and repeat nothing`, async () => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Page = await list({ sort, limit: '1', ...(after ? { after } : {}) })
      assert.equal(page.total === undefined, after !== null)
      seen.push(...idsOf(page))
      after = page.next
    } while (after)
    assert.deepEqual([...seen].sort(), [cow, split, wall].sort())
  })
}

test('a place that is none is refused', async () => {
  for (const after of [
    'x',
    `2026-01-01_${newId()}x`,
    `infinity'_${newId()}`,
    `2026-99-99 00:00:00+00_${newId()}`,
  ]) {
    const answer = await as('chief')({ url: `/api/cases?${new URLSearchParams({ after })}` })
    assert.equal(answer.statusCode, 400, after)
  }
})

test('overdue is what has run out and is not paused', async () => {
  await inside(({ db, stationId }) =>
    db
      .updateTable('caseClocks')
      .set({ dueAt: new Date(Date.now() - 1000) })
      .where('stationId', '=', stationId)
      .where('caseId', '=', split)
      .execute(),
  )
  const page = await list({ overdue: 'true' })
  assert.deepEqual([idsOf(page), page.items[0]!.overdue], [[split], true])
})

test('likely repeats come with their reasons, and a linked one is no longer proposed', async () => {
  const similar = async (id: string, who: 'chief' | 'eastAuxiliary' = 'chief') =>
    expectOk(await as(who)({ url: `/api/cases/${id}/similar` })).items as { id: string; reasons: string[] }[]
  const again = await open({ title: '耕牛又走失了', villageId: east })
  const found = await similar(again)
  assert.deepEqual(
    found.map((item) => item.id),
    [done, cow],
  )
  assert.deepEqual(found[1]!.reasons, ['same_village', 'similar_title'])
  const mine = await open({ title: '身份证', contactId: world.contacts.liu, villageId: east })
  assert.deepEqual(
    (await similar(mine)).map((item) => item.reasons),
    [['same_contact']],
  )
  assert.deepEqual(await similar(mine, 'eastAuxiliary'), [])
  expectOk(await post('officer', `/api/cases/${again}/links`, { caseId: cow, kind: 'repeat' }))
  assert.deepEqual(
    (await similar(again)).map((item) => item.id),
    [done],
  )
  assert.equal((await as('eastAuxiliary')({ url: `/api/cases/${split}/similar` })).statusCode, 404)
})

test('links are seen from both ends by those who may see the other, and are taken back from either', async () => {
  const [a, b] = [await open({ villageId: east }), await open({ villageId: west })]
  const link = (from: string, to: string) =>
    post('officer', `/api/cases/${from}/links`, { caseId: to, kind: 'related' })
  const answers = await Promise.all([link(a, b), link(b, a)])
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [201, 409])
  assert.equal((await server.show(b)).links[0].caseId, a)
  assert.deepEqual((await server.show(a, 'eastAuxiliary')).links, [])
  assert.equal((await link(a, a)).statusCode, 400)
  const asEast = { caseId: b, kind: 'related' }
  assert.equal((await post('eastAuxiliary', `/api/cases/${cow}/links`, asEast)).statusCode, 404)
  expectOk(await as('officer')({ method: 'DELETE', url: `/api/cases/${b}/links/${a}` }))
  assert.deepEqual((await server.show(a)).links, [])
})

test('another station sees none of it', async () => {
  const { createWorld } = await import('../../../test/world.ts')
  const other = await createWorld(server.context.pool, '430182902')
  assert.equal((await as('chief', other)({ url: `/api/cases/${cow}` })).statusCode, 404)
  assert.equal(expectOk(await as('chief', other)({ url: '/api/cases?status=all' })).total, 0)
  const payload = { sourceCaseId: cow }
  const own = expectOk(
    await as('chief', other)({ method: 'POST', url: '/api/cases', payload: server.newCase() }),
  )
  const steal = await as('chief', other)({ method: 'POST', url: `/api/cases/${own.id}/merges`, payload })
  assert.equal(steal.statusCode, 404)
})
