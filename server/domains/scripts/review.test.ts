import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { inStation } from '../../platform/tenancy.ts'

const { as, world, context } = await startTestServer()
const [chief, officer, east, west] = [as('chief'), as('officer'), as('eastAuxiliary'), as('westAuxiliary')]

const words = {
  title: '夜里防火',
  body: '{居民称呼}，睡前请关电热毯。',
  keywords: ['电热毯'],
  basis: '消防法第5条',
  expiresOn: '2027-11-23',
}
const newScript = { library: 'safety', ...words, auxiliaryMay: true, villageIds: null }
type Call = typeof chief

const post = (by: Call, url: string, payload: object) => by({ method: 'POST', url, payload })
async function draft(by: Call, more: object = {}): Promise<string> {
  const answer = await post(by, '/api/scripts', { ...newScript, ...more })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json().id
}
const approve = (id: string, version = 1, by = chief) =>
  post(by, '/api/script-approvals', { items: [{ scriptId: id, version }] })
const sendBack = (id: string, version = 1, reason = '依据写错了', by = chief) =>
  post(by, `/api/scripts/${id}/sending-back`, { version, reason })
const submit = (id: string, version = 1, by = east) => post(by, `/api/scripts/${id}/submission`, { version })
const show = async (id: string, by = chief) => (await by({ url: `/api/scripts/${id}` })).json()
const idsOf = async (query: string, by = chief) =>
  (await by({ url: `/api/scripts?limit=100&${query}` })).json().items.map(({ id }: { id: string }) => id)

test('a draft goes to review, comes back with words, is mended and approved: each step is a row with who and when', async () => {
  const id = await draft(east, { submit: false })
  assert.equal((await show(id)).script.draftStanding, 'draft')
  assert.deepEqual(await idsOf('pending=true'), [])
  assert.match((await approve(id)).json().message, /还没有送审/)
  assert.equal((await submit(id)).statusCode, 200)
  assert.equal((await submit(id)).statusCode, 409)
  assert.ok((await idsOf('pending=true')).includes(id))
  assert.equal((await sendBack(id)).statusCode, 200)
  assert.ok(!(await idsOf('pending=true')).includes(id))
  assert.ok((await idsOf('own=true', east)).includes(id))
  assert.match((await approve(id)).json().message, /已经退回/)
  assert.equal((await submit(id)).statusCode, 409)
  const mended = await post(east, `/api/scripts/${id}/versions`, { ...words, basis: '消防法第2条' })
  assert.equal(mended.json().version, 2)
  assert.equal((await approve(id, 2)).statusCode, 200)
  assert.equal((await sendBack(id, 2)).statusCode, 409)
  await post(chief, `/api/scripts/${id}/retirement`, { reason: '并到另一条里' })
  const { steps } = await show(id)
  assert.deepEqual(
    steps.map(({ version, kind, by, words }: never) => [version, kind, (by as { name: string }).name, words]),
    [
      [2, 'withdrawn', '周所长', '并到另一条里'],
      [2, 'approved', '周所长', ''],
      [2, 'submitted', '王辅警', ''],
      [2, 'drafted', '王辅警', ''],
      [1, 'sent_back', '周所长', '依据写错了'],
      [1, 'submitted', '王辅警', ''],
      [1, 'drafted', '王辅警', ''],
    ],
  )
  const { rows } = await inStation(context.pool, world.stationId, ({ client }) =>
    client.query(
      `select name from events where station_id = $1 and subject_id = $2 and name like 'script.%' order by id`,
      [world.stationId, id],
    ),
  )
  assert.deepEqual(
    rows.map(({ name }) => name.slice(7)),
    ['drafted', 'submitted', 'sent_back', 'drafted', 'submitted', 'approved', 'retired'],
  )
})

test('nobody approves or sends back her own, and only who wrote a draft sends it for review', async () => {
  const id = await draft(officer, { submit: false })
  assert.equal((await submit(id, 1, chief)).statusCode, 403)
  assert.equal((await submit(id, 1, officer)).statusCode, 200)
  assert.equal((await approve(id, 1, officer)).statusCode, 403)
  assert.equal((await sendBack(id, 1, '再想想', officer)).statusCode, 403)
  assert.equal((await sendBack(id, 1, '再想想', east)).statusCode, 403)
  assert.equal((await sendBack(id, 1, '好')).statusCode, 400)
})

test('an own draft nobody was asked to look at is written anew; one that was is not', async () => {
  const id = await draft(officer, { submit: false })
  const again = { ...words, title: '改过的', submit: false }
  assert.equal((await post(officer, `/api/scripts/${id}/versions`, again)).json().version, 1)
  assert.equal((await show(id)).script.title, '改过的')
  assert.equal((await post(chief, `/api/scripts/${id}/versions`, again)).json().version, 2)
  assert.equal((await post(officer, `/api/scripts/${id}/versions`, words)).json().version, 3)
  assert.equal((await post(officer, `/api/scripts/${id}/versions`, again)).json().version, 4)
})

test('who wrote on an older version is told of a colleague’s, and nothing is written over it', async () => {
  const id = await draft(officer)
  const since = (await show(id)).versions[0].draftedAt
  const write = (by: Call, title: string, seen = since) =>
    post(by, `/api/scripts/${id}/versions`, { ...words, title, since: seen })
  assert.equal((await write(chief, '所长改的')).json().version, 2)
  const late = await write(officer, '晚了一步')
  assert.equal(late.statusCode, 409)
  assert.match(late.json().message, /同事改过.*没有保存/)
  assert.equal((await show(id)).versions[0].title, '所长改的')
})

