import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EditionProposal } from '../../../contract/editions.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { contentHash } from '../../platform/content-hash.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterScripts } from '../scripts/load-starter-scripts.ts'
import { loadStarterGuides } from '../services/load-starter-guides.ts'
import { askForEditions } from './ask-for-editions.ts'
import { currentEdition, type Edition, editionHash, editionNumber, hashOf } from './current-edition.ts'
import { beginWithEdition, offerEdition } from './offer-edition.ts'

const { as, world, context } = await startTestServer()
const { stationId, officers } = world
const first = currentEdition()
const here = <T>(work: Parameters<typeof inStation<T>>[2]) => inStation(context.pool, stationId, work)
const query = async (text: string, values: unknown[] = []) =>
  (await here((tx) => tx.client.query(text, [stationId, ...values]))).rows
await here(async (tx) => {
  await loadStarterScripts(tx, { approvedBy: officers.chief })
  await loadStarterGuides(tx)
  await beginWithEdition(tx)
})

/** The edition after another: other words of a script, other steps of a guide, one left out, one added. */
type Change = { script?: Record<string, string>; guide?: Record<string, string>; without?: string[] }
function after(edition: Edition, { script = {}, guide = {}, without = [] }: Change): Edition {
  const scripts = edition.scripts
    .filter(({ code }) => !without.includes(code))
    .map((piece) => {
      const says = { ...piece.says, body: script[piece.code] ?? piece.says.body }
      return { ...piece, says, hash: contentHash(says) }
    })
  const guides = edition.guides
    .filter(({ code }) => !without.includes(code))
    .map((piece) => {
      const says = { ...piece.says, summary: guide[piece.code] ?? piece.says.summary! }
      return { ...piece, says, hash: contentHash(says) }
    })
  return { number: edition.number + 1, hash: hashOf(scripts, guides), scripts, guides }
}
const offer = (edition: Edition) => here((tx) => offerEdition(tx, edition))
const list = async (who: keyof typeof officers = 'chief', url = '/api/edition-proposals') => {
  const answer = await as(who)({ url })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().items as EditionProposal[]
}
const find = async (code: string) => (await list()).find((one) => one.code === code)!
const accept = (proposals: EditionProposal[], who: keyof typeof officers = 'officer') =>
  as(who)({
    method: 'POST',
    url: '/api/edition-acceptances',
    payload: { items: proposals.map(({ id, presentVersion }) => ({ id, presentVersion })) },
  })
const decline = (id: string, reason = '所里不这么说') =>
  as('chief')({ method: 'POST', url: `/api/edition-proposals/${id}/declination`, payload: { reason } })
const scriptId = async (code: string) =>
  (await query('select id from scripts where station_id = $1 and delivered_code = $2', [code]))[0]?.id
const inUse = async (code: string) =>
  (await as('officer')({ url: `/api/scripts/${await scriptId(code)}` })).json()

test('the number of the edition was raised with the content', () => {
  assert.equal(
    editionHash,
    first.hash,
    `A delivered script or guide changed: put ${first.hash} into current-edition.ts, and raise its number above ${editionNumber}.`,
  )
})

test('a station that has all of it is asked nothing, at whatever start', async () => {
  assert.equal(await askForEditions(context), 0)
  assert.deepEqual(await offer(first), { offered: 0, renewed: 0 })
  const began = performance.now()
  for (let starts = 0; starts < 20; starts++) await askForEditions(context)
  assert.ok((performance.now() - began) / 20 < 20, 'a second start asks one question')
})

const second = after(first, { script: { AF01: '第二版甲', AF02: '第二版乙' }, guide: { G01: '第二版丙' } })

test('a newer edition is laid before the station once, whoever starts how often, and nothing in use changes', async () => {
  assert.equal(await askForEditions(context, second), 1)
  const before = await inUse('AF01')
  const all = await Promise.all([offer(second), offer(second), offer(second)])
  assert.equal(
    all.reduce((sum, { offered }) => sum + offered, 0),
    3,
  )
  assert.equal(await askForEditions(context, second), 0)
  assert.deepEqual(await offer(first), { offered: 0, renewed: 0 }, 'an older process brings nothing')
  assert.deepEqual((await inUse('AF01')).script, before.script)
  assert.deepEqual(
    (await list()).map(({ code, change, changed }) => [code, change, changed]),
    [
      ['AF01', 'changed', false],
      ['AF02', 'changed', false],
      ['G01', 'changed', false],
    ],
  )
  assert.deepEqual(
    (await list('officer')).map(({ code }) => code),
    ['AF01', 'AF02'],
    'guides are the chief’s',
  )
  assert.equal((await as('eastAuxiliary')({ url: '/api/edition-proposals' })).statusCode, 403)
  const guide = await find('G01')
  assert.equal((await as('officer')({ url: `/api/edition-proposals/${guide.id}` })).statusCode, 404)
  const home = async (who: keyof typeof officers) =>
    (await as(who)({ url: '/api/station-home' }))
      .json()
      .alarms.find(({ key }: { key: string }) => key === 'edition_proposals')?.count
  assert.deepEqual(
    [await home('chief'), await home('officer'), await home('eastAuxiliary')],
    [3, 2, undefined],
  )
})

