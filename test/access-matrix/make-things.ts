import assert from 'node:assert/strict'
import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import { starterModel } from '../../server/domains/inbox/triage/model.ts'
import { packChanges } from '../../server/domains/inbox/triage/model-changes.ts'
import { newId } from '../../server/platform/id.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import type { Caller, TestServer } from '../server.ts'
import { uploadForm } from '../upload.ts'
import type { World } from '../world.ts'
import { makeBroadcast } from './make-broadcast.ts'
import { makeCap } from './make-cap.ts'
import { makeEdition } from './make-edition.ts'
import { makePeople } from './make-people.ts'
import { makeRegisterThings } from './make-register-things.ts'
import { makeRumour } from './make-rumour.ts'
import { makeTranscript } from './make-transcript.ts'
import { makeWorkThings } from './make-work-things.ts'
import type { Ids, Things } from './row.ts'

let words = 0
const word = () => `w-${newId().slice(-8)}${words++}`

function ok(response: LightMyRequestResponse) {
  assert.ok(response.statusCode < 300, `${response.statusCode} ${response.body}`)
  return response.json()
}

/** One of every kind of object, made the way people make them, around one resident of the world. */
export async function makeThings(
  server: TestServer,
  world: World,
  who: keyof World['contacts'],
  mentioned: 'chief' | 'officer',
): Promise<Things> {
  const { as, asResident } = server
  const [chief, officer, phone] = [as('chief', world), as('officer', world), asResident(who, world)]
  const send = async (caller: Caller, method: 'POST' | 'PATCH', url: string, payload: object) =>
    ok(await caller({ method, url, payload }))
  const post = (url: string, payload: object) => send(chief, 'POST', url, payload)
  const contact = world.contacts[who]
  const village = who === 'chen' ? world.villages.east : world.villages.west

  const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const file = ok(await phone({ ...uploadForm({ bytes: photo }), url: '/api/resident/files' })).id
  const officerFile = ok(await chief({ ...uploadForm({ bytes: photo }), url: '/api/files' })).id
  const asked = await send(phone, 'POST', '/api/resident/messages', {
    clientKey: newId(),
    body: '我想问一下分户要带什么',
    fileIds: [file],
    villageId: village,
  })
  const conversation = asked.conversationId
  const referral = (
    await post(`/api/conversations/${conversation}/office-referrals`, { office: 'power', askInDays: 7 })
  ).id
  const note = await send(officer, 'POST', `/api/conversations/${conversation}/notes`, {
    clientKey: newId(),
    body: '请看一下',
    mentions: [world.officers[mentioned]],
  })
  // WeChat's id of this resident is her contact's: both can stand for the other.
  await inStation(server.context.pool, world.stationId, (tx) =>
    tx.client.query(
      'insert into external_people (station_id, external_userid, contact_id) values ($1, $2, $3)',
      [world.stationId, contact, contact],
    ),
  )
  const resident = (
    await post('/api/residents', {
      name: '陈秀英',
      contactId: contact,
      household: { villageId: village, address: `${who}组1号` },
    })
  ).id
  const household = ok(await chief({ url: `/api/residents/${resident}` })).household.id
  const founded = { villageId: village, address: `${who}组2号`, on: '2026-01-05' }
  const householdChange = (await post('/api/households', founded)).changeId
  const guides = ok(await chief({ url: '/api/guides' })).items
  const guide = guides.find((each: { slug: string }) => each.slug === 'household-split')

  const openCase = async (title: string) =>
    (
      await post('/api/cases', {
        kind: 'service',
        title,
        scenario: 'business',
        channel: 'web',
        villageId: village,
        contactId: contact,
        conversationId: conversation,
        guideId: guide.id,
        clientKey: newId(),
      })
    ).id
  const [matter, linkedCase, merged] = [
    await openCase('分户'),
    await openCase('分户问过一次'),
    await openCase('分户重复'),
  ]
  const url = `/api/cases/${matter}`
  const casePerson = (await post(`${url}/people`, { name: '证人', part: 'witness' })).id
  const caseClock = (
    await post(`${url}/clocks`, { dueAt: new Date(Date.now() + 5 * 864e5).toISOString(), reason: '答应了' })
  ).id
  await post(`${url}/links`, { caseId: linkedCase, kind: 'related' })
  const caseMerge = (await post(`${url}/merges`, { sourceCaseId: merged })).mergeId

  const slots = ok(await chief({ url: '/api/slots', query: { guideSlug: 'household-split', days: '31' } }))
  const free: string[] = slots.days
    .slice(1)
    .flatMap((day: { slots: { startsAt: string }[] }) => day.slots.map(({ startsAt }) => startsAt))
  // Two residents of one station must not take the same times.
  const own = free.filter((_, at) => at % 2 === (who === 'chen' ? 0 : 1))
  const slot = () => {
    const next = own.shift()
    assert.ok(next, 'the fixture has no times')
    // Round again: by then the resets have given the first ones back.
    own.push(next)
    return next
  }
  const appointment = (
    await post('/api/appointments', {
      guideSlug: 'household-split',
      startsAt: slot(),
      name: '陈大妈',
      phone: '13800000000',
      contactId: contact,
      conversationId: conversation,
      caseId: matter,
      clientKey: newId(),
    })
  ).id

  const script = (
    await post('/api/scripts', {
      library: 'business',
      title: '分户要带的材料',
      body: '您好，分户请带户口簿。',
      keywords: ['分户'],
      basis: '',
      expiresOn: '2099-01-01',
      auxiliaryMay: true,
      villageIds: [village],
    })
  ).id
  await send(officer, 'POST', '/api/script-approvals', { items: [{ scriptId: script, version: 1 }] })
  const counter = (await post('/api/counters', { name: `窗口${word()}` })).id
  const stepped = { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped-up` }
  const newcomer = { username: word(), name: '新来的', role: 'officer' }
  const made = await chief({ method: 'POST', url: '/api/officers', payload: newcomer, headers: stepped })
  const helper = ok(made).officer.id
  const starts = Date.now() + 3 * 864e5 + words * 36e5 * 9
  const shifts = [
    {
      officerId: helper,
      kind: 'desk',
      startsAt: new Date(starts).toISOString(),
      endsAt: new Date(starts + 36e5).toISOString(),
    },
  ]
  const shift = (await post('/api/shifts', { shifts })).items[0].id
  const spareVillage = (await post('/api/villages', { code: word(), name: word() })).id
  const dayAfter = (count: number) => new Date(Date.now() + count * 864e5).toISOString().slice(0, 10)
  const span = { from: dayAfter(40), until: dayAfter(340) }
  const calendar = ok(await chief({ url: '/api/working-days', query: span }))
  const days: string[] = calendar.days.flatMap(({ day, open }: { day: string; open: boolean }) =>
    open ? [day] : [],
  )

  const work = await makeWorkThings(server.context.pool, world, contact, village)
  const people = await makePeople(chief, { household, resident })
  const rumour = await makeRumour(server, world, { village, conversation, group: work.chatGroup })

  const { broadcast, broadcastDraft } = await makeBroadcast(server, world, village)

  const ids: Ids = {
    appointment,
    case: matter,
    caseClock,
    caseMerge,
    casePerson,
    contact,
    conversation,
    counter,
    phoneTask: newId(),
    outcomeCall: newId(),
    review: newId(),
    wechatGap: newId(),
    wechatChange: newId(),
    wechatAccount: newId(),
    ...work,
    ...rumour,
    broadcast,
    ...people,
    ...(await makeRegisterThings(server.context.pool, world)),
    ...(await makeCap(server, world)),
    ...(await makeEdition(server, world, guide.id)),
    transcript: await makeTranscript(server, world, { messageId: asked.messageId, fileId: file }),
    deadLetter: newId(),
    triageModel: await makeTriageModel(server, world),
    file,
    guide: guide.id,
    guideSlug: guide.slug,
    household,
    householdChange,
    linkedCase,
    mention: note.messageId,
    message: asked.messageId,
    officer: helper,
    officerFile,
    referral,
    resident,
    script,
    session: newId(),
    shift,
    spareVillage,
    village,
  }
  return {
    ...ids,
    broadcastDraft,
    slot,
    word,
    day: () => days.shift()!,
    revision: async () => ok(await chief({ url })).revision,
    guideVersion: async () => ok(await chief({ url: `/api/guides/${guide.slug}` })).version,
    scriptDraftedAt: async () => ok(await chief({ url: `/api/scripts/${script}` })).versions[0].draftedAt,
    villages: async () => ok(await chief({ url: '/api/villages' })).items.map(({ id }: { id: string }) => id),
  }
}

/** A candidate of the reading that differs in nothing from the delivered one. */
async function makeTriageModel(server: TestServer, world: World): Promise<string> {
  const id = newId()
  await inStation(server.context.pool, world.stationId, (tx) =>
    tx.client.query(
      `insert into triage_models (station_id, id, version, base_version, corrections, changes, report)
       values ($1, $2, 'same', $3, 0, $4, $5)`,
      [world.stationId, id, starterModel.version, packChanges(starterModel, starterModel), emptyReport],
    ),
  )
  return id
}

const noFigures = { emergencies: 0, missed: 0, calm: 0, falseAlarms: 0, right: 0, macroF1: 0, confusion: [] }
const emptyReport = JSON.stringify({
  before: noFigures,
  after: noFigures,
  tested: { count: 0, rightBefore: 0, rightAfter: 0 },
  recent: { messages: 0, changed: 0, moves: [] },
  mistakes: [],
})
