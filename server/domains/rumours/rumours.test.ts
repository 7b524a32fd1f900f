import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { ConversationRumours, RumourGroup } from '../../../contract/rumours.ts'
import { startTestServer } from '../../../test/server.ts'
import { createWorld } from '../../../test/world.ts'
import { createPool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { remindUpdates } from './remind-updates.ts'
import { elements, inHours, makeGroup, minutesAgo, ok, type Who, workDesk } from './rumours.fixture.ts'
import { rumourAudiences } from './views.ts'

const { as, asResident, anonymous, context, world, database } = await startTestServer()
const owner = createPool(database.ownerUrl, { max: 1, name: 'owner' })
after(() => owner.end())
const elsewhere = await createWorld(context.pool, '430182902')
const { stationId, villages } = world
const pool = context.pool
const [east, west, everybody] = await Promise.all([
  makeGroup(pool, stationId, '东村平安群', villages.east),
  makeGroup(pool, stationId, '西村大家庭', villages.west),
  makeGroup(pool, stationId, '没定村的群', null),
])

const { post, remove, show, list, claim, record, move, draft, approve, answered } = workDesk(
  as,
  villages.east,
)
const listed = async (id: string, who: Who = 'chief', search = '') =>
  (await list(who, search)).find((each) => each.id === id)!
const publicOne = (id: string, code = world.code) =>
  anonymous({ url: `/api/public/rumours/${id}?stationCode=${code}` })
const notice = {
  kind: 'official_notice',
  says: '11月28日，某路段发生一起交通事故，现场已恢复通行。',
  source: '县公安局',
  link: 'https://example.gov.cn/notice/1',
  documentNumber: '',
  datedOn: '2026-11-01',
}

test('a rumour is recorded without anybody in it', async () => {
  for (const words of [
    '老宁横路封路了，13812345678说的',
    '问微信号abc_12345就知道',
    '张某某说要封路',
    '身份证430124199001011234的人',
  ]) {
    const answer = await post('officer', '/api/rumours', claim(words))
    assert.equal(answer.statusCode, 400)
    assert.match(answer.json().message, /辟谣台不记人/)
  }
  assert.equal(
    (await post('officer', '/api/rumours', { ...claim('路封了没有'), firstHeardAt: inHours(2) })).statusCode,
    400,
  )
  const id = await record('老宁横路明天要封路吗')
  const { rumour, moves } = await show(id)
  assert.deepEqual(
    [rumour.stage, rumour.currentVersion, rumour.due, moves.length],
    ['received', null, false, 1],
  )
  const { rows } = await owner.query(
    `select table_name, column_name from information_schema.columns where table_name like 'rumour%'
     and column_name ~ '(contact|resident|external|person|phone|author|said)'`,
  )
  assert.deepEqual(rows, [], 'no table of the desk has a place for who said it')
})

test('an auxiliary records for her villages and sees those alone; another station sees nothing', async () => {
  const of = (villageIds: string[] | null) =>
    post('eastAuxiliary', '/api/rumours', claim('桥要拆了吗', villageIds))
  assert.equal((await of([villages.west])).statusCode, 400)
  assert.equal((await of(null)).statusCode, 400)
  const own = ok(await of([villages.east])).id
  const town = await record('全镇停水三天吗', null)
  assert.ok(await listed(town, 'westAuxiliary'))
  assert.equal(await listed(own, 'westAuxiliary'), undefined)
  assert.equal((await as('westAuxiliary')({ url: `/api/rumours/${own}` })).statusCode, 404)
  assert.equal((await as('chief', elsewhere)({ url: `/api/rumours/${own}` })).statusCode, 404)
  for (const who of ['auditor', 'administrator'] as const)
    assert.equal((await as(who)({ url: '/api/rumours' })).statusCode, 403)
  // In a station of a chief and auxiliaries nobody else could draft what he approves.
  assert.equal((await post('westAuxiliary', `/api/rumours/${own}/replies`, elements())).statusCode, 404)
  const { id: evidence } = ok(await post('eastAuxiliary', `/api/rumours/${own}/evidence`, notice))
  const drafted = ok(await post('eastAuxiliary', `/api/rumours/${own}/replies`, elements())).version
  assert.equal((await approve(own, drafted, 'eastAuxiliary')).statusCode, 403)
  assert.equal((await move(own, 'checking', {}, 'eastAuxiliary')).statusCode, 403)
  assert.equal((await remove('eastAuxiliary', `/api/rumours/${own}/evidence/${evidence}`)).statusCode, 403)
  ok(await approve(own, drafted))
})

test('a reply goes out only when a second person approved it; doubtful words only when she read them', async () => {
  const id = await record('深湖塘水库要放水吗')
  ok(await move(id, 'checking'))
  ok(await post('officer', `/api/rumours/${id}/groups`, { groupId: east }))
  const version = await draft(id, { checked: '原因是酒驾，三人受伤' })
  assert.equal((await answered(id, east, version)).statusCode, 409)
  assert.equal((await publicOne(id)).statusCode, 404)
  assert.equal((await approve(id, version, 'officer')).statusCode, 403)
  assert.equal((await approve(id, version, 'eastAuxiliary')).statusCode, 403)
  const refused = await approve(id, version)
  assert.equal(refused.statusCode, 409)
  assert.deepEqual(refused.json().details.doubts, ['cause', 'injured'])
  assert.equal((await listed(id, 'chief', '?filter=to_approve')).pendingVersion, version)
  const plain = await draft(id)
  assert.equal((await approve(id, version, 'chief', true)).statusCode, 409, 'no longer the newest')
  ok(await approve(id, plain))
  assert.equal((await approve(id, plain)).statusCode, 409)
  const { replies, rumour } = await show(id)
  assert.deepEqual([rumour.currentVersion, rumour.pendingVersion], [plain, null])
  for (const part of ['什么时候知道', '核实了什么', '来源', '还不知道', '请大家', '下次更新'])
    assert.ok(replies[0]!.body.includes(part), part)
  const shown = ok(await publicOne(id))
  assert.equal(shown.reply.checked, '已接到反映，正在核实，现场不影响出行')
  assert.ok(!JSON.stringify(shown).includes('李民警'), 'nobody of the station stands on the public page')
  assert.equal((await publicOne(id, elsewhere.code)).statusCode, 404)
})

test('while it is checked a moment of the next update is promised, and when it passes the desk is told once', async () => {
  const id = await record('学校明天停课吗')
  const without = await post('officer', `/api/rumours/${id}/replies`, elements({ nextUpdateAt: null }))
  assert.equal(without.statusCode, 400)
  const late = await post('officer', `/api/rumours/${id}/replies`, elements({ nextUpdateAt: minutesAgo(1) }))
  assert.equal(late.statusCode, 400)
  ok(await approve(id, await draft(id)))
  assert.equal((await listed(id)).due, false)
  await owner.query(
    `update rumour_replies set next_update_at = now() - interval '1 minute' where rumour_id = $1`,
    [id],
  )
  const remind = () => inStation(pool, stationId, remindUpdates)
  assert.deepEqual([await remind(), await remind()], [1, 0])
  assert.equal((await list('chief', '?filter=due'))[0]!.id, id)
  const { rows } = await owner.query(
    `select from events where name = 'rumour.update_due' and subject_id = $1`,
    [id],
  )
  assert.equal(rows.length, 1)
  ok(await approve(id, await draft(id)))
  assert.equal((await listed(id)).due, false)
})

test('each stage asks for what it needs', async () => {
  const id = await record('路口撞车死人了吗')
  assert.equal((await move(id, 'notice')).statusCode, 409, 'no notice yet')
  assert.equal((await move(id, 'received')).statusCode, 409)
  assert.equal((await move(id, 'other_office')).statusCode, 400)
  assert.equal(
    (await move(id, 'other_office', { office: '镇政府', answersOn: '2020-01-01' })).statusCode,
    400,
  )
  assert.equal((await move(id, 'corrected')).statusCode, 409, 'nothing to correct')
  const bare = { ...notice, link: '' }
  assert.equal((await post('officer', `/api/rumours/${id}/evidence`, bare)).statusCode, 400)
  const script = { ...notice, link: 'javascript:alert(1)' }
  assert.equal((await post('officer', `/api/rumours/${id}/evidence`, script)).statusCode, 400)
  const { id: evidence } = ok(await post('officer', `/api/rumours/${id}/evidence`, notice))
  ok(await remove('officer', `/api/rumours/${id}/evidence/${evidence}`))
  assert.equal((await move(id, 'notice')).statusCode, 409, 'it was withdrawn')
  ok(await post('officer', `/api/rumours/${id}/evidence`, notice))
  const early = await draft(id)
  ok(await move(id, 'notice'))
  assert.equal((await approve(id, early)).statusCode, 409, 'drafted for another stage')
  const own = await draft(id, { checked: '事故是大雾造成的', nextUpdateAt: null })
  assert.deepEqual((await approve(id, own)).json().details.doubts, ['not_quoted'])
  ok(await approve(id, await draft(id, { checked: notice.says, nextUpdateAt: null })))
  const shown = ok(await publicOne(id))
  assert.deepEqual(
    shown.evidence.map(({ link }: { link: string }) => link),
    [notice.link],
  )

  const water = await record('停水到月底吗')
  ok(await move(water, 'other_office', { office: '镇水务站', answersOn: '2099-12-01' }))
  ok(await approve(water, await draft(water, { checked: '这件事归水务站管', nextUpdateAt: null })))
  assert.match((await show(water)).replies[0]!.body, /归谁管：镇水务站，12月1日前答复/)
  assert.deepEqual(ok(await publicOne(water)).office, { name: '镇水务站', answersOn: '2099-12-01' })
})

test('groups ask and are answered: who waits longest first, by village, and only the groups she may see', async () => {
  const id = await record('中心小学门口有人抢孩子吗')
  const ask = (group: string, who: Who = 'officer') =>
    post(who, `/api/rumours/${id}/groups`, { groupId: group })
  assert.equal((await ask(west, 'eastAuxiliary')).statusCode, 404)
  ok(await ask(east, 'eastAuxiliary'))
  ok(await ask(east, 'eastAuxiliary'))
  assert.equal((await as('westAuxiliary')({ url: `/api/rumours/${id}` })).statusCode, 404)
  ok(await ask(west))
  ok(await ask(everybody))
  // It has reached her village by now; of the groups she sees hers and the one of nobody.
  const seen = await show(id, 'westAuxiliary')
  assert.deepEqual(
    seen.groups.map(({ name }: { name: string }) => name),
    ['没定村的群', '西村大家庭'],
  )
  assert.equal((await listed(id, 'westAuxiliary')).groups.waiting, 2)
  assert.equal((await listed(id)).groups.waiting, 3)
  const version = await draft(id)
  ok(await approve(id, version))
  assert.equal((await answered(id, west, version, 'eastAuxiliary')).statusCode, 404)
  ok(await answered(id, east, version, 'eastAuxiliary'))
  ok(await answered(id, east, version, 'eastAuxiliary'))
  assert.deepEqual((await listed(id)).groups.answered, 1)
  assert.equal((await listed(id, 'chief', '?filter=groups_waiting')).groups.waiting, 2)
  const undo = () => remove('eastAuxiliary', `/api/rumours/${id}/groups/${east}`)
  ok(await undo())
  assert.equal((await show(id)).groups.find((each: RumourGroup) => each.groupId === east)!.state, 'waiting')
  ok(await undo())
  assert.equal((await undo()).statusCode, 404)
  // Answered although it never asked.
  ok(await answered(id, east, version))
  assert.equal((await show(id)).groups.find((each: RumourGroup) => each.groupId === east)!.askedAt, null)
  const newer = await draft(id)
  ok(await approve(id, newer))
  assert.equal((await answered(id, east, version)).statusCode, 409, 'an old version is not posted any more')
  assert.equal((await listed(id)).groups.behind, 1)
})

async function ask(body: string): Promise<string> {
  const payload = { clientKey: newId(), body, villageId: villages.east }
  const sent = await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })
  return ok(sent).conversationId
}

