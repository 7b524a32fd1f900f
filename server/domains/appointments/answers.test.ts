import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeToldPapers } from '../../../contract/told-papers.ts'
import { startTestServer } from '../../../test/server.ts'
import { newId } from '../../platform/id.ts'
import { addDays, stationDay } from '../../platform/station-day.ts'
import { readFacts } from '../inbox/conversation-facts.ts'
import { openTestCounter } from './counter.fixture.ts'
import { remindAppointments } from './remind-appointments.ts'
import { momentOf } from './rules.ts'

const server = await startTestServer()
const { as, context, world } = server
const { inWorld, key, freeSlots, newContact, newConversation, phone, book } = await openTestCounter(server)
type Call = ReturnType<typeof as>
type Shown = {
  bring: { key: string; open: boolean }[]
  waived: { key: string; name: string }[]
  answers: { question: string; answer: string; officer?: { name: string } | null; byStation?: boolean }[]
  guideVersion: number
  mayAnswer?: boolean
}

const guide = async () => (await as('chief')({ url: '/api/guides/household-split' })).json()
const version = (await guide()).version as number
const family = { register: 'here', adult: 'yes', reason: 'family', house: 'own', head: 'no' }
const answered = (answers: object) => ({ answered: { version, answers } })
const put = (by: Call, url: string, answers: object, of = version) =>
  by({ method: 'PUT', url, payload: { version: of, answers } })
const desk = async (id: string, who: Parameters<typeof as>[0] = 'officer'): Promise<Shown> =>
  (await as(who)({ url: `/api/appointments/${id}` })).json()
const hers = async (contact: string, id: string): Promise<Shown> =>
  (await phone(contact)({ url: '/api/resident/appointments' }))
    .json()
    .items.find((each: { id: string }) => each.id === id)
const said = (shown: Shown) =>
  Object.fromEntries(shown.answers.map(({ question, answer }) => [question, answer]))
const keys = (shown: Shown) => shown.bring.map((paper) => paper.key)
const open = (shown: Shown) => shown.bring.filter((paper) => paper.open).map((paper) => paper.key)
const messages = (conversationId: string) =>
  inWorld(async ({ client, stationId }) => {
    const { rows } = await client.query(
      'select body from messages where station_id = $1 and conversation_id = $2 order by sent_at, id',
      [stationId, conversationId],
    )
    return rows.map(({ body }) => body as string)
  })
const events = (id: string) =>
  inWorld(async ({ client, stationId }) => {
    const { rows } = await client.query(
      `select data->>'saidBy' as by from events where station_id = $1 and subject_id = $2 and name = 'appointment.answered'
       order by at, id`,
      [stationId, id],
    )
    return rows.map(({ by }) => by as string)
  })
async function begin(answers?: object) {
  const [slot] = await freeSlots()
  const contact = await newContact()
  const conversationId = await newConversation(contact)
  const booked = (
    await book(contact, slot!.startsAt, { conversationId, ...(answers && answered(answers)) })
  ).json()
  return {
    contact,
    conversationId,
    startsAt: slot!.startsAt,
    id: booked.id as string,
    booked: booked as Shown,
  }
}

test('booked with answers: phone, officer, script and reminder name the same papers', async () => {
  const { contact, conversationId, startsAt, id, booked } = await begin(family)
  assert.deepEqual(said(booked), family)
  assert.deepEqual(open(booked), [])
  assert.ok(!keys(booked).includes('marriage-change') && keys(booked).includes('head-consent'))
  assert.deepEqual(
    booked.waived.map((paper) => paper.key),
    ['marriage-change'],
  )
  assert.deepEqual((await hers(contact, id)).bring, booked.bring)
  const shown = await desk(id)
  assert.deepEqual(shown.bring, booked.bring)
  assert.ok(shown.answers.every(({ officer }) => officer === null))
  assert.deepEqual(await events(id), ['resident'])
  const facts = await inWorld((tx) => readFacts(tx, conversationId, world.officers.officer))
  assert.match(facts.材料清单!, /户主同意的意见$/)
  assert.doesNotMatch(facts.材料清单!, /结婚证/)
  await inWorld(({ client, stationId }) =>
    client.query(
      `update appointments set booked_at = booked_at - interval '9 days' where station_id = $1 and id = $2`,
      [stationId, id],
    ),
  )
  // An officer corrects; the reminder of the evening before says what stands by then.
  assert.equal(
    (await put(as('officer'), `/api/appointments/${id}/answers`, { reason: 'marriage' })).statusCode,
    200,
  )
  await remindAppointments(
    context,
    { stationId: world.stationId },
    momentOf(addDays(stationDay(new Date(startsAt)), -1), '18:00'),
  )
  const [told, reminder] = await messages(conversationId)
  for (const words of [told!, reminder!]) {
    assert.match(words, /请带好：[^。]*结婚证，或离婚证加离婚协议，或法院判决书；[^。]*户主同意的意见。/)
    assert.doesNotMatch(words, /因为结婚、离婚分户的|户主不能一起到场的|也许还要|分户申请/)
  }
  assert.match(told!, /要带的改了一下/)
  assert.match(reminder!, /^提醒您/)
})

