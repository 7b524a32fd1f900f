import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { mostPhotos } from '../../../contract/cases.ts'
import { readToldPapers, sayLacking, saysOnlyPapers, writeToldPapers } from '../../../contract/told-papers.ts'
import { uploadForm } from '../../../test/upload.ts'
import { newId } from '../../platform/id.ts'
import { readMessage } from '../inbox/triage/read-message.ts'
import { starterGuides } from '../services/starter/guides.ts'
import { expectOk, startCaseServer } from './cases.fixture.ts'

const { as, asResident, post, newCase, open, show, guideId, events } = await startCaseServer()
const phone = asResident('chen')

async function photo(): Promise<string> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  return expectOk(await phone({ ...uploadForm({ bytes }), url: '/api/resident/files' })).id
}

async function tell(body: string, fileIds: string[] = [], conversationId?: string): Promise<string> {
  const payload = { clientKey: newId(), body, fileIds, ...(conversationId ? { conversationId } : {}) }
  return expectOk(await phone({ method: 'POST', url: '/api/resident/messages', payload })).conversationId
}

const split = (ready: { name: string; photos: number[] }[], missing: string[] = []) =>
  writeToldPapers({ guide: '分户', ready, missing })
const opening = (conversationId: string, more: object = {}) =>
  newCase({
    kind: 'service',
    title: '分户',
    scenario: 'business',
    channel: 'web',
    guideId,
    conversationId,
    ...more,
  })

type Shown = {
  key: string
  verdict: string | null
  photos: { id: string; unreadable: boolean }[]
  officer: object | null
  checkedAt: string | null
}
const papers = async (id: string) =>
  ((await show(id)).materials as Shown[]).map(({ key, verdict, photos }) => [
    key,
    verdict,
    ...photos.map(({ id: photo }) => photo),
  ])

test('what is written for people to read is read again as it was, also with odd names', () => {
  const ready = [
    { name: '户口簿', photos: [] },
    { name: '照片（一寸）', photos: [1, 12] },
    { name: '出生医学证明（原件）', photos: [] },
  ]
  const body = writeToldPapers({ guide: '出生登记', ready, missing: ['房产证明'] })
  assert.deepEqual(readToldPapers(body, '出生登记'), ready)
  assert.equal(readToldPapers(body, '分户'), null)
  assert.equal(readToldPapers('我想办“出生登记”，材料请看一下。', '出生登记'), null)
  assert.equal(readToldPapers('', '分户'), null)
})

test('a paper that her answers made certain is lacking without an if', () => {
  const paper = { name: '户主同意', neededWhen: '户主来不了的', when: [{ question: 'head', answer: 'no' }] }
  assert.equal(sayLacking({ ...paper, open: false }), '户主同意')
  assert.equal(sayLacking({ ...paper, open: true }), '户主同意（只有这种情况要：户主来不了的）')
  // What no question decides stays with its condition.
  assert.match(sayLacking({ ...paper, when: [], open: false }), /只有这种情况要/)
})

test('no list of papers of any guide rings the bell for an emergency', () => {
  for (const guide of starterGuides) {
    const names = guide.materials.map(({ name }) => name)
    for (const [ready, missing] of [
      [names, []],
      [[], names],
    ] as const) {
      const text = writeToldPapers({
        guide: guide.name,
        ready: ready.map((name) => ({ name, photos: [] })),
        missing: [...missing],
      })
      const { emergency, reasons } = readMessage({ text, villages: [] })
      assert.equal(emergency, false, text)
      assert.ok(!reasons.some(({ kind }) => kind === 'further'), text)
    }
  }
})

test('of all answers only the one that says so rings the bell', () => {
  const ringing = starterGuides.flatMap(({ name, questions }) =>
    questions.flatMap(({ text, answers }) =>
      answers
        .map((answer) => ({ question: text, answer: answer.text }))
        .filter(
          (told) =>
            readMessage({
              text: writeToldPapers({ guide: name, answers: [told], ready: [], missing: [] }),
              villages: [],
            }).emergency,
        )
        .map(({ answer }) => answer),
    ),
  )
  assert.deepEqual(ringing, ['正在发生，快来人'])
})

test('words of her own under a list are read as any words', () => {
  const list = split([{ name: '户口簿', photos: [] }])
  assert.equal(saysOnlyPapers(list), true)
  assert.equal(
    saysOnlyPapers(writeToldPapers({ guide: '分户', answers: [], ready: [], missing: ['房产证明'] })),
    true,
  )
  for (const own of [
    `${list}\n我不想活了`,
    `我想办“分户”，材料请看一下。我不想活了\n${list.split('\n').slice(1).join('\n')}`,
  ])
    assert.equal(saysOnlyPapers(own), false, own)
  assert.equal(readMessage({ text: `${list}\n我不想活了，今晚就走`, villages: [] }).emergency, true)
})