test('a matter of the inbox is tied, answered with one tap, and stands on the list when we were wrong', async () => {
  const id = await record('老桥今晚拆除禁止通行吗')
  const conversation = await ask('听说老桥今晚拆除禁止通行，是真的吗')
  const url = `/api/conversations/${conversation}/rumours`
  const beside = async () => ok(await as('officer')({ url })).items as ConversationRumours['items']
  const [first] = await beside()
  assert.deepEqual([first?.id, first?.tied, first?.reply], [id, false, null])
  assert.equal((await as('westAuxiliary')({ url })).statusCode, 404)
  ok(await post('officer', `/api/rumours/${id}/conversations`, { conversationId: conversation }))
  const version = await draft(id)
  ok(await approve(id, version))
  const [tied] = await beside()
  assert.deepEqual([tied?.tied, tied?.reply?.version, tied?.state], [true, version, 'waiting'])
  const take = (of: number) =>
    post('officer', `/api/rumours/${id}/conversations/${conversation}/replies`, { version: of })
  assert.equal((await take(version + 1)).statusCode, 409)
  ok(await take(version))
  const state = async () => (await show(id)).conversations[0]!.state
  assert.equal(await state(), 'waiting', 'put into the answer, and nothing sent yet')
  const reply = { contactId: world.contacts.chen, clientKey: newId(), body: tied?.reply?.body }
  ok(await post('officer', `/api/conversations/${conversation}/messages`, reply))
  assert.equal(await state(), 'answered')
  assert.equal((await remove('officer', `/api/rumours/${id}/conversations/${conversation}`)).statusCode, 409)
  ok(await answered(id, east, version))
  ok(await post('officer', `/api/rumours/${id}/groups`, { groupId: west }))

  // We were wrong.
  ok(await move(id, 'corrected'))
  assert.equal(ok(await publicOne(id)).reply, null, 'what is wrong is said no more')
  assert.equal((await beside())[0]?.reply, null)
  assert.equal((await answered(id, west, version)).statusCode, 409)
  const wrong = '现场不影响出行'
  const correction = (words: string) => ({
    version,
    wrongWords: words,
    rightWords: '晚上八点后不能通行',
    reason: '当时没有核对施工通知',
  })
  const of = (words: string) =>
    post(
      'officer',
      `/api/rumours/${id}/replies`,
      elements({ correction: correction(words), nextUpdateAt: null }),
    )
  assert.equal((await of('我们没说过的话')).statusCode, 400)
  assert.equal((await post('officer', `/api/rumours/${id}/replies`, elements())).statusCode, 400)
  const corrected = ok(await of(wrong)).version
  ok(await approve(id, corrected))
  const detail = await show(id)
  assert.match(
    detail.replies[0]!.body,
    /【更正】.*\n我们在.*说：“现场不影响出行”。这句话说错了。\n正确的是：晚上八点后不能通行\n为什么说错/,
  )
  assert.deepEqual(
    detail.groups.map(({ state }: RumourGroup) => state),
    ['to_correct', 'waiting'],
  )
  assert.equal(detail.conversations[0]!.state, 'to_correct')
  const shown = ok(await publicOne(id))
  assert.deepEqual([shown.pinned, shown.reply.correction.rightWords], [true, '晚上八点后不能通行'])
  ok(await answered(id, east, corrected))
  assert.equal((await show(id)).groups[0]!.state, 'answered')
  // Over, and the correction still stands on top.
  ok(await move(id, 'ended'))
  const items = ok(await anonymous({ url: `/api/public/rumours?stationCode=${world.code}` })).items
  assert.deepEqual([items[0].id, items[0].pinned], [id, true])
  assert.equal((await post('officer', `/api/rumours/${id}/replies`, elements())).statusCode, 409)
})

