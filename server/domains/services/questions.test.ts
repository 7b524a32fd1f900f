import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { askRereads } from './ask-rereads.ts'
import { loadStarterGuides } from './load-starter-guides.ts'

const { as, anonymous, world, context } = await startTestServer()
const chief = as('chief')
const inWorld = <T>(work: Parameters<typeof inStation<T>>[2]) =>
  inStation(context.pool, world.stationId, work)
await inWorld((tx) => loadStarterGuides(tx))

const show = async (slug: string) => (await chief({ url: `/api/guides/${slug}` })).json()
async function change(slug: string, payload: object) {
  const { id, version } = await show(slug)
  return chief({ method: 'PATCH', url: `/api/guides/${id}`, payload: { version, ...payload } })
}
async function refused(slug: string, payload: object, sentence: RegExp) {
  const answer = await change(slug, payload)
  assert.equal(answer.statusCode, 400, answer.body)
  assert.match(answer.json().message, sentence)
}
const question = (key: string, text: string, ...leads: (string | null)[]) => ({
  key,
  text,
  answers: leads.map((leadsTo, at) => ({ key: `a${at}`, text: `回答${at}`, leadsTo })),
})
const chain = (last: string | null) => [
  question('land', '承包地在您名下吗？', null, 'end'),
  question('age', '没满16岁？', null, null),
  question('comes', '本人能来吗？', last, 'end'),
]

test('questions that go in a circle are refused, and the circle is named', async () => {
  const { version } = await show('name-change')
  await refused(
    'name-change',
    { questions: chain('question:land') },
    /绕成了一圈.*“承包地在您名下吗？”→“没满16岁？”→“本人能来吗？”→“承包地在您名下吗？”/,
  )
  await refused('name-change', { questions: [question('a', '甲？', 'question:a', null)] }, /“甲？”→“甲？”/)
  assert.equal((await show('name-change')).version, version, 'nothing was kept')
})

test('questions that lead nowhere, or back to their own guide, are refused with their words', async () => {
  await refused('name-change', { questions: chain('question:gone') }, /“本人能来吗？”回答“回答0”.*没有了/)
  await refused('name-change', { questions: chain('guide:name-change') }, /又回到这份指南自己/)
  await refused('security-guard-certificate', { questions: chain('guide:not-there') }, /那份指南没有了/)
  const twice = question('land', '承包地？', null, null)
  await refused('name-change', { questions: [twice, twice] }, /同一个代号/)
  await refused(
    'name-change',
    { questions: [{ ...twice, answers: [twice.answers[0], { ...twice.answers[1], key: 'unsure' }] }] },
    /不用写“我不清楚”/,
  )
  assert.equal((await change('name-change', { questions: [question('a', '甲？', null)] })).statusCode, 400)
})

test('a paper that hangs on an answer needs the answer, and words for people', async () => {
  const { materials } = await show('name-change')
  const loose = [{ question: 'comes', answer: 'gone' }]
  const [first, ...rest] = materials
  await refused('name-change', { materials: [{ ...first, when: loose }, ...rest] }, /已经没有了/)
  const { questions } = await show('name-change')
  const own = [{ question: questions[0].key, answer: questions[0].answers[0].key }]
  await refused(
    'name-change',
    { materials: [{ ...first, neededWhen: null, when: own }, ...rest] },
    /写明什么情况要/,
  )
  // Questions taken away under a rule that hangs on them.
  await refused('name-change', { questions: [] }, /已经没有了/)
})

test('a guide without papers needs somebody to say so', async () => {
  await refused('register-details', { materials: [], questions: [], conditionsWhen: [] }, /不用带材料/)
  await refused('register-details', { noPapers: true }, /去掉一样/)
  const bare = { materials: [], questions: [], conditionsWhen: [], noPapers: true }
  assert.equal((await change('register-details', bare)).statusCode, 200)
  assert.equal((await anonymousGuide('register-details')).json().noPapers, true)
})

const anonymousGuide = (slug: string) =>
  anonymous({ url: `/api/public/guides/${slug}?stationCode=${world.code}` })

test('the other guide is named as long as it is shown; whose a guide is stays inside', async () => {
  const shown = await show('identity-card-first')
  assert.deepEqual(
    shown.otherGuides.map(({ slug }: { slug: string }) => slug),
    ['identity-card-renewal', 'identity-card-replacement'],
  )
  assert.equal((await change('identity-card-renewal', { hidden: true })).statusCode, 200)
  assert.equal((await show('identity-card-first')).otherGuides.length, 1)
  assert.equal((await change('identity-card-first', { ownerId: world.officers.officer })).statusCode, 200)
  assert.equal((await show('identity-card-first')).owner.id, world.officers.officer)
  assert.equal((await anonymousGuide('identity-card-first')).json().owner, null)
  await refused('identity-card-first', { ownerId: world.officers.administrator }, /不能交给这位同事/)
})

test('no guide is nobody’s: not given to anybody, or to one who left, it is the chief’s', async () => {
  const { chief: theChief, officer } = world.officers
  const ownerOf = async (slug: string) => (await show(slug)).owner?.id
  const { items } = (await chief({ url: '/api/guides' })).json()
  assert.ok(items.every(({ owner }: { owner: object | null }) => owner !== null))
  assert.equal(await ownerOf('dog-keeping'), theChief)
  assert.equal((await change('dog-keeping', { ownerId: officer })).statusCode, 200)
  assert.equal(await ownerOf('dog-keeping'), officer)
  await inWorld(({ client, stationId }) =>
    client.query(
      `insert into officer_suspensions (station_id, id, officer_id, reason) values ($1, $2, $3, '调走')`,
      [stationId, newId(), officer],
    ),
  )
  assert.equal(await ownerOf('dog-keeping'), theChief)
  const listed = (await chief({ url: '/api/guides' })).json().items
  assert.equal(listed.find(({ slug }: { slug: string }) => slug === 'dog-keeping').owner.id, theChief)
  await inWorld(({ client, stationId }) =>
    client.query('update officer_suspensions set until_at = now() where station_id = $1', [stationId]),
  )
  assert.equal(await ownerOf('dog-keeping'), officer)
})

