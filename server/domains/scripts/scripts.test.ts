import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadStarterScripts } from './load-starter-scripts.ts'
import { starterScripts } from './starter/scripts.ts'
import { suggestScripts } from './suggest-scripts.ts'
import { whyNotSendable } from './views.ts'

const { as, asResident, anonymous, world, context } = await startTestServer()
const chief = as('chief')
const officer = as('officer')

const words = {
  title: '防骗提醒',
  body: '{居民称呼}，这里是{所名}。先别转钱，拿不准打96110问。',
  keywords: ['刷单', '返利'],
  basis: '测试',
  expiresOn: '2027-11-23',
}
const newScript = { library: 'anti_fraud', ...words, auxiliaryMay: true, villageIds: null }

async function draft(more: object = {}, by = officer): Promise<string> {
  const answer = await by({ method: 'POST', url: '/api/scripts', payload: { ...newScript, ...more } })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}

function approve(scriptId: string, version = 1, by = chief) {
  const payload = { items: [{ scriptId, version }] }
  return by({ method: 'POST', url: '/api/script-approvals', payload })
}

const inWorld = <T>(work: Parameters<typeof inStation<T>>[2]) =>
  inStation(context.pool, world.stationId, work)
const why = (id: string, version: number, role: 'chief' | 'auxiliary', village?: string, day?: string) =>
  inWorld((tx) => {
    const session = { role, villageIds: role === 'auxiliary' ? [world.villages.east] : [] }
    return whyNotSendable(tx, { id, version }, session, village, day ? new Date(day) : new Date())
  })
const ask = (text: string, role: 'chief' | 'auxiliary' = 'chief', villageId: string | null = null) =>
  inWorld((tx) => suggestScripts(tx, { text, scenario: null, villageId, role }))

test('a draft is sent by nobody until a second person has approved it', async () => {
  const id = await draft()
  const one = await chief({ url: `/api/scripts/${id}` })
  assert.equal(one.json().script.state, 'draft')
  assert.equal(one.json().script.pendingVersion, 1)
  assert.deepEqual(one.json().script.variables, ['居民称呼', '所名'])
  assert.match((await why(id, 1, 'chief'))!, /没有审批/)
  const own = await approve(id, 1, officer)
  assert.equal(own.statusCode, 403)
  assert.match(own.json().message, /另一位/)
  assert.equal((await approve(id)).statusCode, 200)
  assert.equal((await approve(id)).statusCode, 409)
  assert.equal(await why(id, 1, 'auxiliary'), null)
})

test('a new version waits while the approved one stays in use; a sent version is known by its number', async () => {
  const id = await draft({ title: '旧标题' })
  await approve(id)
  const payload = { ...words, title: '新标题', keywords: [' 刷单 ', '刷单', ''].filter(Boolean) }
  const next = await officer({ method: 'POST', url: `/api/scripts/${id}/versions`, payload })
  assert.equal(next.json().version, 2)
  const before = (await chief({ url: `/api/scripts/${id}` })).json()
  assert.equal(before.script.title, '旧标题')
  assert.equal(before.script.pendingVersion, 2)
  assert.deepEqual(
    before.versions.map((version: { version: number }) => version.version),
    [2, 1],
  )
  assert.deepEqual(before.versions[0].keywords, ['刷单'])
  assert.equal(before.versions[1].approvedBy.name, '周所长')
  assert.equal((await approve(id, 1)).statusCode, 409)
  assert.equal((await approve(id, 2)).statusCode, 200)
  assert.equal((await chief({ url: `/api/scripts/${id}` })).json().script.title, '新标题')
  assert.match((await why(id, 1, 'chief'))!, /“新标题”刚刚换了新的一版/)
  assert.equal(await why(id, 2, 'chief'), null)
})

test('what is not sent says why: its last day counts to the end, other villages, roles and withdrawn ones are refused', async () => {
  const id = await draft({ title: '只在东村', auxiliaryMay: false, villageIds: [world.villages.east] })
  await approve(id)
  const { east, west } = world.villages
  assert.equal(await why(id, 1, 'chief', east), null)
  assert.match((await why(id, 1, 'chief', west))!, /“只在东村”不在这位居民的村用/)
  // Of what she may not send she is not told the title.
  assert.doesNotMatch((await why(id, 1, 'auxiliary', east))!, /东村/)
  assert.equal(await why(id, 1, 'chief', east, `${words.expiresOn}T23:59:59+08:00`), null)
  assert.match((await why(id, 1, 'chief', east, '2027-11-24T00:00:00+08:00'))!, /过了有效期/)
  const scope = (payload: object) => chief({ method: 'PATCH', url: `/api/scripts/${id}`, payload })
  await scope({ auxiliaryMay: true, villageIds: [west] })
  assert.doesNotMatch((await why(id, 1, 'auxiliary', east))!, /东村/)
  await scope({ villageIds: null })
  assert.equal(await why(id, 1, 'auxiliary', east), null)
  await chief({ method: 'POST', url: `/api/scripts/${id}/retirement` })
  assert.match((await why(id, 1, 'chief', east))!, /已经停用/)
  assert.match((await why(id, 1, 'auxiliary', east))!, /已经停用/)
})

