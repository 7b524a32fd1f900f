import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BroadcastTemplate, TemplateContent } from '../../../../contract/broadcast-templates.ts'
import { byteLength } from '../../../../contract/broadcast-text.ts'
import { startTestServer } from '../../../../test/server.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { checkTemplate } from './check-template.ts'
import { listTemplates } from './list-templates.ts'
import { loadStarterTemplates } from './load-starter-templates.ts'
import { inSeason } from './season.ts'
import { starterTemplates } from './starter/templates.ts'

const { as, context, world } = await startTestServer()
const { officers, villages } = world
const here = <T>(work: Parameters<typeof inStation<T>>[2]) => inStation(context.pool, world.stationId, work)
await here((tx) => loadStarterTemplates(tx))

type Who = Parameters<typeof as>[0]
async function call(who: Who, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) {
  const answer = await as(who)({
    method,
    url: `/api/broadcast-templates${url}`,
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}
const list = async (filter = 'in_use') =>
  (await call('officer', 'GET', `?filter=${filter}`)).body as { items: BroadcastTemplate[]; due: number }
const idOf = async (key: string) => (await list()).items.find((each) => each.key === key)!.id
const tomorrow = addDays(stationDay(new Date()), 1)
const content = (more: Partial<TemplateContent> = {}): TemplateContent => ({
  ...{ title: '赶集日防扒手', body: '赶集人多，请看好钱包。电话{所电话}。', spoken: '赶集人多，看好钱包。' },
  ...{ kind: 'notice', urgency: 'ordinary', channels: ['groups', 'loudspeaker'], care: '', basis: '' },
  ...{ seasonFrom: null, seasonTo: null, seasonNote: '', capCategory: 'Security' },
  ...{ ownerId: officers.officer, reviewOn: addDays(tomorrow, 200) },
  ...more,
})

test('delivered: two dozen seasons, each fit to be sent and to be read out as it is', async () => {
  assert.ok(starterTemplates.length >= 20)
  for (const { key, ...words } of starterTemplates) {
    await here((tx) => checkTemplate(tx, { ...words, ownerId: officers.chief, reviewOn: tomorrow }))
    // Title, number and station come on top of it, and WeCom takes 4,000 bytes.
    assert.ok(byteLength(words.body) < 2000, `${key} is too long`)
    const longest = Math.max(...words.spoken.split(/[。！？]/).map((sentence) => sentence.length))
    assert.ok(longest <= 40, `${key} has a spoken sentence of ${longest} characters`)
    assert.doesNotMatch(words.spoken, /[{}\n]/, key)
    assert.ok(words.channels.some((channel) => channel !== 'loudspeaker') && words.care !== '', key)
  }
  assert.equal(new Set(starterTemplates.map(({ key }) => key)).size, starterTemplates.length)
  assert.equal(await here((tx) => loadStarterTemplates(tx)), 0, 'twice is as once')
})

test('in season first: of the day, over the turn of the year, and what holds all year behind it', async () => {
  assert.ok(inSeason('10-01', '04-30', '2026-12-24'))
  assert.ok(inSeason('10-01', '04-30', '2026-04-30'))
  assert.ok(!inSeason('10-01', '04-30', '2026-05-01'))
  assert.ok(inSeason(null, null, '2026-05-01'))
  const on = async (day: string) => {
    const { items } = await here((tx) => listTemplates(tx, {}, new Date(`${day}T04:00:00Z`)))
    return items.filter((each) => each.inSeason && each.seasonFrom).map(({ key }) => key)
  }
  const summer = await on('2026-07-15')
  assert.ok(['flood', 'drowning', 'heat'].every((key) => summer.includes(key)))
  assert.ok(!summer.includes('road-ice'))
  assert.ok((await on('2027-01-20')).includes('road-ice'))
  const { items } = await list()
  const seasonal = items.findLastIndex((each) => each.inSeason && each.seasonFrom !== null)
  assert.ok(items.slice(0, seasonal + 1).every((each) => each.inSeason && each.seasonFrom !== null))
})

test('a draft begins with the words filled; a value the station lacks stops it and is named', async () => {
  const id = await idOf('flood')
  const begun = await call('officer', 'POST', `/${id}/broadcasts`, { villageIds: [villages.east] })
  assert.equal(begun.status, 200, JSON.stringify(begun.body))
  const shown = await as('officer')({ url: `/api/broadcasts/${begun.body.id}` })
  const [version] = shown.json().versions
  assert.match(version.body, /测试镇派出所电话0731-00000000/)
  assert.deepEqual([version.templateKey, version.audience.villageIds], ['flood', [villages.east]])
  const own = await call('eastAuxiliary', 'POST', `/${id}/broadcasts`, { villageIds: null })
  const ownShown = (await as('officer')({ url: `/api/broadcasts/${own.body.id}` })).json()
  assert.deepEqual(ownShown.versions[0].audience.villageIds, [villages.east])
  const foreign = await call('eastAuxiliary', 'POST', `/${id}/broadcasts`, { villageIds: [villages.west] })
  assert.equal(foreign.status, 400)

  await here(({ client, stationId }) =>
    client.query(`update stations set phone = '' where id = $1`, [stationId]),
  )
  const stopped = await call('officer', 'POST', `/${id}/broadcasts`, { villageIds: null })
  assert.deepEqual(
    [stopped.status, stopped.body.message],
    [400, '模板里要用到所电话，还没有填。请先到“设置 · 派出所”补上。'],
  )
  assert.deepEqual((await call('officer', 'GET', `/${id}`)).body.missing, ['所电话'])
  await here(({ client, stationId }) =>
    client.query(`update stations set phone = '0731-00000000' where id = $1`, [stationId]),
  )
})

test('the village stands in the text by name; of several by all their names', async () => {
  const id = await idOf('landslide')
  const begun = await call('officer', 'POST', `/${id}/broadcasts`, {
    villageIds: [villages.east, villages.west],
  })
  const shown = await as('officer')({ url: `/api/broadcasts/${begun.body.id}` })
  assert.match(shown.json().versions[0].body, /^东村、西村的乡亲：/)
})

test('changed by who approves, version by version; a colleague is not written over; the history stays', async () => {
  const made = await call('officer', 'POST', '', content())
  assert.equal(made.status, 200, JSON.stringify(made.body))
  const { id } = made.body
  assert.equal((await call('eastAuxiliary', 'POST', '', content())).status, 403)
  const changed = await call('chief', 'PUT', `/${id}`, { ...content({ title: '赶集防扒手' }), version: 1 })
  assert.deepEqual(changed.body, { version: 2 })
  assert.equal((await call('officer', 'PUT', `/${id}`, { ...content(), version: 1 })).status, 409)
  const { body } = await call('officer', 'GET', `/${id}`)
  assert.deepEqual(
    body.history.map((each: { version: number; by: { name: string } }) => [each.version, each.by.name]),
    [
      [2, '周所长'],
      [1, '李民警'],
    ],
  )
  for (const [more, said] of [
    [{ body: '请打{电话}，谢谢。' }, /花括号里只能写/],
    [{ body: '请打{居民称呼}的电话。' }, /请改：\{居民称呼\}/],
    [{ spoken: '看【通知】，记住了。' }, /念出来/],
    [{ seasonFrom: '04-01' }, /要么都写/],
    [{ reviewOn: stationDay(new Date()) }, /今天以后/],
    [{ ownerId: null }, /负责人/],
    [{ ownerId: villages.east }, /不在所里/],
  ] as const) {
    const refused = await call('officer', 'POST', '', content(more))
    assert.equal(refused.status, 400, JSON.stringify(more))
    assert.match(refused.body.message, said)
  }
})

test('due: without an owner, or within a month; read again it is quiet for a year at most, and no event is lost', async () => {
  const before = await list('due')
  assert.ok(before.items.length >= 20, 'what was delivered has no owner')
  const { body: made } = await call('officer', 'POST', '', content({ reviewOn: addDays(tomorrow, 10) }))
  const due = async () => (await list('due')).items.some(({ id }) => id === made.id)
  assert.ok(await due())
  const review = (nextOn: string) =>
    call('officer', 'POST', `/${made.id}/reviews`, { version: 1, nextOn, note: '还是对的' })
  assert.equal((await review(addDays(tomorrow, 500))).status, 400)
  assert.equal((await review(addDays(tomorrow, 5))).status, 400)
  assert.equal((await review(addDays(tomorrow, 360))).status, 200)
  assert.ok(!(await due()))
  const { body } = await call('officer', 'GET', `/${made.id}`)
  assert.deepEqual([body.history[0].kind, body.history[0].note], ['review', '还是对的'])
})

test('retired: no longer offered nor used, changed or read again; and back', async () => {
  const { body: made } = await call('officer', 'POST', '', content())
  await call('chief', 'PUT', `/${made.id}/retirement`)
  const ids = async (filter: string) => (await list(filter)).items.map(({ id }) => id)
  assert.ok(!(await ids('in_use')).includes(made.id) && (await ids('retired')).includes(made.id))
  assert.equal((await call('officer', 'POST', `/${made.id}/broadcasts`, { villageIds: null })).status, 409)
  assert.equal((await call('officer', 'PUT', `/${made.id}`, { ...content(), version: 1 })).status, 409)
  await call('chief', 'DELETE', `/${made.id}/retirement`)
  assert.ok((await ids('in_use')).includes(made.id))
})
