import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listMaterials } from '../../../contract/list-materials.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { findGuides } from './find-guides.ts'
import { loadStarterGuides } from './load-starter-guides.ts'
import { starterGuides } from './starter/guides.ts'
import { findGuide, materialsOf, readGuide } from './views.ts'

const { as, asResident, anonymous, world, context } = await startTestServer()
const chief = as('chief')
const inWorld = <T>(work: Parameters<typeof inStation<T>>[2]) =>
  inStation(context.pool, world.stationId, work)
const loaded = await inWorld((tx) => loadStarterGuides(tx))
const code = `stationCode=${world.code}`

const slugsOf = (items: { slug: string }[]) => items.map((item) => item.slug)
const find = async (text: string) =>
  slugsOf(
    (await anonymous({ url: '/api/public/guides', query: { stationCode: world.code, text } })).json().items,
  )

test('the delivered guides load once, with their papers in order', async () => {
  assert.equal(loaded, starterGuides.length)
  assert.equal(await inWorld((tx) => loadStarterGuides(tx)), 0)
  const guide = (await anonymous({ url: `/api/public/guides/household-split?${code}` })).json()
  assert.equal(guide.name, '分户')
  assert.equal(guide.feeYuan, 0)
  assert.equal(guide.workingDays, 0)
  assert.deepEqual(
    guide.materials.map((material: { key: string }) => material.key),
    starterGuides[0]!.materials.map((material) => material.key),
  )
  assert.match(guide.notice, /以窗口核实为准/)
  assert.ok(guide.legalBasis.length > 0 && guide.notAskedFor.length > 0)
})

test('everybody may read the guides, and a minute in between may answer', async () => {
  const answer = await anonymous({ url: `/api/public/guides?${code}` })
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['cache-control'], 'public, max-age=60')
  assert.equal(answer.headers['set-cookie'], undefined)
  assert.equal(answer.json().items.length, starterGuides.length)
  assert.equal((await anonymous({ url: '/api/public/guides?stationCode=999999999' })).statusCode, 404)
  assert.equal((await anonymous({ url: `/api/public/guides/none?${code}` })).statusCode, 404)
  const missing = await anonymous({ url: '/api/public/guides' })
  assert.equal(missing.statusCode, 400)
  assert.notEqual(missing.headers['cache-control'], 'public, max-age=60')
  for (const caller of [anonymous, asResident('chen')])
    assert.equal((await caller({ url: '/api/guides' })).statusCode, 401)
})

test('villagers find a guide by the way they say it', async () => {
  let first = 0
  for (const [text, slug] of spoken) {
    const found = await find(text)
    assert.ok(found.slice(0, 3).includes(slug), text)
    if (found[0] === slug) first++
  }
  assert.ok(first >= spoken.length - 2, `first ${first} of ${spoken.length}`)
})

test('pinyin, its first letters and characters of the same sound find a guide', async () => {
  const cases: [typed: string, slug: string][] = [
    ['fh', 'household-split'],
    ['FenHu', 'household-split'],
    ['fen hu', 'household-split'],
    ['fengfu', 'household-split'],
    ['粉户', 'household-split'],
    ['juzhuzheng', 'residence-permit'],
    ['jzz', 'residence-permit'],
    ['shengfenzheng', 'identity-card-first'],
  ]
  for (const [text, slug] of cases) assert.ok((await find(text)).includes(slug), text)
  assert.equal((await find('fenhu'))[0], 'household-split')
  assert.deepEqual(await find('xqzvv'), [])
})

test('what fits nothing says that it is only near', async () => {
  const near = async (text: string) =>
    (await anonymous({ url: '/api/public/guides', query: { stationCode: world.code, text } })).json().near
  for (const text of ['屋里停电了', '低保怎么申请', '路灯坏了']) assert.equal(await near(text), true, text)
  for (const text of ['', '户', 'fenhu', '丢了身分证', '跟爹娘分开户', '堂客迁过来'])
    assert.equal(await near(text), false, text)
})

test('the commonest misspellings are read as what is meant', async () => {
  for (const [text, slug] of [
    ['丢了身分证', 'identity-card-replacement'],
    ['身份正掉了', 'identity-card-replacement'],
    ['户口薄烂了', 'household-book-reissue'],
  ] as const)
    assert.equal((await find(text))[0], slug, text)
})

test('every way of asking that a guide names leads to it', async () => {
  const asked = starterGuides.flatMap(({ slug, askedAs }) => askedAs.map((text) => ({ slug, text })))
  const found = await Promise.all(
    asked.map(({ text }) => inWorld((tx) => findGuides(tx, { text, hidden: false }))),
  )
  const first = asked.filter(({ slug }, at) => found[at]?.items[0]?.slug === slug).length
  const amongThree = asked.filter(({ slug }, at) =>
    slugsOf(found[at]?.items ?? [])
      .slice(0, 3)
      .includes(slug),
  ).length
  assert.ok(first / asked.length >= 0.95, `first ${first} of ${asked.length}`)
  assert.ok(amongThree / asked.length >= 0.99, `among three ${amongThree} of ${asked.length}`)
})

test('one character and text of any kind is a search, never an error', async () => {
  assert.ok((await find('犬')).includes('dog-keeping'))
  assert.deepEqual(await find('龘'), [])
  for (const text of ['%', "'; drop table guides; --", '\\', '{}', 'constructor', '🐄', ' ']) await find(text)
  const nul = await anonymous({ url: `/api/public/guides?${code}&text=%00` })
  assert.equal(nul.statusCode, 400)
  const only = await anonymous({ url: `/api/public/guides?${code}&category=identity_card` })
  assert.ok(only.json().items.every((item: { category: string }) => item.category === 'identity_card'))
})