test('nothing answered: what is not certain is named with its condition, in every message', async () => {
  const [slot] = await freeSlots()
  const contact = await newContact()
  const conversationId = await newConversation(contact)
  const booking = {
    guideSlug: 'household-split',
    startsAt: slot!.startsAt,
    name: '陈大妈',
    phone: '',
    clientKey: key(),
  }
  const { id } = (
    await as('officer')({
      method: 'POST',
      url: '/api/appointments',
      payload: { ...booking, contactId: contact, conversationId },
    })
  ).json()
  const [told] = await messages(conversationId)
  assert.match(
    told!,
    /请带好：申请人身份证；原户口簿；[^。]*。看您家情况，也许还要：结婚证，.*（因为结婚、离婚分户的）；户主同意的意见（/,
  )
  assert.deepEqual(open(await desk(id)), ['marriage-change', 'head-consent'])
})

test('each change is an event; the latest word stands, whoever said it; the same again adds nothing', async () => {
  const { contact, conversationId, id } = await begin(family)
  const own = `/api/resident/appointments/${id}/answers`
  const station = `/api/appointments/${id}/answers`
  const changed = await put(phone(contact), own, { head: 'yes' })
  assert.equal(changed.statusCode, 200, changed.body)
  assert.ok(!keys(changed.json()).includes('head-consent'))
  await put(phone(contact), own, { head: 'yes' })
  await put(as('officer'), station, { head: 'no', reason: 'marriage' })
  const shown = await desk(id)
  assert.deepEqual([said(shown)['head'], said(shown)['reason']], ['no', 'marriage'])
  assert.equal(shown.answers.find(({ question }) => question === 'head')!.officer!.name, '李民警')
  const mine = await hers(contact, id)
  assert.deepEqual(mine.bring, shown.bring)
  assert.deepEqual(
    mine.answers.filter(({ byStation }) => byStation).map(({ question }) => question),
    ['head', 'reason'],
  )
  // And taken back again, by her.
  await put(phone(contact), own, { head: 'yes', reason: 'family' })
  assert.deepEqual(said(await desk(id)), { ...family, head: 'yes' })
  assert.deepEqual(await events(id), ['resident', 'resident', 'officer', 'resident'])
  assert.equal((await messages(conversationId)).length, 1, 'only what the station changed is told')
})

test('what is told is only a list that changed, for a time to come', async () => {
  const { conversationId, id } = await begin(family)
  const station = `/api/appointments/${id}/answers`
  // Of a house without papers a village's word has to be brought: the list says it.
  await put(as('officer'), station, { house: 'none' })
  assert.match((await messages(conversationId)).at(-1)!, /“分家实住”说明，当房屋凭据用。/)
  const before = (await messages(conversationId)).length
  await put(as('officer'), station, { head: 'yes' })
  assert.equal((await messages(conversationId)).length, before + 1)
  await as('officer')({
    method: 'POST',
    url: `/api/appointments/${id}/cancellation`,
    payload: { note: '改天' },
  })
  const late = await put(as('officer'), station, { head: 'no' })
  assert.equal(late.statusCode, 409)
  assert.match(late.json().message, /不能再改/)
})

test('answers that lead to another matter: she is told to ask first, with no papers of this one', async () => {
  const { contact, conversationId, id } = await begin(family)
  await put(as('officer'), `/api/appointments/${id}/answers`, { register: 'away' })
  const told = (await messages(conversationId)).at(-1)!
  assert.match(told, /照您说的情况，要办的可能是别的事，来之前请先问我们一句/)
  assert.doesNotMatch(told, /请带好|身份证/)
  const shown = await phone(contact)({ url: '/api/resident/appointments' })
  assert.equal(shown.json().items[0].elsewhere, true)
})

