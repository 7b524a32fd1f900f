import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '../../platform/id.ts'
import { expectOk, startCaseServer } from './cases.fixture.ts'

const server = await startCaseServer()
const { asResident, conversation, decide, guideId, holders, inside, open, post, show, world } = server
const { chen, liu } = world.contacts

const own = async (id: string, who: 'chen' | 'liu' = 'chen') =>
  expectOk(await asResident(who)({ url: `/api/resident/cases/${id}` }))
const list = async (who: 'chen' | 'liu' = 'chen') =>
  expectOk(await asResident(who)({ url: '/api/resident/cases' })).items
const rate = (id: string, payload: Record<string, unknown>, who: 'chen' | 'liu' = 'chen') =>
  asResident(who)({
    method: 'POST',
    url: `/api/resident/cases/${id}/rating`,
    payload: { words: '', ...payload },
  })
const check = (id: string, key: string, payload: Record<string, unknown>, who: 'chen' | 'liu' = 'chen') =>
  asResident(who)({ method: 'POST', url: `/api/resident/cases/${id}/materials/${key}/checks`, payload })

const photoOf = (ownerId: string, ownerKind: 'resident' | 'officer' = 'resident') =>
  inside(async ({ db, stationId }) => {
    const id = newId()
    await db
      .insertInto('files')
      .values({
        stationId,
        id,
        kind: 'photo',
        sha256: id.replaceAll('-', '').repeat(2),
        mediaType: 'image/jpeg',
        size: 1,
        ownerKind,
        ownerId,
      })
      .execute()
    return id
  })

test('she sees her case, and of the station’s notes and other people nothing', async () => {
  const secret = ['内部情况', '证人丙', '13900000000', '先别声张']
  const id = await open({ contactId: chen, details: secret[0], title: '找牛', guideId })
  expectOk(
    await post('officer', `/api/cases/${id}/people`, { name: secret[1], phone: secret[2], part: 'witness' }),
  )
  const note = { status: 'in_progress', note: secret[3] }
  expectOk(await post('officer', `/api/cases/${id}/status-changes`, note))
  const answer = await asResident('chen')({ url: `/api/resident/cases/${id}` })
  for (const words of secret) assert.ok(!answer.body.includes(words))
  const shown = answer.json()
  assert.deepEqual([shown.title, shown.status, shown.officerName], ['找牛', 'in_progress', '李民警'])
  assert.deepEqual(
    shown.statusChanges.map((change: { status: string }) => change.status),
    ['open', 'in_progress'],
  )
  assert.equal(shown.clocks[0].paused, false)
})

test('her case names the guide it follows, and its page as long as the station shows it', async () => {
  const [id, without] = [await open({ contactId: chen, guideId }), await open({ contactId: chen })]
  const guideOf = async (of: string) => [
    (await list()).find((item: { id: string }) => item.id === of).guideId,
    (await own(of)).guide,
  ]
  const named = { id: guideId, name: '分户' }
  assert.deepEqual(await guideOf(id), [guideId, { ...named, slug: 'household-split' }])
  assert.deepEqual(await guideOf(without), [null, null])
  const hide = (hidden: boolean) =>
    inside(({ client, stationId }) =>
      client.query(
        'update guides set hidden_at = case when $3 then now() end where station_id = $1 and id = $2',
        [...[stationId, guideId, hidden]],
      ),
    )
  await hide(true)
  assert.deepEqual(await guideOf(id), [guideId, { ...named, slug: null }])
  await hide(false)
})

test('another resident’s case is as good as none, for every deed', async () => {
  const id = await open({ contactId: chen, guideId })
  expectOk(await decide(id))
  const calls = [
    asResident('liu')({ url: `/api/resident/cases/${id}` }),
    rate(id, { verdict: 'objection' }, 'liu'),
    check(id, 'card', { verdict: 'ready' }, 'liu'),
  ]
  for (const answer of await Promise.all(calls)) assert.equal(answer.statusCode, 404)
  assert.ok(!(await list('liu')).some((item: { id: string }) => item.id === id))
  assert.ok((await list()).some((item: { id: string }) => item.id === id))
  assert.equal((await server.anonymous({ url: '/api/resident/cases' })).statusCode, 401)
  assert.equal((await server.as('chief')({ url: '/api/resident/cases' })).statusCode, 401)
})

