import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import sharp from 'sharp'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { inStation } from '../../platform/tenancy.ts'
import { messageFiles } from './message-files.ts'

const { context, world, as, asResident } = await startTestServer()
const { contacts, stationId } = world
type Officer = 'chief' | 'officer' | 'eastAuxiliary'

async function open(body: string): Promise<string> {
  const payload = { clientKey: randomUUID(), body }
  const answer = await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })
  return answer.json().conversationId
}
async function approvedScript(title: string, body: string): Promise<string> {
  const payload = {
    library: 'business',
    title,
    body,
    keywords: [title],
    basis: '',
    expiresOn: '2099-01-01',
    auxiliaryMay: true,
    villageIds: null,
  }
  const { id } = (await as('chief')({ method: 'POST', url: '/api/scripts', payload })).json()
  const items = [{ scriptId: id, version: 1 }]
  const approved = await as('officer')({ method: 'POST', url: '/api/script-approvals', payload: { items } })
  assert.ok(approved.statusCode < 300, approved.body)
  return id
}
async function storePhoto(officer: Officer): Promise<string> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 30 }
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'white', noise } })
    .jpeg()
    .toBuffer()
  const stored = await as(officer)({ url: '/api/files', ...uploadForm({ bytes }) })
  assert.equal(stored.statusCode, 200, stored.body)
  return stored.json().id
}
const show = async (id: string, officer: Officer = 'officer') =>
  (await as(officer)({ method: 'GET', url: `/api/conversations/${id}` })).json()
const save = (id: string, payload: object, officer: Officer = 'officer') =>
  as(officer)({
    method: 'PUT',
    url: `/api/conversations/${id}/draft`,
    payload: { kind: 'outbound', ...payload },
  })
const send = (id: string, payload: object, officer: Officer = 'officer') =>
  as(officer)({
    method: 'POST',
    url: `/api/conversations/${id}/messages`,
    payload: { contactId: contacts.chen, clientKey: randomUUID(), ...payload },
  })

const [split, card] = [
  await approvedScript('分户怎么办', '分户要带户口簿和房产证明。'),
  await approvedScript('换身份证', '换身份证请本人来，带旧证。'),
]
const both = [
  { id: split, version: 1 },
  { id: card, version: 1 },
]
const body = '分户要带户口簿和房产证明。\n换身份证请本人来，带旧证。'

test('an answer put together of two scripts keeps both with their versions, in their order', async () => {
  const id = await open('分户和换证一起办要带什么')
  const clientKey = randomUUID()
  const first = await send(id, { body, scripts: both, clientKey })
  assert.equal(first.statusCode, 201, first.body)
  const again = await send(id, { body, scripts: both, clientKey })
  assert.equal(again.json().messageId, first.json().messageId)
  await send(id, { body: '只带户口簿也行。', scripts: [both[1]] })
  const { messages } = await show(id)
  assert.deepEqual(
    messages.map((message: { scripts: object[] }) => message.scripts),
    [[], both, [both[1]]],
  )
})

test('no script of several may be one that is not approved', async () => {
  const id = await open('问两件事')
  const refused = await send(id, { body, scripts: [both[0], { id: card, version: 2 }] })
  assert.equal(refused.statusCode, 403)
  assert.equal((await show(id)).messages.length, 1)
})

test('a draft keeps its scripts with their words, and its photos', async () => {
  const id = await open('写到一半还拍了照')
  const [mine, second] = [await storePhoto('officer'), await storePhoto('officer')]
  assert.equal((await save(id, { body, scripts: both, fileIds: [second, mine] })).statusCode, 200)
  const [draft] = (await show(id)).drafts
  assert.deepEqual(
    draft.scripts.map((script: { id: string; title: string; body: string }) => [
      script.id,
      script.title,
      script.body,
    ]),
    [
      [split, '分户怎么办', '分户要带户口簿和房产证明。'],
      [card, '换身份证', '换身份证请本人来，带旧证。'],
    ],
  )
  assert.deepEqual(
    draft.files.map((file: { id: string; kind: string; width: number }) => [file.id, file.kind, file.width]),
    [
      [second, 'photo', 60],
      [mine, 'photo', 60],
    ],
  )
  // What hangs on a draft is not swept away.
  const used = await inStation(context.pool, stationId, (tx) => messageFiles.inUse(tx, [mine, second]))
  assert.deepEqual(used.sort(), [mine, second].sort())
})

test('a photo alone is a draft; without words and photos there is none; the sending ends it', async () => {
  const id = await open('只拍了照')
  const file = await storePhoto('officer')
  await save(id, { body: '', fileIds: [file] })
  assert.equal((await show(id)).drafts.length, 1)
  await save(id, { body: '', fileIds: [] })
  assert.deepEqual((await show(id)).drafts, [])
  await save(id, { body: '', fileIds: [file] })
  assert.equal((await send(id, { body: '', fileIds: [file] })).statusCode, 201)
  assert.deepEqual((await show(id)).drafts, [])
})

test("a colleague's photo does not get into a draft, and the words stay", async () => {
  const id = await open('别人的照片')
  const [mine, hers] = [await storePhoto('officer'), await storePhoto('eastAuxiliary')]
  const saved = await save(id, { body: '看照片', fileIds: [hers, mine, randomUUID()] })
  assert.equal(saved.statusCode, 200)
  const [draft] = (await show(id)).drafts
  assert.equal(draft.body, '看照片')
  assert.deepEqual(
    draft.files.map((file: { id: string }) => file.id),
    [mine],
  )
})