test('what nobody asks is left out of a booking; broken answers are refused with a sentence', async () => {
  const { id, booked, contact } = await begin({ ...family, gone: 'yes', constructor: 'yes', head: 'maybe' })
  const { head: _, ...kept } = family
  assert.deepEqual(said(booked), kept)
  assert.deepEqual(open(booked), ['head-consent'])
  const own = `/api/resident/appointments/${id}/answers`
  for (const answers of [{ gone: 'yes' }, { head: 'maybe' }, {}]) {
    const stale = await put(phone(contact), own, answers)
    assert.equal(stale.statusCode, 409, stale.body)
    assert.match(stale.json().message, /刷新页面/)
  }
  const many = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`q${at}`, 'yes']))
  const broken: unknown[] = [
    many,
    { head: 'a'.repeat(41) },
    { head: "' or 1=1" },
    { head: '<b>' },
    { 'HEAD 1': 'yes' },
    { head: ['yes'] },
    { head: { toString: 'x' } },
    JSON.parse('{"__proto__": "yes"}'),
    ['yes'],
    'yes',
    null,
  ]
  const [slot] = await freeSlots()
  for (const answers of broken) {
    for (const answer of [
      await phone(contact)({ method: 'PUT', url: own, payload: { version, answers } as object }),
      await book(await newContact(), slot!.startsAt, { answered: { version, answers } }),
    ]) {
      assert.equal(answer.statusCode, 400, `${JSON.stringify(answers)} ${answer.body}`)
      assert.match(answer.json().message, /[\u4e00-\u9fff]/)
    }
  }
  for (const of of [0, -1, 1.5, 1e12, 'one'])
    assert.equal((await put(phone(contact), own, { head: 'no' }, of as number)).statusCode, 400, `${of}`)
  assert.deepEqual(said(await desk(id)), kept)
})

test('nobody answers for somebody else', async () => {
  const { id } = await begin(family)
  const own = `/api/resident/appointments/${id}/answers`
  assert.equal((await put(phone(await newContact()), own, { head: 'yes' })).statusCode, 404)
  const east = await newContact(world.villages.east)
  const [slot] = await freeSlots()
  const far = (await book(east, slot!.startsAt)).json().id
  assert.equal((await put(as('westAuxiliary'), `/api/appointments/${far}/answers`, family)).statusCode, 404)
  assert.equal((await put(as('auditor'), `/api/appointments/${id}/answers`, family)).statusCode, 403)
})

test('told with her papers in the talk: the officer who books need not ask again', async () => {
  const contact = await newContact()
  const body = writeToldPapers({
    guide: '分户',
    answers: [
      { question: '您的户口现在在这个派出所吗？', answer: '在这里' },
      { question: '要分出来的人满18岁了吗？', answer: '满了' },
      { question: '为什么分开？', answer: '兄弟、父子分家' },
    ],
    ready: [],
    missing: ['原户口簿'],
  })
  const sent = await phone(contact)({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: newId(), body, fileIds: [] },
  })
  const { conversationId } = sent.json()
  const [slot] = await freeSlots()
  const booking = {
    guideSlug: 'household-split',
    startsAt: slot!.startsAt,
    name: '陈',
    phone: '',
    clientKey: key(),
  }
  const { id } = (
    await as('officer')({
      method: 'POST',
      url: '/api/appointments',
      payload: { ...booking, conversationId, ...answered({ head: 'yes' }) },
    })
  ).json()
  const shown = await desk(id)
  assert.deepEqual(said(shown), { register: 'here', adult: 'yes', reason: 'family', head: 'yes' })
  assert.deepEqual(await events(id), ['resident', 'officer'])
  assert.ok(!keys(shown).includes('marriage-change'))
  const told = (await messages(conversationId)).at(-1)!
  assert.match(told, /^给您约好了/)
  assert.doesNotMatch(told, /结婚证/)
})

test('booked again for the same person: what the station had corrected still stands; another person begins anew', async () => {
  const { contact, id } = await begin(family)
  await put(as('officer'), `/api/appointments/${id}/answers`, { reason: 'marriage' })
  await phone(contact)({ method: 'POST', url: `/api/resident/appointments/${id}/cancellation`, payload: {} })
  const [slot, next] = await freeSlots()
  const again = (await book(contact, slot!.startsAt)).json()
  assert.deepEqual(said(again), { ...family, reason: 'marriage' })
  assert.deepEqual(
    again.answers.filter((each: { byStation: boolean }) => each.byStation).length,
    1,
    'with whose word it was',
  )
  await phone(contact)({
    method: 'POST',
    url: `/api/resident/appointments/${again.id}/cancellation`,
    payload: {},
  })
  const other = (await book(contact, next!.startsAt, { name: '刘师傅' })).json()
  assert.deepEqual(other.answers, [])
})

test('nobody is sent home for a paper her own list does not name: the answer is put right first', async () => {
  const visit = { guideSlug: 'household-split', name: '周大爷', phone: '', clientKey: key() }
  const { id } = (
    await as('officer')({ method: 'POST', url: '/api/walk-ins', payload: { ...visit, ...answered(family) } })
  ).json()
  assert.deepEqual(said(await desk(id)), family)
  const serve = () =>
    as('officer')({
      method: 'POST',
      url: `/api/appointments/${id}/service`,
      payload: {
        note: '缺材料',
        missing: [{ key: 'marriage-change', cause: 'not_asked', reason: '没有问到是结婚' }],
      },
    })
  const refused = await serve()
  assert.equal(refused.statusCode, 409)
  assert.match(refused.json().message, /“结婚证.*先在预约里把回答改对/)
  await put(as('officer'), `/api/appointments/${id}/answers`, { reason: 'marriage' })
  assert.equal((await serve()).statusCode, 200)
})

