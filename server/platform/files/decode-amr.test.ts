import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { makeVoice } from '../../gateways/wecom/twin/media/make-voice.ts'

import { amrSeconds } from './decode-amr.ts'

const { asResident } = await startTestServer()
const phone = asResident('chen')

const put = async (bytes: Buffer) => {
  const answer = await phone({ ...uploadForm({ bytes }), url: '/api/resident/files' })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as {
    id: string
    kind: string
    mediaType: string
    seconds: number | null
    size: number
  }
}
const shown = (id: string) => phone({ url: `/api/resident/files/${id}?variant=shown` })

test('an AMR recording is kept as it came and heard as WAV, with its length counted', async () => {
  const amr = makeVoice(3)
  assert.equal(amrSeconds(Buffer.from(amr)), 3, 'known before it is decoded')
  const file = await put(amr)
  assert.deepEqual(
    [file.kind, file.mediaType, file.seconds, file.size],
    ['voice', 'audio/amr', 3, amr.length],
  )
  const sound = await shown(file.id)
  assert.equal(sound.headers['content-type'], 'audio/wav')
  const wav = sound.rawPayload
  assert.deepEqual(
    [wav.toString('latin1', 0, 4), wav.readUInt32LE(24), wav.readUInt16LE(34), wav.length],
    ['RIFF', 8000, 16, 44 + 3 * 8000 * 2],
  )
  const loudest = Math.max(
    ...Array.from({ length: 24_000 }, (_, at) => Math.abs(wav.readInt16LE(44 + at * 2))),
  )
  assert.ok(loudest > 1000, `nothing to hear: ${loudest}`)
})

test('a last frame that was cut off takes nothing from the rest', async () => {
  const file = await put(makeVoice(2).subarray(0, -5))
  assert.equal(file.seconds, 1.98)
  assert.equal((await shown(file.id)).rawPayload.length, 44 + 1.98 * 16_000)
})

test('what is too long, has no frame or is of WeChat’s own kind stays a recording that can be saved', async () => {
  const silk = Buffer.concat([Buffer.from('\x02#!SILK_V3', 'latin1'), Buffer.alloc(200, 7)])
  for (const [bytes, mediaType] of [
    [makeVoice(601), 'audio/amr'],
    [Buffer.concat([Buffer.from('#!AMR_MC1.0\n'), Buffer.alloc(200, 4)]), 'audio/amr'],
    [silk, 'audio/silk'],
  ] as const) {
    const file = await put(bytes)
    assert.deepEqual([file.kind, file.mediaType], ['voice', mediaType])
    // She sent it herself and may have it back; nobody is shown a sound that is none.
    const own = await shown(file.id)
    assert.equal(own.headers['content-type'], mediaType)
    assert.ok(own.rawPayload.equals(bytes))
  }
})

test('bytes that are no sound end in silence or in a refusal, never in a fall', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const junk = Buffer.from(Array.from({ length: 400 }, (_, at) => (at * at * seed + 31 * seed) & 0xff))
    const head = seed % 2 ? '#!AMR\n' : '#!AMR-WB\n'
    const file = await put(Buffer.concat([Buffer.from(head), junk]))
    assert.ok([200, 400].includes((await shown(file.id)).statusCode))
  }
})
