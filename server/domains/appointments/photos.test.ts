import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { writeToldPapers } from '../../../contract/told-papers.ts'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { newId } from '../../platform/id.ts'
import { openTestCounter } from './counter.fixture.ts'
import { joinCases } from './join-cases.ts'

const server = await startTestServer()
const { as, world } = server
const counter = await openTestCounter(server)
const { inWorld, key, freeSlots, phone } = counter
const officer = as('officer')

let shade = 0
async function photo(who: ReturnType<typeof phone>, url = '/api/resident/files'): Promise<string> {
  shade += 1
  const background = { r: shade, g: 9, b: 9 }
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return (await who({ ...uploadForm({ bytes }), url })).json().id
}
const say = async (contact: string, body: string, fileIds: string[], conversationId?: string) =>
  (
    await phone(contact)({
      method: 'POST',
      url: '/api/resident/messages',
      payload: { clientKey: newId(), body, fileIds, ...(conversationId ? { conversationId } : {}) },
    })
  ).json().conversationId as string
/** A case for splitting a household, out of a talk. */
async function openCase(conversationId: string): Promise<string> {
  const { id: guideId } = (await officer({ url: '/api/guides/household-split' })).json()
  const about = { kind: 'service', title: '分户', scenario: 'business', channel: 'web', guideId }
  const payload = { ...about, conversationId, clientKey: key() }
  return (await officer({ method: 'POST', url: '/api/cases', payload })).json().id
}

async function bookFor(conversationId: string, more: object = {}): Promise<string> {
  const [slot] = await freeSlots()
  const booking = {
    guideSlug: 'household-split',
    startsAt: slot!.startsAt,
    name: '陈',
    phone: '',
    clientKey: key(),
  }
  const booked = await officer({
    method: 'POST',
    url: '/api/appointments',
    payload: { ...booking, conversationId, ...more },
  })
  assert.equal(booked.statusCode, 200, booked.body)
  return booked.json().id
}
const lay = (base: string, paper: string, file: string, method: 'PUT' | 'DELETE' = 'PUT', by = officer) =>
  by({ method, url: `${base}/${paper}/photos/${file}` })
const photosOf = async (id: string) =>
  (await officer({ url: `/api/appointments/${id}` }))
    .json()
    .photos.map((each: { key: string; fileId: string; laid: boolean }) => [each.key, each.fileId, each.laid])
const counts = async (contact: string, id: string) =>
  (await phone(contact)({ url: '/api/resident/appointments' }))
    .json()
    .items.find((each: { id: string }) => each.id === id).photos
const events = (id: string) =>
  inWorld(async ({ client, stationId }) => {
    const { rows } = await client.query(
      `select name from events where station_id = $1 and subject_id = $2 and name like '%photo%' order by at, id`,
      [stationId, id],
    )
    return rows.map(({ name }) => name as string)
  })

test('a photo of the talk is laid to any paper of the list, once, and taken off again; she sees how many there are', async () => {
  const contact = await counter.newContact()
  const [card, other] = [await photo(phone(contact)), await photo(phone(contact))]
  const conversationId = await say(contact, '身份证拍好了', [card, other])
  const id = await bookFor(conversationId)
  const base = `/api/appointments/${id}/papers`
  for (const paper of ['identity-card', 'marriage-change', 'identity-card'])
    assert.equal((await lay(base, paper, card)).statusCode, 200)
  assert.deepEqual(await photosOf(id), [
    ['identity-card', card, true],
    ['marriage-change', card, true],
  ])
  assert.deepEqual(await counts(contact, id), [
    { key: 'identity-card', count: 1 },
    { key: 'marriage-change', count: 1 },
  ])
  assert.equal((await lay(base, 'marriage-change', card, 'DELETE')).statusCode, 200)
  assert.equal((await lay(base, 'marriage-change', card, 'DELETE')).statusCode, 404)
  await lay(base, 'identity-card', other)
  assert.deepEqual(await photosOf(id), [
    ['identity-card', card, true],
    ['identity-card', other, true],
  ])
  const taken = 'appointment.photo_taken_off'
  const laid = 'appointment.photo_laid'
  assert.deepEqual(await events(id), [laid, laid, taken, laid])
  // Laid again, it is there again.
  await lay(base, 'marriage-change', card)
  assert.equal((await photosOf(id)).length, 3)
})

