import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReviewSample } from '../../../contract/reviews.ts'
import type { Figure, FigureRows, StatisticsPage } from '../../../contract/statistics.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld, type World } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { matterFixture } from './matters.fixture.ts'

const { as, context } = await startTestServer()
let stations = 0
const at = (text: string) => new Date(`2026-03-${text}+08:00`)
const month = '2026-03'

async function station() {
  const world = await createWorld(context.pool, `43018270${++stations}1`)
  const { run, ...fixture } = matterFixture(context.pool, world)
  type Officer = keyof World['officers']
  const sample = async (who: Officer = 'chief') =>
    (await as(who, world)({ url: `/api/reviews?month=${month}` })).json<ReviewSample>()
  const review = (item: { kind: string; id: string }, fields: object = {}, who: Officer = 'chief') =>
    as(
      who,
      world,
    )({
      method: 'POST',
      url: '/api/reviews',
      payload: { month, kind: item.kind, id: item.id, wasEmergency: false, note: '', ...fields },
    })
  const figure = async (): Promise<Figure> => {
    const page = await as('chief', world)({ url: `/api/statistics?month=${month}` })
    return page.json<StatisticsPage>().figures.find(({ key }) => key === 'mis_diversion')!
  }
  const rows = async () =>
    (
      await as('chief', world)({ url: `/api/statistics/mis_diversion/rows?month=${month}` })
    ).json<FigureRows>()
  return { world, ...fixture, run, sample, review, figure, rows }
}

const close = (day: string, emergency = false) => ({
  openedAt: at(`${day}T09:00`),
  closures: [{ at: at(`${day}T10:00`), emergency }],
})

test('chance draws twenty of a month, the same for everybody; emergencies and other months are not drawn', async () => {
  const { conversation, case: openCase, sample } = await station()
  for (let n = 0; n < 24; n++) await conversation(close('10'))
  await openCase({ openedAt: at('11T09:00'), finishedAt: at('11T10:00') })
  await conversation(close('10', true))
  await conversation({ openedAt: at('01T09:00'), closures: [{ at: new Date('2026-02-20T10:00+08:00') }] })
  const first = await sample()
  assert.deepEqual([first.drawn, first.reviewed, first.own, first.items.length], [20, 0, 0, 20])
  assert.equal(new Set(first.items.map(({ id }) => id)).size, 20)
  assert.ok(first.items.every(({ closedAt }) => closedAt.startsWith('2026-03-')))
  assert.deepEqual(await sample(), first)
  assert.equal(first.items.find(({ kind }) => kind === 'conversation')?.closedBy, '李民警')
})

test('whoever was shown the sample is in the log, with what she was shown', async () => {
  const { world, conversation, sample, run } = await station()
  for (let n = 0; n < 3; n++) await conversation(close('10'))
  const { items } = await sample()
  const { rows } = await run(
    `select actor_id, data from events where station_id = $1 and name = 'figure.listed'`,
  )
  assert.equal(rows.length, 1)
  assert.equal(rows[0].actor_id, world.officers.chief)
  assert.deepEqual([...rows[0].data.ids].sort(), items.map(({ id }) => id).sort())
})