test('what was wrong stays unsaid when the stage is changed without a correction, until another reply is approved', async () => {
  const id = await record('车站要搬走吗')
  ok(await move(id, 'checking'))
  const version = await draft(id)
  ok(await approve(id, version))
  ok(await answered(id, east, version))
  ok(await move(id, 'corrected'))
  const ended = await move(id, 'ended')
  assert.equal(ended.statusCode, 409)
  assert.match(ended.json().message, /还没有更正/)
  ok(await move(id, 'checking'))
  assert.equal((await show(id)).rumour.currentVersion, null)
  assert.equal((await show(id)).groups[0]!.state, 'to_correct')
  assert.equal((await answered(id, west, version)).statusCode, 409)
  assert.equal(ok(await publicOne(id)).reply, null)
  const next = await draft(id)
  ok(await approve(id, next))
  assert.equal((await show(id)).rumour.currentVersion, next)
  assert.ok(ok(await publicOne(id)).reply)
  ok(await move(id, 'ended'))
})

test('figures: who waits, and how long the first reply took', async () => {
  const figures = ok(await as('chief')({ url: '/api/rumour-figures' }))
  assert.ok(figures.firstReplies >= 6)
  // All were first heard ninety minutes before they were recorded.
  assert.ok(
    figures.firstReplyMinutes >= 90 && figures.firstReplyMinutes < 100,
    String(figures.firstReplyMinutes),
  )
  const waiting = (await list()).reduce((sum, each) => sum + each.groups.waiting, 0)
  assert.equal(figures.groupsWaiting, waiting + 1)
  assert.ok(figures.oldestAskedAt)
  const none = ok(await as('chief', elsewhere)({ url: '/api/rumour-figures' }))
  assert.deepEqual(
    [none.open, none.groupsWaiting, none.firstReplyMinutes, none.oldestAskedAt],
    [0, 0, null, null],
  )
})