test('only photos of this talk, only papers of her list, only by who may see it, only while it is open', async () => {
  const contact = await counter.newContact()
  const mine = await photo(phone(contact))
  const conversationId = await say(contact, '照片', [mine])
  const answered = { register: 'here', adult: 'yes', reason: 'family' }
  const id = await bookFor(conversationId, { answered: { version: 1, answers: answered } })
  const base = `/api/appointments/${id}/papers`
  const stranger = await counter.newContact()
  const theirs = await photo(phone(stranger))
  await say(stranger, '照片', [theirs])
  const unsent = await photo(phone(contact))
  const own = await photo(officer, '/api/files')
  for (const file of [theirs, unsent, own, newId()]) {
    const refused = await lay(base, 'identity-card', file)
    assert.equal(refused.statusCode, 404)
  }
  for (const paper of ['marriage-change', 'passport'])
    assert.equal((await lay(base, paper, mine)).statusCode, 404, 'not on her list')
  assert.equal((await lay(base, 'identity-card', mine, 'PUT', as('auditor'))).statusCode, 403)
  assert.deepEqual(await photosOf(id), [])
  await officer({ method: 'POST', url: `/api/appointments/${id}/cancellation`, payload: { note: '改天' } })
  assert.equal((await lay(base, 'identity-card', mine)).statusCode, 409)
})

test('photos she told with her papers stand beside those that were laid', async () => {
  const contact = await counter.newContact()
  const [told, loose] = [await photo(phone(contact)), await photo(phone(contact))]
  const ready = [{ name: '原户口簿', photos: [1] }]
  const conversationId = await say(contact, writeToldPapers({ guide: '分户', ready, missing: [] }), [told])
  await say(contact, '还有一张', [loose], conversationId)
  const id = await bookFor(conversationId)
  await lay(`/api/appointments/${id}/papers`, 'household-book', loose)
  await lay(`/api/appointments/${id}/papers`, 'household-book', told)
  assert.deepEqual(await photosOf(id), [
    ['household-book', told, false],
    ['household-book', loose, true],
  ])
})

test('where a case has the list, its papers get the photos; what the resident laid herself stays', async () => {
  const contact = await counter.newContact()
  const [loose, told, hers] = [
    await photo(phone(contact)),
    await photo(phone(contact)),
    await photo(phone(contact)),
  ]
  const conversationId = await say(contact, '照片', [loose, told])
  const matter = await openCase(conversationId)
  const id = await bookFor(conversationId, { caseId: matter })
  const paper = async () =>
    (await officer({ url: `/api/cases/${matter}` }))
      .json()
      .materials.find((each: { key: string }) => each.key === 'identity-card')
  assert.equal((await lay(`/api/appointments/${id}/papers`, 'identity-card', loose)).statusCode, 200)
  assert.deepEqual((await paper()).photos, [{ id: loose, unreadable: false, laid: true }])
  assert.equal((await paper()).verdict, 'photographed')
  await phone(contact)({
    method: 'POST',
    url: `/api/resident/cases/${matter}/materials/identity-card/checks`,
    payload: { verdict: 'photographed', fileId: hers },
  })
  assert.deepEqual(await photosOf(id), [
    ['identity-card', loose, true],
    ['identity-card', hers, false],
  ])
  const base = `/api/cases/${matter}/materials`
  const refused = await lay(base, 'identity-card', hers, 'DELETE')
  assert.equal(refused.statusCode, 409)
  await officer({
    method: 'POST',
    url: `${base}/identity-card/checks`,
    payload: { verdict: 'accepted', note: '' },
  })
  // However a photo came in: one that WeChat brought is the station's.
  await inWorld(({ client, stationId }) =>
    client.query('update files set owner_id = $1 where station_id = $1 and id = $2', [stationId, loose]),
  )
  const unread = await officer({
    method: 'POST',
    url: `${base}/identity-card/checks`,
    payload: { verdict: 'unreadable', note: '', fileId: loose },
  })
  assert.equal(unread.statusCode, 201, unread.body)
  await officer({
    method: 'POST',
    url: `${base}/identity-card/checks`,
    payload: { verdict: 'accepted', note: '' },
  })
  const late = await lay(base, 'identity-card', told)
  assert.equal(late.statusCode, 409, 'what a colleague has said of it stands')
  await lay(base, 'identity-card', loose, 'DELETE')
  const now = await paper()
  assert.deepEqual(now.photos, [{ id: hers, unreadable: false, laid: false }])
  assert.equal(now.verdict, 'accepted', 'what was said of the paper is said still')
  // A photo that she lays too, after an officer did, is hers.
  await lay(base, 'household-book', told)
  await phone(contact)({
    method: 'POST',
    url: `/api/resident/cases/${matter}/materials/household-book/checks`,
    payload: { verdict: 'photographed', fileId: told },
  })
  assert.equal((await lay(base, 'household-book', told, 'DELETE')).statusCode, 409)
  await phone(contact)({
    method: 'POST',
    url: `/api/resident/cases/${matter}/materials/household-book/checks`,
    payload: { verdict: 'withdrawn', fileId: null },
  })
  const missing = async () =>
    (await phone(contact)({ url: '/api/resident/cases' })).json().items[0].missingMaterials
  const before = await missing()
  await lay(base, 'household-book', loose)
  assert.equal(await missing(), before - 1)
  await lay(base, 'household-book', loose, 'DELETE')
  assert.equal(await missing(), before)
  assert.equal((await lay(base, 'passport', loose)).statusCode, 404)
  assert.equal((await lay(base, 'identity-card', loose, 'PUT', as('auditor'))).statusCode, 403)
  // One who may not see the case does not find it.
  await inWorld(({ client, stationId }) =>
    client.query('update cases set village_id = $3 where station_id = $1 and id = $2', [
      stationId,
      matter,
      world.villages.east,
    ]),
  )
  assert.equal((await lay(base, 'identity-card', loose, 'PUT', as('westAuxiliary'))).statusCode, 404)
})