test('a draft written anew under its own number is not written over by who had the older words open', async () => {
  const first = { ...words, library: 'business', auxiliaryMay: false, villageIds: null, submit: false }
  const id = (await post(officer, '/api/scripts', first)).json().id
  const since = (await show(id)).versions[0].draftedAt
  const write = (by: Call, title: string) =>
    post(by, `/api/scripts/${id}/versions`, { ...words, title, since, submit: false })
  assert.equal((await write(officer, '她自己又改了')).json().version, 1)
  assert.equal((await write(chief, '照旧的改')).statusCode, 409)
  assert.equal((await write(officer, '另一个窗口')).statusCode, 409)
  assert.equal((await show(id)).versions[0].title, '她自己又改了')
})

test('two who look at once: one approves or sends back, the others are told', async () => {
  const id = await draft(officer)
  const answers = await Promise.all([approve(id), sendBack(id), approve(id), sendBack(id)])
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409])
})

test('an auxiliary drafts for her villages; her draft is hers and the station’s, not another village’s', async () => {
  const id = await draft(east, { villageIds: [world.villages.east], auxiliaryMay: false })
  const foreign = await post(east, '/api/scripts', { ...newScript, villageIds: [world.villages.west] })
  assert.equal(foreign.statusCode, 400)
  assert.equal((await east({ url: `/api/scripts/${id}` })).statusCode, 200)
  assert.equal((await west({ url: `/api/scripts/${id}` })).statusCode, 404)
  for (const by of [west])
    assert.equal((await post(by, `/api/scripts/${id}/versions`, words)).statusCode, 404)
  assert.equal((await submit(id, 1, west)).statusCode, 404)
  await approve(id)
  assert.equal((await east({ url: `/api/scripts/${id}` })).statusCode, 404, 'approved for officers only')
})

test('topic, spoken words, stage and sources are kept, filtered by and narrowed', async () => {
  const parts = { topic: '刷单', spoken: '先别转钱。', stage: 'just_paid', sources: [' 反诈法 ', '反诈法'] }
  const id = await draft(officer, { library: 'anti_fraud', ...parts })
  await approve(id)
  const { script } = await show(id)
  assert.deepEqual(
    [script.topic, script.spoken, script.stage, script.sources],
    ['刷单', '先别转钱。', 'just_paid', ['反诈法']],
  )
  assert.deepEqual(await idsOf('stage=just_paid'), [id])
  assert.deepEqual(await idsOf('topic=%E5%88%B7%E5%8D%95'), [id])
  const topics = (await east({ url: '/api/script-topics' })).json().items
  assert.deepEqual(topics, [{ library: 'anti_fraud', topic: '刷单', count: 1 }])
  const wrong = await post(officer, '/api/scripts', { ...newScript, stage: 'just_paid' })
  assert.match(wrong.json().message, /只有防诈/)
  const broken = await post(officer, '/api/scripts', { ...newScript, spoken: '{大名}' })
  assert.match(broken.json().message, /不认识的变量/)
})

test('what runs out soon is found', async () => {
  const id = await draft(officer, { expiresOn: new Date(Date.now() + 10 * 864e5).toISOString().slice(0, 10) })
  await approve(id)
  assert.ok((await idsOf('expiringWithin=30')).includes(id))
  assert.ok(!(await idsOf('expiringWithin=5')).includes(id))
})

test('letters find a script by its pinyin and the first letters of it, in every reading', async () => {
  const id = await draft(officer, { title: '重新分户', keywords: ['单独上户口'] })
  for (const text of ['fh', 'cxfh', 'zxfh', 'CHONGXIN', 'chongxinf', 'ddshk', 'dan du', '分户'])
    assert.ok((await idsOf(`text=${encodeURIComponent(text)}`)).includes(id), text)
  for (const text of ['xyz', 'f%', 'fhfh', '%'])
    assert.ok(!(await idsOf(`text=${encodeURIComponent(text)}`)).includes(id), text)
})

test('what the title says comes first, then the keywords, then the text, page by page', async () => {
  const make = async (title: string, keywords: string[], body: string) => {
    const id = await draft(officer, { title, keywords, body })
    await approve(id)
    return id
  }
  const text = await make('路口装灯', ['路灯'], '{居民称呼}，瓜棚大火的事请等通报。')
  const keyword = await make('路口修路', ['瓜棚大火'], '{居民称呼}您好。')
  const title = await make('说说瓜棚大火', ['路面'], '{居民称呼}您好。')
  const beginning = await make('瓜棚大火怎么办', ['路牌'], '{居民称呼}您好。')
  assert.deepEqual(await idsOf(`text=${encodeURIComponent('瓜棚大火')}`), [beginning, title, keyword, text])
  assert.deepEqual(await idsOf('text=gpdh'), [beginning, title, keyword])
  const page = async (after: string) =>
    (await chief({ url: `/api/scripts?limit=2&text=${encodeURIComponent('瓜棚大火')}${after}` })).json()
  const first = await page('')
  const second = await page(`&after=${encodeURIComponent(first.next)}`)
  assert.deepEqual(
    [...first.items, ...second.items].map(({ id }: { id: string }) => id),
    [beginning, title, keyword, text],
  )
})
