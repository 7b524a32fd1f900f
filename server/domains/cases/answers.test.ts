import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeToldPapers } from '../../../contract/told-papers.ts'
import { newId } from '../../platform/id.ts'
import { expectOk, startCaseServer } from './cases.fixture.ts'

const { as, asResident, post, newCase, open, show, guideId, events, inside, world } = await startCaseServer()
const phone = asResident('chen')

const questions = [
  {
    key: 'reason',
    text: '为什么分开？',
    answers: [
      { key: 'marriage', text: '结婚了', leadsTo: null },
      { key: 'family', text: '分家', leadsTo: null },
    ],
  },
  {
    key: 'house',
    text: '另外有房吗？',
    answers: [
      { key: 'yes', text: '有', leadsTo: null },
      { key: 'no', text: '没有', leadsTo: null },
    ],
  },
]
await inside(async (tx) => {
  await tx.client.query('update guides set content = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    guideId,
    JSON.stringify({ questions, timeLimit: '当场' }),
  ])
  await tx.client.query(
    `update guide_materials set needed_if = $3 where station_id = $1 and guide_id = $2 and key = 'house'`,
    [tx.stationId, guideId, JSON.stringify([{ question: 'house', answer: 'yes' }])],
  )
})

const service = (more: object = {}) =>
  newCase({ kind: 'service', title: '分户', scenario: 'business', channel: 'web', guideId, ...more })
const put = (who: Parameters<typeof as>[0], id: string, answers: object) =>
  as(who)({ method: 'PUT', url: `/api/cases/${id}/answers`, payload: { answers } })
const hers = async (id: string) => expectOk(await phone({ url: `/api/resident/cases/${id}` }))
const own = async () => open(service({ contactId: world.contacts.chen }))
const said = (matter: { answers: { question: string; answer: string }[] }) =>
  Object.fromEntries(matter.answers.map(({ question, answer }) => [question, answer]))

test('a case keeps the questions it began with, and what hangs on them', async () => {
  const id = await own()
  const shown = await show(id)
  assert.deepEqual(shown.questions, questions)
  assert.deepEqual(shown.materials[2].when, [{ question: 'house', answer: 'yes' }])
  assert.deepEqual(shown.answers, [])
  assert.deepEqual((await hers(id)).questions, questions)
})

test('the resident answers, an officer corrects, and both are kept; the same again adds nothing', async () => {
  const id = await own()
  const answer = (answers: object) =>
    phone({ method: 'PUT', url: `/api/resident/cases/${id}/answers`, payload: { answers } })
  expectOk(await answer({ reason: 'marriage', house: 'unsure' }))
  expectOk(await answer({ reason: 'marriage', house: 'unsure' }))
  expectOk(await put('officer', id, { house: 'yes' }))
  const shown = await show(id)
  assert.deepEqual(said(shown), { reason: 'marriage', house: 'yes' })
  const corrected = shown.answers.find(({ question }: { question: string }) => question === 'house')
  assert.equal(corrected.officer.id, world.officers.officer)
  const mine = await hers(id)
  assert.deepEqual(said(mine), { reason: 'marriage', house: 'yes' })
  assert.deepEqual(mine.answers.map(({ byStation }: { byStation: boolean }) => byStation).sort(), [
    false,
    true,
  ])
  assert.equal((await events(id)).filter((name) => name === 'case.answers_changed').length, 2)
  const { rows } = await inside((tx) =>
    tx.client.query('select from case_answers where station_id = $1 and case_id = $2', [tx.stationId, id]),
  )
  assert.equal(rows.length, 3)
})

test('what is not asked is refused whole; nobody answers for somebody else', async () => {
  const id = await own()
  for (const answers of [{ gone: 'yes' }, { reason: 'gone' }, { reason: 'marriage', house: 'maybe' }]) {
    const refused = await put('officer', id, answers)
    assert.equal(refused.statusCode, 400)
    assert.match(refused.json().message, /刷新/)
  }
  assert.deepEqual((await show(id)).answers, [])
  const stranger = asResident('liu')
  const payload = { answers: { reason: 'marriage' } }
  assert.equal(
    (await stranger({ method: 'PUT', url: `/api/resident/cases/${id}/answers`, payload })).statusCode,
    404,
  )
  assert.equal((await put('westAuxiliary', id, { reason: 'family' })).statusCode, 404)
  expectOk(await post('officer', `/api/cases/${id}/outcome`, ended))
  assert.equal((await put('officer', id, { reason: 'family' })).statusCode, 409)
})
const ended = { settlement: 'counter', emergency: false, words: '办好了。', tell: false }

