import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { pathOf } from '../server/platform/files/file-store.ts'
import { createWorld } from '../test/world.ts'
import { drawPhoto } from './draw-photo.ts'
import { startStage } from './stage.ts'

const stage = await startStage()
const { code, stationId } = stage.world
const here = { 'x-station-id': stationId }

/** A second of silence as a telephone records it. */
function silence(mark: number): Buffer {
  const samples = Buffer.alloc(8000, 0x80)
  samples[0] = mark
  const head = Buffer.from(
    '52494646641f000057415645666d74201000000001000100401f0000401f00000100080064617461401f0000',
    'hex',
  )
  return Buffer.concat([head, samples])
}

/** Puts a message with a file into her matters without the page. Returns the conversation. */
async function sendFile(phone: Page, buffer: Buffer, name: string): Promise<string> {
  const put = await phone.request.post('/api/resident/files?seconds=1', {
    headers: here,
    multipart: { file: { name, mimeType: 'application/octet-stream', buffer } },
  })
  assert.equal(put.status(), 200, await put.text())
  const data = { clientKey: randomUUID(), body: '', fileIds: [(await put.json()).id] }
  const sent = await phone.request.post('/api/resident/messages', { headers: here, data })
  assert.equal(sent.status(), 201, await sent.text())
  return (await sent.json()).conversationId
}

test('a recording that cannot be heard says why, in place of a silent player', {
  timeout: 120_000,
}, async () => {
  stage.expect('404 /api/resident/files/')
  const phone = await stage.openPhone()
  await phone.getByRole('link', { name: '我要问' }).first().waitFor()
  const said = phone.getByRole('alert').filter({ hasText: '这段录音放不出来' })

  await phone.goto(`/r/${code}/conversations/${await sendFile(phone, silence(1), 'a.wav')}`)
  const sound = phone.locator('audio')
  await sound.last().waitFor()
  const length = await sound.last().evaluate(async (audio: HTMLAudioElement) => {
    audio.muted = true
    await audio.play()
    return audio.duration
  })
  assert.equal(length, 1)
  assert.equal(await said.count(), 0)

  // One whose bytes are gone from the store.
  const bytes = silence(2)
  const lost = await sendFile(phone, bytes, 'b.wav')
  rmSync(pathOf(stage.context.files, stationId, createHash('sha256').update(bytes).digest('hex')))
  await phone.goto(`/r/${code}/conversations/${lost}`)
  await sound.last().evaluate((audio: HTMLAudioElement) => audio.play().catch(() => {}))
  await said.waitFor()
  assert.match((await said.textContent()) ?? '', /派出所那边找不到这段声音/)
  const [border, size] = await said.evaluate((box) => [
    getComputedStyle(box).borderTopWidth,
    box.getBoundingClientRect().width,
  ])
  assert.ok(border !== '0px' && Number(size) > 200, 'it is not a small remark')

  // A kind of sound that no browser knows and that is not made into one it does.
  const silk = Buffer.concat([Buffer.from('\x02#!SILK_V3', 'latin1'), Buffer.alloc(200, 7)])
  await phone.goto(`/r/${code}/conversations/${await sendFile(phone, silk, 'a.silk')}`)
  await said.filter({ hasText: '放不了这种录音' }).waitFor()
  await said.filter({ hasText: '放不了这种录音' }).getByRole('link', { name: '存下来' }).waitFor()
})

test('a recording that got lost on the phone is not said to be waiting for the network', {
  timeout: 120_000,
}, async () => {
  const phone = await stage.openPhone()
  await phone.getByRole('link', { name: '我要问' }).first().waitFor()
  await phone.evaluate((station) => {
    const [key, voice] = [crypto.randomUUID(), { key: crypto.randomUUID(), kind: 'voice', seconds: 7 }]
    const letter = { key, conversationId: null, body: '', enclosures: [voice], state: 'draft', trouble: '' }
    const all = [{ ...letter, tries: 0, receipt: null, at: Date.now() }]
    localStorage.setItem(`outbox.${station}`, JSON.stringify(all))
  }, code)
  await phone.goto(`/r/${code}/ask`)
  const said = phone.getByRole('alert').filter({ hasText: '录音在这部手机上找不到了，没有发出去' })
  await said.waitFor()
  assert.equal(await phone.getByText('等网络').count(), 0)
  await phone.getByRole('button', { name: '去掉' }).click()
  await said.waitFor({ state: 'detached' })
})

test('a phone of two stations sees pictures and news of the one on the screen', {
  timeout: 120_000,
}, async () => {
  const elsewhere = await createWorld(stage.context.pool, '430182903')
  const phone = await stage.openPhone()
  await phone.getByRole('link', { name: '我要问' }).first().waitFor()
  const conversation = await sendFile(phone, await drawPhoto(), 'a.jpg')
  await phone.goto(`/r/${code}/conversations/${conversation}`)
  await phone.getByLabel('接着写').waitFor()

  // Her parents' station, opened in another tab, is now the one visited last.
  const other = await phone.context().newPage()
  await other.goto(`/r/${elsewhere.code}/`)
  await other.getByRole('link', { name: '我要问' }).first().waitFor()

  const streams: string[] = []
  phone.on('request', (request) => {
    if (request.url().includes('/live')) streams.push(request.url())
  })
  await phone.evaluate(() => {
    window.dispatchEvent(new Event('offline'))
    window.dispatchEvent(new Event('online'))
  })
  // The large picture is fetched only now.
  await phone.getByRole('button', { name: '看大图' }).click()
  const picture = phone.locator('.photo-viewer img')
  await picture.waitFor()
  const width = await picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode()
    return image.naturalWidth
  })
  assert.equal(width, 800)
  const officer = await stage.callAs('officer')
  const { conversation: shown } = await (await officer.get(`/api/conversations/${conversation}`)).json()
  const answer = await officer.post(`/api/conversations/${conversation}/messages`, {
    data: { contactId: shown.contact.id, clientKey: randomUUID(), body: '照片收到了。' },
  })
  assert.equal(answer.status(), 201, await answer.text())
  await phone.getByText('照片收到了。').waitFor()
  assert.ok(streams.some((url) => url.includes(`station=${stationId}`)))
})