test('a change raises the version; who read an older one is told', async () => {
  const read = async () => (await chief({ url: '/api/guides/name-change' })).json()
  const guide = await read()
  const patch = (payload: object, by = chief) =>
    by({ method: 'PATCH', url: `/api/guides/${guide.id}`, payload })
  const answer = await patch({
    version: guide.version,
    summary: '改名。',
    feeYuan: null,
    workingDays: 10,
    needsCheck: false,
    materials: [{ ...guide.materials[0], name: '身份证', neededWhen: null, note: null }],
  })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.json().version, guide.version + 1)
  const changed = await read()
  assert.deepEqual(
    [changed.summary, changed.feeYuan, changed.workingDays, changed.notice, changed.materials.length],
    ['改名。', null, 10, null, 1],
  )
  assert.deepEqual(changed.steps, guide.steps)
  assert.equal((await patch({ version: guide.version, summary: 'x' })).statusCode, 409)
  assert.equal((await patch({ version: changed.version, summary: 'x' }, as('officer'))).statusCode, 403)
  assert.equal((await patch({ version: changed.version, summary: 'x' }, as('eastAuxiliary'))).statusCode, 403)
  const race = await Promise.all(
    Array.from({ length: 5 }, (_, i) => patch({ version: changed.version, summary: `第${i}人` })),
  )
  assert.deepEqual(race.map((one) => one.statusCode).sort(), [200, 409, 409, 409, 409])
})

test('what a guide may not become is refused', async () => {
  const guide = (await chief({ url: '/api/guides/passport' })).json()
  const material = { ...guide.materials[0], neededWhen: null, note: null }
  const tries = [
    { summary: '' },
    { feeYuan: -1 },
    { minutes: 4 },
    { minutes: 121 },
    { workingDays: 1.5 },
    { expiresOn: '0000-01-01' },
    { slug: 'another' },
    { materials: [material, material] },
    { materials: [{ ...material, key: 'Nicht Gut' }] },
    { conditions: ['a\u0007'] },
    {},
  ]
  for (const more of tries) {
    const payload = { version: guide.version, ...more }
    const answer = await chief({ method: 'PATCH', url: `/api/guides/${guide.id}`, payload })
    assert.equal(answer.statusCode, 400, JSON.stringify(more))
  }
  const payload = { version: 1, summary: 'x' }
  assert.equal((await chief({ method: 'PATCH', url: `/api/guides/${newId()}`, payload })).statusCode, 404)
})

test('residents do not find a hidden guide, officers do; search follows at once', async () => {
  const guide = (await chief({ url: '/api/guides/dog-keeping' })).json()
  const patch = (version: number, hidden: boolean) =>
    chief({ method: 'PATCH', url: `/api/guides/${guide.id}`, payload: { version, hidden } })
  assert.ok((await find('养狗')).includes('dog-keeping'))
  await patch(guide.version, true)
  assert.ok(!(await find('养狗')).includes('dog-keeping'))
  assert.equal((await anonymous({ url: `/api/public/guides/dog-keeping?${code}` })).statusCode, 404)
  assert.ok((await chief({ url: '/api/guides/dog-keeping' })).json().hiddenAt)
  assert.ok(slugsOf((await chief({ url: '/api/guides' })).json().items).includes('dog-keeping'))
  await patch(guide.version + 1, false)
  assert.ok((await find('养狗')).includes('dog-keeping'))
})

test('a guide past its day says so', async () => {
  const guide = await inWorld((tx) =>
    readGuide(tx, 'household-split', { hidden: false }, new Date('2031-01-01')),
  )
  assert.equal(guide.expired, true)
  assert.match(guide.notice ?? '', /已过复核日期.*以窗口核实为准/)
})

test('domains above ask by id or slug and get the checklist in words', async () => {
  const guide = await inWorld((tx) => findGuide(tx, { slug: 'household-split' }))
  assert.deepEqual(await inWorld((tx) => findGuide(tx, { id: guide!.id })), guide)
  assert.equal(guide?.minutes, 30)
  assert.equal(await inWorld((tx) => findGuide(tx, { slug: 'none' })), null)
  const words = listMaterials(await inWorld((tx) => materialsOf(tx, guide!.id)))
  assert.match(words, /^申请人身份证；原户口簿；/)
  assert.match(words, /因为结婚、离婚分户的/)
})

test('another station keeps its own guides', async () => {
  const other = await createWorld(context.pool, '430182905')
  const guide = (await chief({ url: '/api/guides/household-split' })).json()
  const payload = { version: guide.version, summary: 'x' }
  const answer = await as('chief', other)({ method: 'PATCH', url: `/api/guides/${guide.id}`, payload })
  assert.equal(answer.statusCode, 404)
  assert.deepEqual((await as('chief', other)({ url: '/api/guides' })).json().items, [])
})

const spoken = [
  ['我想跟爷老子分开户口', 'household-split'],
  ['毛毛刚生，怎么上户', 'birth-registration'],
  ['娘走了户口要销不', 'death-deregistration'],
  ['堂客是外地的，户口想迁进来', 'spouse-move-in'],
  ['我名字打错了要改', 'name-change'],
  ['身份证掉河里了', 'identity-card-replacement'],
  ['身份证快到期了', 'identity-card-renewal'],
  ['户口本找不到了', 'household-book-reissue'],
  ['厂里要我开无犯罪记录', 'no-crime-certificate'],
  ['屋租给外面来的人，要报告吗', 'rental-housing'],
  ['出国的护照在哪里办', 'passport'],
  ['狗要办证吗', 'dog-keeping'],
  ['钥匙锁在家里了进不去门', 'locks-and-seals'],
  ['上次报案的回执', 'acceptance-receipt'],
] as const