test('whoever looks at which matters ask is written down, and every deed is', async () => {
  const { rows } = await owner.query(
    `select name, count(*)::int as n from events where station_id = $1 and (name like 'rumour.%' or data ->> 'of' = 'rumour') group by name order by name`,
    [stationId],
  )
  const names = rows.map(({ name }) => name)
  for (const name of [
    'conversation.listed',
    'rumour.recorded',
    'rumour.moved',
    'rumour.evidence_added',
    'rumour.evidence_withdrawn',
    'rumour.reply_drafted',
    'rumour.reply_approved',
    'rumour.group_asked',
    'rumour.group_answered',
    'rumour.group_taken_back',
    'rumour.conversation_tied',
    'rumour.reply_taken',
  ])
    assert.ok(names.includes(name), name)
})

test('two who approve or answer at once do it once', async () => {
  const id = await record('电视台要来拍全村吗')
  const version = await draft(id)
  const both = await Promise.all([approve(id, version), approve(id, version)])
  assert.deepEqual(both.map(({ statusCode }) => statusCode).sort(), [200, 409])
  const marks = await Promise.all([answered(id, east, version), answered(id, east, version, 'eastAuxiliary')])
  assert.deepEqual(
    marks.map(({ statusCode }) => statusCode),
    [200, 200],
  )
  assert.equal((await show(id)).groups[0]!.answers.length, 1)
})