test('two who approve at once: one succeeds, the other is told', async () => {
  const id = await draft({ title: '同时审批' })
  await officer({ method: 'POST', url: `/api/scripts/${id}/versions`, payload: words })
  const answers = await Promise.all(Array.from({ length: 6 }, () => approve(id, 2)))
  assert.deepEqual(answers.map((answer) => answer.statusCode).sort(), [200, 409, 409, 409, 409, 409])
})

test('drafts made at once get codes of their own', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => draft({ library: 'safety' })))
  const codes = await Promise.all(
    ids.map(async (id) => (await chief({ url: `/api/scripts/${id}` })).json().script.code),
  )
  assert.equal(new Set(codes).size, 6)
  assert.ok(codes.every((code) => /^SA\d\d$/.test(code)))
})

test('suggestions follow approval, scope and retirement at once', async () => {
  const text = '邻居家的孔雀半夜叫'
  assert.deepEqual(await ask(text), [])
  const body = '养孔雀请先问林业部门。'
  const id = await draft({ library: 'mediation', title: '孔雀', body, keywords: ['孔雀'] })
  assert.deepEqual(await ask(text), [])
  await approve(id)
  assert.equal((await ask(text))[0]?.scriptId, id)
  const scope = (payload: object) => chief({ method: 'PATCH', url: `/api/scripts/${id}`, payload })
  assert.equal((await scope({ villageIds: [world.villages.east] })).statusCode, 200)
  assert.deepEqual(await ask(text, 'chief', world.villages.west), [])
  assert.equal((await ask(text, 'chief', world.villages.east))[0]?.scriptId, id)
  await scope({ auxiliaryMay: false })
  assert.deepEqual(await ask(text, 'auxiliary', world.villages.east), [])
  await scope({ auxiliaryMay: true, villageIds: null })
  assert.equal((await ask(text, 'auxiliary'))[0]?.scriptId, id)
  const retire = () => chief({ method: 'POST', url: `/api/scripts/${id}/retirement` })
  assert.equal((await retire()).statusCode, 200)
  assert.equal((await retire()).statusCode, 409)
  assert.deepEqual(await ask(text), [])
  assert.equal(
    (await officer({ method: 'POST', url: `/api/scripts/${id}/versions`, payload: words })).statusCode,
    409,
  )
})

test('another process, which heard of nothing, sees an approval with its next question', async () => {
  // The same module under another address has a memory of its own, as another process would.
  const address = pathToFileURL(resolve(import.meta.dirname, 'script-index.ts'))
  const { indexOf } = (await import(`${address}?process=2`)) as typeof import('./script-index.ts')
  const count = () => inWorld(async (tx) => (await indexOf(tx)).scripts.length)
  const id = await draft({ title: '别的进程' })
  const before = await count()
  await approve(id)
  assert.equal(await count(), before + 1)
  await chief({ method: 'POST', url: `/api/scripts/${id}/retirement` })
  assert.equal(await count(), before)
})

test('the one who drafted a script does not widen who may send it', async () => {
  const id = await draft({ auxiliaryMay: false })
  await approve(id)
  const payload = { auxiliaryMay: true }
  assert.equal((await officer({ method: 'PATCH', url: `/api/scripts/${id}`, payload })).statusCode, 403)
})

test('an auxiliary finds what she may send in her villages and nothing else', async () => {
  const own = await draft({ title: '东村', villageIds: [world.villages.east] })
  const other = await draft({ title: '西村', villageIds: [world.villages.west] })
  const officers = await draft({ title: '民警用', auxiliaryMay: false })
  const unapproved = await draft({ title: '未审批' })
  for (const id of [own, other, officers]) await approve(id)
  const east = as('eastAuxiliary')
  const found = (await east({ url: '/api/scripts?limit=100' }))
    .json()
    .items.map((item: { id: string }) => item.id)
  assert.ok(found.includes(own))
  for (const id of [other, officers, unapproved]) {
    assert.ok(!found.includes(id))
    assert.equal((await east({ url: `/api/scripts/${id}` })).statusCode, 404)
  }
  assert.equal((await approve(own, 1, east)).statusCode, 403)
})