test('an appointment of a case has the list of its case: one answer, one list, on both pages', async () => {
  const contact = await newContact()
  const conversationId = await newConversation(contact)
  const { id: guideId } = await guide()
  const matter = (
    await as('officer')({
      method: 'POST',
      url: '/api/cases',
      payload: {
        kind: 'service',
        title: '分户',
        scenario: 'business',
        channel: 'web',
        guideId,
        conversationId,
        clientKey: key(),
      },
    })
  ).json().id
  const [slot] = await freeSlots()
  const booking = {
    guideSlug: 'household-split',
    startsAt: slot!.startsAt,
    name: '陈',
    phone: '',
    clientKey: key(),
  }
  const { id } = (
    await as('officer')({
      method: 'POST',
      url: '/api/appointments',
      payload: {
        ...booking,
        caseId: matter,
        ...answered({ register: 'here', adult: 'yes', reason: 'family' }),
      },
    })
  ).json()
  const ofCase = async () => (await as('officer')({ url: `/api/cases/${matter}` })).json()
  assert.deepEqual(said(await ofCase()), { register: 'here', adult: 'yes', reason: 'family' })
  await put(phone(contact), `/api/resident/appointments/${id}/answers`, { house: 'own', head: 'yes' })
  assert.deepEqual(said(await ofCase()), said(await desk(id)))
  assert.deepEqual(open(await hers(contact, id)), [])
  // Answered on the case's page: the appointment follows, and so do the scripts.
  const answers = { head: 'no' }
  await as('officer')({ method: 'PUT', url: `/api/cases/${matter}/answers`, payload: { answers } })
  assert.ok(keys(await desk(id)).includes('head-consent'))
  const facts = await inWorld((tx) => readFacts(tx, conversationId, world.officers.officer))
  assert.match(facts.材料清单!, /户主同意的意见$/)
  // What an officer has looked at and set aside is not brought.
  await as('officer')({
    method: 'POST',
    url: `/api/cases/${matter}/materials/property-proof/checks`,
    payload: { verdict: 'not_needed', note: '' },
  })
  assert.ok(!keys(await hers(contact, id)).includes('property-proof'))
  const ended = { settlement: 'counter', emergency: false, words: '办好了。', tell: false }
  await as('officer')({ method: 'POST', url: `/api/cases/${matter}/outcome`, payload: ended })
  assert.equal((await hers(contact, id)).mayAnswer, false)
  const late = await put(phone(contact), `/api/resident/appointments/${id}/answers`, { head: 'yes' })
  assert.equal(late.statusCode, 409)
})

test('the guide is changed meanwhile: only what is asked in the same words still counts', async () => {
  const { contact, id } = await begin(family)
  const before = await guide()
  const questions = before.questions.map((question: { key: string; text: string }) =>
    question.key === 'reason' ? { ...question, text: '为什么要分开过？' } : question,
  )
  const changed = await as('chief')({
    method: 'PATCH',
    url: `/api/guides/${before.id}`,
    payload: { version: before.version, questions },
  })
  assert.equal(changed.statusCode, 200, changed.body)
  const shown = await hers(contact, id)
  assert.equal(shown.guideVersion, before.version + 1)
  assert.deepEqual(Object.keys(said(shown)).sort(), ['adult', 'head', 'house', 'register'])
  assert.ok(open(shown).includes('marriage-change'), 'it is open again')
  // A phone that still shows the old page: what it asks as before is kept, the rest is left out.
  const own = `/api/resident/appointments/${id}/answers`
  const late = await put(phone(contact), own, { reason: 'marriage', head: 'yes' }, before.version)
  assert.deepEqual([said(late.json())['reason'], said(late.json())['head']], [undefined, 'yes'])
  assert.equal((await put(phone(contact), own, { reason: 'marriage' }, before.version)).statusCode, 409)
  assert.equal((await put(phone(contact), own, { reason: 'marriage' }, 99)).statusCode, 409)
  assert.equal((await put(phone(contact), own, { reason: 'marriage' }, before.version + 1)).statusCode, 200)
  const [slot] = await freeSlots()
  const stale = await book(await newContact(), slot!.startsAt, {
    answered: { version: before.version, answers: family },
  })
  assert.equal(stale.statusCode, 200)
  assert.equal(said(stale.json())['reason'], undefined)
  assert.equal(said(stale.json())['head'], 'no')
})