test('she ticks and photographs papers, the officer turns one down and she reads why', async () => {
  const id = await open({ contactId: chen, guideId })
  const missing = async () => (await list()).find((item: { id: string }) => item.id === id).missingMaterials
  assert.equal(await missing(), 2)
  expectOk(await check(id, 'register', { verdict: 'ready' }))
  assert.equal(await missing(), 1, 'what she has ready is not missing')
  const fileId = await photoOf(chen)
  assert.equal((await check(id, 'card', { verdict: 'photographed' })).statusCode, 400)
  assert.equal(
    (await check(id, 'card', { verdict: 'photographed', fileId: await photoOf(liu) })).statusCode,
    400,
  )
  expectOk(await check(id, 'card', { verdict: 'photographed', fileId }))
  assert.equal((await check(id, 'card', { verdict: 'accepted' })).statusCode, 400)
  assert.deepEqual((await show(id)).materials[1].photos, [{ id: fileId, unreadable: false, laid: false }])
  const rejection = { verdict: 'rejected', note: '有反光，请重拍', fileId: null }
  expectOk(await post('officer', `/api/cases/${id}/materials/card/checks`, rejection))
  const [register, card] = (await own(id)).materials
  assert.deepEqual([register.verdict, card.verdict, card.note], ['ready', 'rejected', '有反光，请重拍'])
  assert.equal(await missing(), 1, 'what was turned down is')
  expectOk(await check(id, 'card', { verdict: 'withdrawn' }))
  assert.deepEqual((await own(id)).materials[1].photos, [])
  expectOk(await post('officer', `/api/cases/${id}/materials/card/checks`, { verdict: 'accepted', note: '' }))
  assert.equal(await missing(), 0)
})

test('she learns the outcome when she is told, not before, and then she may say whether it helped', async () => {
  const id = await open({ contactId: chen })
  assert.equal((await rate(id, { verdict: 'helped' })).statusCode, 409)
  expectOk(await decide(id))
  assert.equal((await own(id)).outcome, null)
  assert.equal((await rate(id, { verdict: 'helped' })).statusCode, 409)
  expectOk(await post('officer', `/api/cases/${id}/outcome-notice`, { by: 'phone' }))
  assert.equal((await own(id)).outcome.words, '已经办好，新户口簿可以来取了。')
  assert.deepEqual(expectOk(await rate(id, { verdict: 'not_helped' })), { reopened: false })
  assert.deepEqual(expectOk(await rate(id, { verdict: 'helped', words: '谢谢' })), { reopened: false })
  assert.equal((await show(id)).outcomes[0].rating.verdict, 'helped')
})

for (const rating of [{ verdict: 'objection' }, { verdict: 'not_helped', reopen: true }]) {
  test(`${JSON.stringify(rating)} reopens the case and holds the conversation again`, async () => {
    const conversationId = await conversation('chen')
    const id = await open({ conversationId, guideId })
    expectOk(await decide(id, { tell: true }))
    const answers = await Promise.all([rate(id, rating), rate(id, rating)])
    assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409])
    const shown = await show(id)
    assert.equal(shown.status, 'in_progress')
    assert.deepEqual(
      [shown.statusChanges.at(-1).byResident, shown.statusChanges.at(-1).officer],
      [true, null],
    )
    assert.equal(shown.outcomes[0].rating.verdict, rating.verdict)
    assert.equal(
      new Date(shown.outcomes[0].reopenedAt).getTime(),
      new Date(shown.statusChanges.at(-1).changedAt).getTime(),
    )
    assert.deepEqual(await holders(conversationId), [id])
    const names = await server.events(id)
    assert.deepEqual(names.filter((name) => name !== 'case.read').slice(-2), ['case.rated', 'case.reopened'])
    assert.equal((await own(id)).outcome, null)
  })
}

test('of a merged case she follows, reads and rates the one that stands for it', async () => {
  const [ca, cb] = [await conversation('chen'), await conversation('liu')]
  const mine = await open({ conversationId: ca })
  const neighbours = await open({ conversationId: cb, title: '停电' })
  expectOk(await post('officer', `/api/cases/${neighbours}/merges`, { sourceCaseId: mine }))
  expectOk(await decide(neighbours, { tell: true, words: '电已经修好。' }))
  const shown = await own(mine)
  assert.deepEqual([shown.status, shown.merged, shown.outcome.words], ['done', true, '电已经修好。'])
  assert.equal((await asResident('chen')({ url: `/api/resident/cases/${neighbours}` })).statusCode, 404)
  assert.deepEqual(expectOk(await rate(mine, { verdict: 'objection', words: '我家还没有电' })), {
    reopened: true,
  })
  assert.equal((await show(neighbours)).status, 'in_progress')
  assert.deepEqual([await holders(ca), await holders(cb)], [[neighbours], [neighbours]])
})