test('news of a rumour reaches those of its villages, of the whole town everybody', async () => {
  const [own, town] = [await record('村口装摄像头吗'), await record('全镇要查电动车吗', null)]
  const audiences = await inStation(pool, stationId, (tx) => rumourAudiences(tx, [own, town]))
  assert.deepEqual(audiences.get(own)?.villageIds, [villages.east])
  assert.deepEqual(audiences.get(town)?.villageIds, [null])
})

test('what one person adds after an approval waits for the next one; to take back needs none', async () => {
  const id = await record('水库要放水了')
  ok(await move(id, 'checking'))
  ok(await approve(id, await draft(id)))
  const late = { ...notice, kind: 'authority', says: '水库今晚放水。', source: '水利站' }
  ok(await post('officer', `/api/rumours/${id}/evidence`, late))
  ok(await move(id, 'other_office', { office: '镇水利站', answersOn: '2099-12-01' }))
  const before = ok(await publicOne(id))
  assert.deepEqual([before.stage, before.office, before.evidence], ['checking', null, []])
  ok(await approve(id, await draft(id, { unknown: '几点放水还不清楚' })))
  const after = ok(await publicOne(id))
  assert.deepEqual([after.stage, after.office?.name, after.evidence.length], ['other_office', '镇水利站', 1])
  ok(await move(id, 'ended'))
  assert.equal(ok(await publicOne(id)).stage, 'ended')
})
