import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'

const { as, asResident, context, world } = await startTestServer()

/** Where a phone was, as ISO 6709 and ID3 have it. */
const place = '+28.1858+112.3756/ LOCATION'
const text = Buffer.from(place)
const sound = Buffer.alloc(70_000, 0x55)

const box = (type: string, ...content: Buffer[]) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...content])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length + 4)
  return Buffer.concat([size, body])
}
const track = (handler: string) =>
  box(
    'trak',
    box('tkhd', Buffer.alloc(84)),
    box(
      'mdia',
      box('mdhd', Buffer.alloc(24)),
      box('hdlr', Buffer.alloc(8), Buffer.from(handler), Buffer.alloc(13)),
    ),
    box('meta', text),
  )
const m4a = (...moov: Buffer[]) =>
  Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0isomM4A ', 'latin1')),
    box('uuid', Buffer.alloc(16, 9), text),
    box('mdat', sound),
    box('moov', box('mvhd', Buffer.alloc(100)), ...moov),
  ])
const udta = box('udta', box('\xa9xyz', text), box('loci', text))
const id3 = (length: number) =>
  Buffer.concat([
    Buffer.from('ID3\x04\x00\x00', 'latin1'),
    Buffer.from([0, 0, length >> 7, length & 0x7f]),
    Buffer.from('TXXX\0\0\0\x1e\0\0\0', 'latin1'),
    text,
  ])
const frames = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), sound])
const id3v1 = Buffer.concat([Buffer.from('TAG'), text, Buffer.alloc(128 - 3 - text.length)])
const chunk = (name: string, data: Buffer) => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return Buffer.concat([Buffer.from(name), size, data, Buffer.alloc(data.length % 2)])
}
const wav = (...chunks: Buffer[]) => {
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', Buffer.alloc(16, 1)), ...chunks])
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([Buffer.from('RIFF'), size, body])
}
const ogg = (comment: Buffer) => {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(comment.length)
  return Buffer.concat([
    Buffer.from('OggS'),
    Buffer.alloc(60, 3),
    Buffer.from('OpusTags\x04\0\0\0test\x01\0\0\0', 'latin1'),
    length,
    comment,
    sound,
  ])
}
const webm = (...more: Buffer[]) =>
  Buffer.concat([Buffer.from('1a45dfa39f4282847765626d', 'hex'), Buffer.from('webm'), sound, ...more])

const put = async (bytes: Buffer) => {
  const answer = await asResident('chen')({ ...uploadForm({ bytes }), url: '/api/resident/files' })
  assert.equal(answer.statusCode, 200, answer.body)
  const { id } = answer.json()
  const payload = { clientKey: id, body: '听一下', fileIds: [id] }
  const sent = await asResident('chen')({ method: 'POST', url: '/api/resident/messages', payload })
  assert.equal(sent.statusCode, 201, sent.body)
  return id as string
}
const hear = (id: string, variant = 'shown') => as('officer')({ url: `/api/files/${id}`, query: { variant } })

for (const [what, bytes] of [
  ['an m4a', m4a(track('soun'), udta)],
  ['an mp3', Buffer.concat([id3(text.length + 11), frames, id3v1])],
  ['a wav', wav(chunk('LIST', text), chunk('data', sound), chunk('id3 ', text))],
] as const)
  test(`what is heard of ${what} is the sound without the place where it was recorded`, async () => {
    const id = await put(bytes)
    const shown = await hear(id)
    assert.equal(shown.statusCode, 200)
    assert.equal(shown.rawPayload.length, bytes.length, 'nothing moved')
    assert.ok(shown.rawPayload.includes(sound))
    assert.ok(!shown.rawPayload.includes('LOCATION') && !shown.rawPayload.includes('112.3756'))
    assert.ok((await hear(id, 'original')).rawPayload.equals(bytes), 'the original stays as it came')
    const own = await asResident('chen')({ url: `/api/resident/files/${id}` })
    assert.ok(own.rawPayload.equals(shown.rawPayload))
  })

test('what has nothing but sound is heard as it came', async () => {
  for (const bytes of [ogg(Buffer.from('ENCODER=Firefox')), webm()])
    assert.ok((await hear(await put(bytes))).rawPayload.equals(bytes))
})

test('where tags and sound cannot be told apart it is a download only, and the sender hears her own', async () => {
  const hostile: [string, Buffer][] = [
    ['comments in ogg', ogg(Buffer.from(`LOCATION=${place}`))],
    ['comments beyond their end', ogg(Buffer.alloc(0)).fill(0xff, 80, 84)],
    ['tags in webm', webm(Buffer.from('1254c367', 'hex'), text)],
    ['a track of places', m4a(track('soun'), track('meta'))],
    ['a box longer than its own', m4a(box('trak', Buffer.from([0, 0, 255, 255]), Buffer.from('tkhd')))],
    ['a box shorter than its head', m4a(Buffer.from([0, 0, 0, 4, 1, 1, 1, 1]))],
    ['a box of 2⁶³ bytes', m4a(Buffer.from('000000016d646961ffffffffffffffff', 'hex'))],
    [
      'an ID3 longer than the file',
      Buffer.concat([Buffer.from('ID3\x04\0\0\x7f\x7f\x7f\x7f', 'latin1'), text, sound]),
    ],
    ['a chunk longer than the file', wav(Buffer.from('LIST\xff\xff\xff\x7f', 'latin1'), text, sound)],
  ]
  for (const [what, bytes] of hostile) {
    const id = await put(bytes)
    const refused = await hear(id)
    assert.equal(refused.statusCode, 400, what)
    assert.match(refused.json().message, /请下载原件/)
    const original = await hear(id, 'original')
    assert.match(String(original.headers['content-disposition']), /^attachment/, what)
    const own = await asResident('chen')({ url: `/api/resident/files/${id}` })
    assert.ok(own.rawPayload.equals(bytes), what)
  }
})

test('many of the largest files at once take little memory to be recognised', async () => {
  const { recogniseFile } = await import('./recognise-file.ts')
  const { receiveFile } = await import('./receive-file.ts')
  const pdf = [Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 19 }, () => Buffer.alloc(1024 ** 2, 0x20))]
  const files = await Promise.all(
    Array.from({ length: 20 }, () => receiveFile(context.files, world.stationId, pdf)),
  )
  const before = process.memoryUsage().arrayBuffers
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().arrayBuffers - before)
  }, 1)
  const found = await Promise.all(files.map(recogniseFile))
  clearInterval(watch)
  assert.ok(found.every(({ kind }) => kind === 'document'))
  assert.ok(most < 150 * 1024 ** 2, `${most} bytes for 380 MB of files`)
  const tail = [...pdf, Buffer.from('/JavaScript (x)')]
  const late = await receiveFile(context.files, world.stationId, tail)
  await assert.rejects(recogniseFile(late), /脚本/)
})