test('only what was drawn is reviewed, once, by somebody other than who closed it', async () => {
  const { world, conversation, sample, review, run } = await station()
  for (let n = 0; n < 21; n++) await conversation(close('10'))
  const { items } = await sample()
  const drawn = new Set(items.map(({ id }) => id))
  const { rows: all } = await run('select id from conversations where station_id = $1')
  const left = all.find(({ id }) => !drawn.has(id))
  assert.equal((await review({ kind: 'conversation', id: left.id })).statusCode, 404)
  assert.equal((await review({ kind: 'case', id: items[0]!.id })).statusCode, 404)
  assert.equal((await review({ kind: 'conversation', id: newId() })).statusCode, 404)

  // The officer closed them all: none is hers to review.
  const hers = await sample('officer')
  assert.deepEqual([hers.items.length, hers.own], [0, 20])
  assert.equal((await review(items[0]!, {}, 'officer')).statusCode, 403)
  for (const who of ['eastAuxiliary', 'administrator', 'auditor'] as const) {
    assert.equal((await review(items[0]!, {}, who)).statusCode, 403)
  }

  const both = await Promise.all([review(items[0]!), review(items[0]!)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [201, 409])
  const after = await sample()
  assert.deepEqual([after.reviewed, after.items.length], [1, 19])
  assert.ok(!after.items.some(({ id }) => id === items[0]!.id))

  const { rows: events } = await run(
    `select subject_id, actor_id, data from events where station_id = $1 and name = 'matter.reviewed'`,
  )
  assert.deepEqual(
    events.map((each) => [each.subject_id, each.actor_id, each.data.wasEmergency]),
    [[items[0]!.id, world.officers.chief, false]],
  )
})

test('an emergency that was overlooked says why', async () => {
  const { conversation, sample, review } = await station()
  await conversation(close('10'))
  const [item] = (await sample()).items
  assert.equal((await review(item!, { wasEmergency: true, note: ' ' })).statusCode, 400)
  assert.equal((await review(item!, { wasEmergency: true, note: '当时已经动手了' })).statusCode, 201)
})

test('nothing found among n is at most 3 in n, never nought; one found is a share with its interval', async () => {
  const { conversation, sample, review, figure, rows } = await station()
  for (let n = 0; n < 8; n++) await conversation(close('10'))
  const none = await figure()
  assert.deepEqual([none.value, none.numerator, none.denominator], [null, 0, 0])
  assert.match(none.note!, /还没有复核过/)

  const { items } = await sample()
  for (const item of items.slice(0, 2)) await review(item)
  const few = await figure()
  assert.deepEqual([few.value, few.numerator, few.denominator], [null, 0, 2])
  // Never more than all.
  assert.equal(few.measures.find(({ key }) => key === 'at_most')?.value, 1)

  for (const item of items.slice(2, 6)) await review(item)
  const more = await figure()
  assert.deepEqual([more.value, more.numerator, more.denominator], [null, 0, 6])
  assert.equal(more.measures.find(({ key }) => key === 'at_most')?.value, 0.5)
  assert.match(more.note!, /最多约 3\/6/)

  await review(items[6]!, { wasEmergency: true, note: '当时已经动手了' })
  const found = await figure()
  assert.deepEqual([found.numerator, found.denominator], [1, 7])
  assert.equal(found.value, 1 / 7)
  assert.ok(found.band!.low > 0 && found.band!.high < 1)
  assert.deepEqual(found.measures, [])
  const listed = await rows()
  assert.equal(listed.total, 7)
  assert.deepEqual(
    listed.items.filter(({ counted }) => counted).map(({ id, reason }) => [id, reason]),
    [[items[6]!.id, '复核：当时是紧急的（周所长）']],
  )
})

test('a review entered wrongly is taken back by who entered it or a chief, counts no longer, and may be entered again', async () => {
  const { world, conversation, sample, review, figure, rows, run } = await station()
  for (let n = 0; n < 3; n++) await conversation(close('10'))
  // Closed by somebody else, so that the officer may review too.
  await run('update closures set officer_id = $2 where station_id = $1', [world.officers.eastAuxiliary])
  const { items } = await sample()
  const takeBack = (id: string, reason: string, who: keyof World['officers'] = 'chief') =>
    as(who, world)({ method: 'POST', url: `/api/reviews/${id}/taking-back`, payload: { reason } })

  const mistaken = { wasEmergency: true, note: '点错了一件' }
  const { id: first } = (await review(items[0]!, mistaken, 'officer')).json<{ id: string }>()
  const { id: chiefs } = (await review(items[1]!)).json<{ id: string }>()
  assert.deepEqual([(await figure()).numerator, (await figure()).denominator], [1, 2])
  const seenBy = async (who: keyof World['officers']) =>
    (await sample(who)).entered.map(({ reviewId, mayTakeBack }) => [reviewId, mayTakeBack])
  assert.deepEqual(await seenBy('officer'), [
    [chiefs, false],
    [first, true],
  ])
  assert.deepEqual(await seenBy('chief'), [
    [chiefs, true],
    [first, true],
  ])

  assert.equal((await takeBack(chiefs, '不是我填的', 'officer')).statusCode, 403)
  assert.equal((await takeBack(first, '不是我填的', 'eastAuxiliary')).statusCode, 403)
  assert.equal((await takeBack(newId(), '没有这件')).statusCode, 404)
  assert.equal((await takeBack(first, ' ', 'officer')).statusCode, 400)
  const both = await Promise.all([takeBack(first, '看错了编号', 'officer'), takeBack(first, '重复了')])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])

  const after = await figure()
  assert.deepEqual([after.numerator, after.denominator, (await rows()).total], [0, 1, 1])
  const again = await sample()
  assert.deepEqual([again.reviewed, again.items.length], [1, 2])
  const shown = again.entered.find(({ reviewId }) => reviewId === first)!
  assert.equal(shown.mayTakeBack, false)
  assert.ok(shown.takenBack && shown.takenBack.why.length > 0 && Date.parse(shown.takenBack.at) <= Date.now())
  const { rows: events } = await run(
    `select subject_id, data from events where station_id = $1 and name = 'matter.review_taken_back'`,
  )
  assert.deepEqual(
    events.map((each) => [each.subject_id, each.data.reviewId]),
    [[items[0]!.id, first]],
  )

  assert.equal((await review(items[0]!)).statusCode, 201)
  assert.equal((await review(items[0]!)).statusCode, 409)
  assert.deepEqual([(await figure()).numerator, (await figure()).denominator], [0, 2])
})