test('both sides can be read; many are taken over with one tap, each a row and each a version', async () => {
  const proposals = await list()
  const shown = await as('chief')({ url: `/api/edition-proposals/${proposals[0]!.id}` })
  assert.deepEqual(
    [shown.json().offered.body, shown.json().present.body, shown.json().base.body],
    ['第二版甲', first.scripts[0]!.says.body, first.scripts[0]!.says.body],
  )
  assert.equal((await accept(proposals, 'officer')).statusCode, 404, 'a guide is among them')
  assert.equal((await list()).length, 3, 'all or none')
  assert.deepEqual((await accept(proposals, 'chief')).json(), { accepted: 3 })
  assert.equal((await accept(proposals, 'chief')).statusCode, 409)
  const { script, versions } = await inUse('AF01')
  assert.deepEqual([script.body, script.version, script.state], ['第二版甲', 2, 'usable'])
  assert.deepEqual([versions[0].draftedBy, versions[0].approvedBy.name], [null, '周所长'])
  const guide = await as('chief')({ url: `/api/guides/${first.guides[0]!.slug}` })
  assert.deepEqual([guide.json().summary, guide.json().version], ['第二版丙', 2])
  const decided = await list('chief', '/api/edition-proposals?decided=true')
  assert.deepEqual(
    decided.map(({ decision }) => [decision?.decision, decision?.by?.name]),
    Array(3).fill(['taken_over', '周所长']),
  )
  const events = await query(
    `select name, actor_id from events where station_id = $1 and name like 'edition.%' order by id`,
  )
  assert.deepEqual(
    events.map(({ name }) => name),
    ['edition.offered', ...Array(3).fill('edition.taken_over')],
  )
})

const third = after(second, {
  script: { AF01: '第三版', AF02: '第三版', AF03: '第三版' },
  guide: { G01: '第三版', G02: '第三版' },
})
const draftOf = async (code: string, body: string) => {
  const { script } = await inUse(code)
  const { title, keywords, basis, expiresOn, topic, spoken, stage, sources, askedAs } = script
  return { title, body, keywords, basis, expiresOn, topic, spoken, stage, sources, askedAs }
}

test('where the station has words of its own it is told so, and they are never passed among many', async () => {
  const id = await scriptId('AF01')
  await as('officer')({
    method: 'POST',
    url: `/api/scripts/${id}/versions`,
    payload: await draftOf('AF01', '所里的话'),
  })
  await as('chief')({
    method: 'POST',
    url: '/api/script-approvals',
    payload: { items: [{ scriptId: id, version: 3 }] },
  })
  const g01 = first.guides[0]!
  const { id: guideId } = (await as('chief')({ url: `/api/guides/${g01.slug}` })).json()
  await as('chief')({
    method: 'PATCH',
    url: `/api/guides/${guideId}`,
    payload: { version: 2, feeNote: '所里的话' },
  })
  await offer(third)
  const [af01, af02, g1, g2] = [await find('AF01'), await find('AF02'), await find('G01'), await find('G02')]
  assert.deepEqual(
    [af01, af02, g1, g2].map(({ changed }) => changed),
    [true, false, true, false],
  )
  const refused = await accept([af01, af02], 'chief')
  assert.deepEqual([refused.statusCode, /所里改过/.test(refused.json().message)], [409, true])
  assert.equal((await inUse('AF02')).script.body, '第二版乙')
  // By itself, by somebody who saw both sides.
  assert.equal((await accept([{ ...af01, presentVersion: 2 }])).statusCode, 409, 'looked at an older one')
  assert.equal((await accept([af01])).statusCode, 200)
  assert.equal((await inUse('AF01')).script.body, '第三版')
})

test('taken over with changes of the station’s own, a script waits for a second person', async () => {
  const af02 = await find('AF02')
  const made = await as('officer')({
    method: 'POST',
    url: `/api/edition-proposals/${af02.id}/script-version`,
    payload: await draftOf('AF02', '第三版，加上所里电话'),
  })
  assert.equal(made.statusCode, 200, made.body)
  const { version } = made.json()
  const waiting = await inUse('AF02')
  assert.deepEqual([waiting.script.body, waiting.script.pendingVersion], ['第二版乙', version])
  const approval = { items: [{ scriptId: await scriptId('AF02'), version }] }
  const approve = (who: 'officer' | 'chief') =>
    as(who)({ method: 'POST', url: '/api/script-approvals', payload: approval })
  assert.equal((await approve('officer')).statusCode, 403)
  assert.equal((await approve('chief')).statusCode, 200)
  const g1 = await find('G01')
  const { id, ...detail } = (await as('chief')({ url: `/api/edition-proposals/${g1.id}` })).json()
  const guide = { ...detail.offered, feeNote: '所里的话', version: detail.presentVersion }
  const adapted = await as('chief')({
    method: 'POST',
    url: `/api/edition-proposals/${id}/guide-change`,
    payload: guide,
  })
  assert.equal(adapted.statusCode, 200, adapted.body)
  const now = (await as('chief')({ url: `/api/guides/${first.guides[0]!.slug}` })).json()
  assert.deepEqual([now.summary, now.feeNote], ['第三版', '所里的话'])
})