test('what a family told with its papers stands in the case as its own word', async () => {
  const body = writeToldPapers({
    guide: '分户',
    answers: [
      { question: '为什么分开？', answer: '结婚了' },
      { question: '另外有房吗？', answer: '我不清楚' },
    ],
    ready: [{ name: '户口簿', photos: [] }],
    missing: ['身份证'],
  })
  const sent = expectOk(
    await phone({
      method: 'POST',
      url: '/api/resident/messages',
      payload: { clientKey: newId(), body, fileIds: [] },
    }),
  )
  const shown = await show(await open(service({ conversationId: sent.conversationId })))
  assert.deepEqual(said(shown), { reason: 'marriage', house: 'unsure' })
  assert.equal(shown.answers[0].officer, null)
  assert.equal(shown.materials[0].verdict, 'ready')
})

test('a photo nobody can read is taken again; without a photo there is nothing to read', async () => {
  const id = await own()
  const check = (payload: Record<string, unknown>) =>
    post('officer', `/api/cases/${id}/materials/card/checks`, payload)
  const refused = await check({ verdict: 'unreadable', note: '' })
  assert.equal(refused.statusCode, 400)
  assert.match(refused.json().message, /没有照片/)
  assert.equal((await check({ verdict: 'rejected', note: ' ' })).statusCode, 400)
})

const missing = [{ key: 'card', cause: 'not_told', reason: '电话里没有说到身份证' }]

test('a second trip is written down with its paper and its reason, or not at all', async () => {
  const id = await own()
  const change = (payload: Record<string, unknown>) =>
    post('officer', `/api/cases/${id}/status-changes`, payload)
  const tries: [object[], RegExp][] = [
    [[{ ...missing[0], key: 'passport' }], /清单/],
    [[missing[0]!, missing[0]!], /两次/],
    [[{ ...missing[0], reason: '  ' }], /原因/],
    [[{ ...missing[0], cause: 'bad_luck' }], /./],
    [[], /./],
  ]
  for (const [wrong, sentence] of tries) {
    const refused = await change({ status: 'waiting_resident', note: '', missing: wrong })
    assert.equal(refused.statusCode, 400, JSON.stringify(wrong))
    assert.match(refused.json().message, sentence)
  }
  assert.equal((await show(id)).status, 'open', 'nothing of a refused change stays')
  assert.equal((await change({ status: 'in_progress', note: '', missing })).statusCode, 400)
  const unsaid = await change({ status: 'waiting_resident', note: ' ' })
  assert.equal(unsaid.statusCode, 400)
  assert.match(unsaid.json().message, /等居民补什么/)
  expectOk(await change({ status: 'waiting_resident', note: '', missing }))
  const shown = await show(id)
  assert.equal(shown.status, 'waiting_resident')
  assert.deepEqual(
    shown.secondTrips.map((trip: Record<string, unknown>) => [trip['name'], trip['cause'], trip['reason']]),
    [['身份证', 'not_told', '电话里没有说到身份证']],
  )
  assert.ok((await events(id)).includes('case.second_trip'))
})

test('the guide says how often, for which paper and why; words only of what one may see', async () => {
  const id = await own()
  expectOk(
    await post('officer', `/api/cases/${id}/outcome`, {
      ...ended,
      settlement: 'withdrawn',
      missing: [
        { key: 'card', cause: 'forgotten', reason: '告诉了，还是忘了' },
        { key: 'register', cause: 'forgotten', reason: '告诉了，还是忘了' },
      ],
    }),
  )
  const count = async (who: Parameters<typeof as>[0]) =>
    expectOk(await as(who)({ url: `/api/guides/${guideId}/second-trips` }))
  const all = await count('chief')
  assert.equal(all.trips, 2, 'one occasion counts once')
  assert.deepEqual(all.papers, [
    { name: '身份证', count: 2 },
    { name: '户口簿', count: 1 },
  ])
  assert.deepEqual(all.causes[0], { cause: 'forgotten', count: 2 })
  assert.equal(all.recent.length, 3)
  const west = await count('westAuxiliary')
  assert.equal(west.trips, 2)
  assert.deepEqual(west.recent, [])
  assert.equal((await as('chief')({ url: `/api/guides/${newId()}/second-trips` })).statusCode, 404)
})