test('a sentence to be read aloud is short', async () => {
  assert.equal((await change('passport', { plain: ['字'.repeat(26)] })).statusCode, 400)
  assert.equal((await change('passport', { plain: ['护照在出入境窗口办。'] })).statusCode, 200)
})

test('a guide of our own begins hidden, empty or as a copy, and two made at once are two', async () => {
  const make = (payload: object) => chief({ method: 'POST', url: '/api/guides', payload })
  const made = await Promise.all([
    make({ name: '办酒报备', category: 'report' }),
    make({ name: '外嫁女迁回', category: 'household', copyOf: 'return-to-village' }),
  ])
  const [own, copy] = made.map((answer) => {
    assert.equal(answer.statusCode, 201, answer.body)
    return answer.json()
  })
  assert.notEqual(own.slug, copy.slug)
  assert.equal((await anonymousGuide(own.slug)).statusCode, 404)
  await refused(own.slug, { hidden: false }, /一样材料也没有/)
  const [from, taken] = [await show('return-to-village'), await show(copy.slug)]
  assert.deepEqual(taken.materials, from.materials)
  assert.deepEqual(taken.questions, from.questions)
  assert.equal(taken.name, '外嫁女迁回')
  assert.equal((await change(copy.slug, { hidden: false })).statusCode, 200)
  assert.equal((await anonymousGuide(copy.slug)).statusCode, 200)
  assert.equal((await make({ name: '甲', category: 'report', copyOf: 'none' })).statusCode, 404)
  assert.equal(
    (await as('officer')({ method: 'POST', url: '/api/guides', payload: { name: '甲', category: 'report' } }))
      .statusCode,
    403,
  )
})

test('every version is kept whole, says what it changed, and can be put back', async () => {
  const before = await show('no-crime-certificate')
  await change('no-crime-certificate', { summary: '改过的话。' })
  await change('no-crime-certificate', { steps: ['先打电话'] })
  const versions = async () =>
    (await chief({ url: `/api/guides/${before.id}/versions` })).json().items as {
      version: number
      changed: string[]
      changedBy: string | null
      says: Record<string, unknown>
    }[]
  const kept = await versions()
  assert.deepEqual(
    kept.map(({ version, changed }) => [version, changed]),
    [
      [3, ['steps']],
      [2, ['summary']],
      [1, []],
    ],
  )
  assert.equal(kept[2]!.changedBy, null)
  assert.ok(kept[0]!.changedBy)
  assert.equal((await change('no-crime-certificate', kept[2]!.says)).statusCode, 200)
  const after = await show('no-crime-certificate')
  assert.deepEqual({ ...after, version: 1 }, { ...before, version: 1 })
  assert.equal((await versions()).length, 4)
})

test('questions and answers that nobody can tell apart are refused', async () => {
  const [land] = chain(null)
  const same = { ...land!, answers: land!.answers.map((answer) => ({ ...answer, text: '在' })) }
  await refused('name-change', { questions: [same] }, /两个回答都写着“在”/)
  await refused('name-change', { questions: [land, { ...land!, key: 'other' }] }, /写了两遍/)
})

test('a guide whose day is near becomes a task once, stands on the list and goes when it is read', async () => {
  const list = async () => (await chief({ url: '/api/guide-rereads' })).json().items as { slug: string }[]
  const ask = () => inWorld((tx) => askRereads(tx))
  // Whatever today is, no other guide's day is near.
  await inWorld((tx) =>
    tx.client.query(`update guides set expires_on = '2099-01-01' where station_id = $1`, [tx.stationId]),
  )
  await change('dog-keeping', { expiresOn: '2026-01-01' })
  assert.deepEqual(
    (await list()).map(({ slug }) => slug),
    ['dog-keeping'],
  )
  assert.equal(await ask(), 1)
  assert.equal(await ask(), 0)
  const home = (await chief({ url: '/api/station-home' })).json()
  assert.ok(home.alarms.some(({ key }: { key: string }) => key === 'guides_to_reread'))
  const auxiliary = (await as('eastAuxiliary')({ url: '/api/station-home' })).json()
  assert.ok(!auxiliary.alarms.some(({ key }: { key: string }) => key === 'guides_to_reread'))
  await change('dog-keeping', { ownerId: world.officers.eastAuxiliary })
  const { id, version } = await show('dog-keeping')
  // Its owner is asked, and she says that it is right; a colleague does not.
  const mine = (await as('eastAuxiliary')({ url: '/api/station-home' })).json()
  assert.ok(mine.alarms.some(({ key }: { key: string }) => key === 'guides_to_reread'))
  const read = (nextOn: string, by = as('eastAuxiliary')) =>
    by({ method: 'POST', url: `/api/guides/${id}/rereads`, payload: { version, nextOn } })
  assert.equal((await read('2099-01-01', as('westAuxiliary'))).statusCode, 403)
  const soon = await read('2026-01-02')
  assert.equal(soon.statusCode, 400)
  assert.match(soon.json().message, /太近/)
  assert.equal((await read('2099-01-01')).statusCode, 200)
  assert.equal((await read('2099-01-01')).statusCode, 409)
  assert.deepEqual(await list(), [])
  assert.equal(await ask(), 0)
})