test('declined with a reason it is not asked again, until what is delivered changes again', async () => {
  const af03 = await find('AF03')
  assert.equal((await decline(af03.id, ' ')).statusCode, 400)
  assert.equal((await decline(af03.id)).statusCode, 200)
  assert.equal((await decline(af03.id)).statusCode, 409)
  await offer(after(third, {}))
  assert.equal(await find('AF03'), undefined)
  await offer(after(after(third, {}), { script: { AF03: '又一版' } }))
  assert.equal((await find('AF03')).change, 'changed')
  const again = after(after(after(third, {}), {}), { script: { AF03: first.scripts[2]!.says.body } })
  await offer(again)
  assert.equal(await find('AF03'), undefined, 'back to what the station has: nothing to ask')
  const [decision] = (await list('chief', '/api/edition-proposals?decided=true')).filter(
    ({ code }) => code === 'AF03',
  )
  assert.equal(decision!.decision!.decision, 'superseded')
})

test('no longer delivered, and new: both are asked, and a code the station has given away is not taken from it', async () => {
  const seen = (await query('select edition from stations where id = $1'))[0].edition
  const before = { ...first, number: seen }
  const missing = after(before, { without: ['AF05', 'G03'] })
  await offer(missing)
  const [script, guide] = [await find('AF05'), await find('G03')]
  assert.deepEqual([script.change, guide.change], ['withdrawn', 'withdrawn'])
  assert.equal((await accept([script, guide], 'chief')).statusCode, 200)
  assert.equal((await inUse('AF05')).script.state, 'retired')
  const hidden = await as('chief')({ url: `/api/guides/${guide.slug}` })
  assert.notEqual(hidden.json().hiddenAt, null)

  const made = await as('officer')({
    method: 'POST',
    url: '/api/scripts',
    payload: {
      library: 'anti_fraud',
      ...(await draftOf('AF01', '所里自己的')),
      auxiliaryMay: true,
      villageIds: null,
    },
  })
  const own = (await as('officer')({ url: `/api/scripts/${made.json().id}` })).json().script.code
  const says = { ...first.scripts[0]!.says, title: '新送来的' }
  const added = after(missing, {})
  added.scripts.push({ ...first.scripts[0]!, code: own, says, hash: contentHash(says) })
  await offer({ ...added, hash: hashOf(added.scripts, added.guides) })
  const fresh = await find(own)
  assert.deepEqual([fresh.change, fresh.presentVersion, fresh.title], ['new', 0, '新送来的'])
  assert.equal((await accept([fresh])).statusCode, 200)
  const taken = await inUse(own)
  assert.notEqual(taken.script.code, own)
  assert.deepEqual([taken.script.title, taken.script.state], ['新送来的', 'usable'])
  assert.equal((await offer({ ...added, number: added.number + 1 })).offered, 0)
})

test('a delivered draft nobody has looked at is renewed where it waits; a station loaded long ago is compared by its rows', async () => {
  const old = await createWorld(context.pool, '430182977')
  const there = <T>(work: Parameters<typeof inStation<T>>[2]) => inStation(context.pool, old.stationId, work)
  assert.deepEqual(await there((tx) => offerEdition(tx, second)), { offered: 0, renewed: 0 }, 'being founded')
  await there(async (tx) => {
    await loadStarterScripts(tx)
    await loadStarterGuides(tx)
    // As the migration leaves it.
    for (const table of ['scripts', 'guides'])
      await tx.client.query(`update ${table} set delivered_hash = null where station_id = $1`, [tx.stationId])
  })
  assert.deepEqual(await there((tx) => offerEdition(tx, first)), { offered: 0, renewed: 0 })
  assert.deepEqual(await there((tx) => offerEdition(tx, second)), { offered: 1, renewed: 2 })
  const { rows } = await there((tx) =>
    tx.client.query(`select id from scripts where station_id = $1 and code = 'AF01'`, [tx.stationId]),
  )
  const { script, versions } = (await as('chief', old)({ url: `/api/scripts/${rows[0].id}` })).json()
  assert.deepEqual([script.state, script.pendingVersion, versions[0].body], ['draft', 2, '第二版甲'])
})