test('a case opened later in the same talk takes the appointment in, with its answers and photos; the later word of an answer counts', async () => {
  const contact = await counter.newContact()
  const loose = await photo(phone(contact))
  const conversationId = await say(contact, '照片', [loose])
  const id = await bookFor(conversationId)
  const url = `/api/appointments/${id}/answers`
  const answers = { register: 'here', adult: 'yes', reason: 'family' }
  await officer({ method: 'PUT', url, payload: { version: 1, answers } })
  await lay(`/api/appointments/${id}/papers`, 'identity-card', loose)
  const matter = await openCase(conversationId)
  const known = { answers: { reason: 'marriage', adult: 'no' } }
  await officer({ method: 'PUT', url: `/api/cases/${matter}/answers`, payload: known })
  const later = { version: 1, answers: { adult: 'unsure' } }
  assert.equal((await officer({ method: 'PUT', url, payload: later })).statusCode, 200)
  const { stationId } = world
  assert.equal(await joinCases(server.context, { stationId }), 1)
  assert.equal(await joinCases(server.context, { stationId }), 0)
  const shown = (await officer({ url: `/api/cases/${matter}` })).json()
  const said = (of: { answers: { question: string; answer: string }[] }) =>
    Object.fromEntries(of.answers.map(({ question, answer }) => [question, answer]))
  assert.deepEqual(said(shown), { ...answers, reason: 'marriage', adult: 'unsure' })
  assert.equal(
    shown.answers.find((each: { question: string }) => each.question === 'adult').officer.name,
    '李民警',
  )
  assert.deepEqual(shown.materials[0].photos, [{ id: loose, unreadable: false, laid: true }])
  const mine = (await officer({ url: `/api/appointments/${id}` })).json()
  assert.equal(mine.appointment.caseId, matter)
  assert.deepEqual(said(mine), said(shown))
  assert.deepEqual(await photosOf(id), [['identity-card', loose, true]])
})

test('what is answered while a case takes the appointment in is not lost', async () => {
  const contact = await counter.newContact()
  const conversationId = await say(contact, '分户', [])
  const id = await bookFor(conversationId)
  const matter = await openCase(conversationId)
  const { stationId } = world
  // The answer holds the appointment, is written, and is committed only after the job has begun.
  let joining: Promise<number> | undefined
  await inWorld(async ({ client }) => {
    await client.query('select from appointments where station_id = $1 and id = $2 for update', [
      stationId,
      id,
    ])
    joining = joinCases(server.context, { stationId })
    await new Promise((go) => setTimeout(go, 300))
    await client.query(
      `insert into appointment_answers (station_id, id, appointment_id, question, answer, guide_version, asked, said)
       values ($1, gen_random_uuid(), $2, 'adult', 'yes', 1, '要分出来的人满18岁了吗？', '满了')`,
      [stationId, id],
    )
  })
  assert.equal(await joining, 1)
  const { answers } = (await officer({ url: `/api/cases/${matter}` })).json()
  assert.deepEqual(
    answers.map(({ question, answer }: { question: string; answer: string }) => [question, answer]),
    [['adult', 'yes']],
  )
})