test('one character, two characters and wild cards are searched literally', async () => {
  const id = await draft({ library: 'public_information', title: '龘字%_\\', body: '辟谣：没有这回事。' })
  const search = async (text: string) =>
    (await chief({ url: '/api/scripts', query: { text, limit: '100' } }))
      .json()
      .items.map((item: { id: string }) => item.id)
  for (const text of ['龘', '龘字', '字%_', '%_\\', '辟谣'])
    assert.ok((await search(text)).includes(id), text)
  assert.deepEqual(await search('没有写过的话'), [])
  const pending = await chief({ url: '/api/scripts?pending=true&library=public_information' })
  assert.ok(pending.json().items.some((item: { id: string }) => item.id === id))
})

test('a list is read page by page without gaps', async () => {
  const seen: string[] = []
  let after = ''
  for (;;) {
    const page = (
      await chief({ url: '/api/scripts', query: { limit: '3', ...(after ? { after } : {}) } })
    ).json()
    seen.push(...page.items.map((item: { code: string }) => item.code))
    if (!page.next) break
    after = page.next
  }
  const all = (await chief({ url: '/api/scripts?limit=100' })).json()
  assert.deepEqual(
    seen,
    all.items.map((item: { code: string }) => item.code),
  )
  assert.equal(all.total, seen.length)
})

test('what could never be sent is refused when it is written', async () => {
  const tries: [object, number][] = [
    [{ body: '{居民名字}你好' }, 400],
    [{ body: '{居民称呼你好' }, 400],
    [{ body: '   ' }, 400],
    [{ expiresOn: '2020-01-01' }, 400],
    [{ expiresOn: '0000-01-01' }, 400],
    [{ title: 'x'.repeat(41) }, 400],
    [{ body: 'nul\u0000' }, 400],
    [{ villageIds: [newId()] }, 400],
    [{ villageIds: [] }, 400],
    [{ library: 'other_office' }, 400],
    [{ approvedBy: world.officers.chief }, 400],
  ]
  for (const [more, status] of tries) {
    const answer = await officer({ method: 'POST', url: '/api/scripts', payload: { ...newScript, ...more } })
    assert.equal(answer.statusCode, status, JSON.stringify(more))
    assert.match(answer.json().message, /[\u4e00-\u9fff]/)
  }
})

test('hostile words stay words', async () => {
  const title = `'; drop table scripts; --<script>`
  const id = await draft({
    title,
    keywords: ["'", '%', '\\', '{'],
    body: '&lt;b&gt; $1 $&',
  })
  await approve(id)
  assert.equal((await chief({ url: `/api/scripts/${id}` })).json().script.title, title)
  await ask(title)
})

test('who is not of this station, or nobody, sees nothing', async () => {
  const id = await draft()
  const other = await createWorld(context.pool, '430182902')
  assert.equal((await as('chief', other)({ url: `/api/scripts/${id}` })).statusCode, 404)
  assert.equal((await as('chief', other)({ url: '/api/scripts' })).json().total, 0)
  for (const caller of [anonymous, asResident('chen')]) {
    assert.equal((await caller({ url: '/api/scripts' })).statusCode, 401)
  }
  for (const role of ['administrator', 'auditor'] as const) {
    assert.equal((await as(role)({ url: '/api/scripts' })).statusCode, 403)
  }
})

test('the delivered scripts load once; loaded with an approver they can be sent', async () => {
  const town = await createWorld(context.pool, '430182903')
  const load = () =>
    inStation(context.pool, town.stationId, (tx) =>
      loadStarterScripts(tx, { approvedBy: town.officers.chief }),
    )
  assert.equal(await load(), starterScripts.length)
  assert.equal(await load(), 0)
  const found = await inStation(context.pool, town.stationId, (tx) =>
    suggestScripts(tx, {
      text: '想单独分户，立一个户口本',
      scenario: 'business',
      villageId: null,
      role: 'auxiliary',
    }),
  )
  assert.equal(found[0]?.code, 'BU04')
  const plain = await createWorld(context.pool, '430182904')
  await inStation(context.pool, plain.stationId, (tx) => loadStarterScripts(tx))
  const list = (await as('chief', plain)({ url: '/api/scripts?state=draft' })).json()
  assert.equal(list.total, starterScripts.length)
  const items = list.items.map((item: { id: string }) => ({ scriptId: item.id, version: 1 }))
  const all = await as('chief', plain)({ method: 'POST', url: '/api/script-approvals', payload: { items } })
  assert.equal(all.json().approved, items.length)
})