test('what she told and photographed stands in the case as her own word, from when she said it', async () => {
  const [front, back] = [await photo(), await photo()]
  const conversationId = await tell(
    split([
      { name: '户口簿', photos: [] },
      { name: '身份证', photos: [1, 2] },
    ]),
    [front, back],
  )
  const id = await open(opening(conversationId))
  assert.deepEqual(await papers(id), [
    ['register', 'ready'],
    ['card', 'photographed', front, back],
    ['house', null],
  ])
  const shown = await show(id)
  for (const { verdict, officer, checkedAt } of shown.materials as Shown[]) {
    assert.equal(officer, null)
    if (verdict) assert.ok(checkedAt! < shown.openedAt)
  }
  assert.equal((await events(id)).filter((name) => name === 'case.material_changed').length, 3)
  // An officer's word comes after hers.
  expectOk(
    await post('officer', `/api/cases/${id}/materials/register/checks`, { verdict: 'accepted', note: '' }),
  )
  assert.equal((await papers(id))[0]![1], 'accepted')
})

test('a telling written by hand to be endless says each photo once, and of a paper no more than may be shown', async () => {
  const file = await photo()
  const places = Array<number>(900).fill(1)
  const conversationId = await tell(split([{ name: '身份证', photos: places }]), [file])
  const lines = Array(100).fill({ name: '户口簿', photos: [1] })
  await tell(split([...lines, { name: '身份证', photos: [1, 1] }]), [file], conversationId)
  const id = await open(opening(conversationId))
  assert.deepEqual((await papers(id)).slice(0, 2), [
    ['register', 'photographed', file],
    ['card', 'photographed', file],
  ])
  assert.equal((await events(id)).filter((name) => name === 'case.material_changed').length, 2)
  const pages = await Promise.all(Array.from({ length: 9 }, photo))
  const many = { name: '户口簿', photos: pages.map((_, at) => at + 1) }
  const whole = await tell(split([many]), pages)
  const more = await Promise.all(Array.from({ length: 9 }, photo))
  await tell(split([many]), more, whole)
  const full = await open(opening(whole))
  assert.deepEqual((await papers(full))[0], [
    'register',
    'photographed',
    ...[...pages, ...more].slice(-mostPhotos),
  ])
})

test('opened twice with the same key, her word is there once', async () => {
  const conversationId = await tell(split([{ name: '户口簿', photos: [] }]))
  const body = opening(conversationId)
  const first = expectOk(await post('officer', '/api/cases', body))
  expectOk(
    await post('officer', `/api/cases/${first.id}/materials/register/checks`, {
      verdict: 'not_needed',
      note: '',
    }),
  )
  const again = expectOk(await post('officer', '/api/cases', body))
  assert.equal(again.id, first.id)
  assert.equal((await papers(first.id))[0]![1], 'not_needed')
  assert.equal((await events(first.id)).filter((name) => name === 'case.material_changed').length, 2)
})

test('the newest telling counts; other words, other guides and photos that are not there count for nothing', async () => {
  const conversationId = await tell('分户要带什么')
  await tell(split([{ name: '户口簿', photos: [] }]), [], conversationId)
  await tell(
    split([
      { name: '身份证', photos: [7] },
      { name: '没有这种材料', photos: [] },
    ]),
    [],
    conversationId,
  )
  await tell('好的，谢谢', [], conversationId)
  assert.deepEqual(
    (await papers(await open(opening(conversationId)))).map(([key, verdict]) => [key, verdict]),
    [
      ['register', null],
      ['card', 'ready'],
      ['house', null],
    ],
  )
  const elsewhere = await tell(
    writeToldPapers({ guide: '迁户', ready: [{ name: '户口簿', photos: [] }], missing: [] }),
  )
  assert.ok((await papers(await open(opening(elsewhere)))).every(([, verdict]) => verdict === null))
})

test('a message takes nine photos; those of all her tellings stand together, without a paper she unticked', async () => {
  const [first, second, third] = [await photo(), await photo(), await photo()]
  const conversationId = await tell(
    split([
      { name: '户口簿', photos: [1] },
      { name: '房产证明', photos: [2] },
    ]),
    [first, second],
  )
  await tell(split([{ name: '户口簿', photos: [1] }]), [third], conversationId)
  assert.deepEqual(await papers(await open(opening(conversationId))), [
    ['register', 'photographed', first, third],
    ['card', null],
    ['house', null],
  ])
})

test('told before the guide and its papers were renamed, it is known all the same', async () => {
  const file = await photo()
  const conversationId = await tell(
    split([
      { name: '户口簿', photos: [1] },
      { name: '身份证', photos: [] },
    ]),
    [file],
  )
  const paper = (key: string, name: string) => ({
    ...{ key, name, form: 'original', copies: 1, electronic: false, shared: false },
    ...{ neededWhen: null, note: null },
  })
  const rename = (version: number, name: string, register: string) =>
    as('chief')({
      method: 'PATCH',
      url: `/api/guides/${guideId}`,
      payload: {
        ...{ version, name },
        materials: [paper('register', register), paper('card', '身份证'), paper('house', '房产证明')],
      },
    })
  expectOk(await rename(1, '分家立户', '原户口簿'))
  assert.deepEqual(await papers(await open(opening(conversationId))), [
    ['register', 'photographed', file],
    ['card', 'ready'],
    ['house', null],
  ])
  expectOk(await rename(2, '分户', '户口簿'))
})
