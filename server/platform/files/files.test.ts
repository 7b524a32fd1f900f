import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, connect } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { createWorld } from '../../../test/world.ts'
import { fileUses } from '../../file-uses.ts'
import { newId } from '../id.ts'
import { inStation } from '../tenancy.ts'
import { sweepFiles } from './sweep-files.ts'

const server = await startTestServer()
const { context, world, as, asResident } = server
const { stationId, contacts, officers, villages } = world
const elsewhere = await createWorld(context.pool, '430182902')

const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#208040' } })
  .jpeg()
  .toBuffer()
const voice = Buffer.concat([Buffer.from('OggS'), Buffer.alloc(1000, 3)])
const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500, 32)])

async function put(bytes: Buffer, caller = asResident('chen'), url = '/api/resident/files', headers = {}) {
  const form = uploadForm({ bytes })
  return caller({ url, ...form, headers: { ...form.headers, ...headers } })
}

async function sendIn(
  contactId: string,
  villageId: string,
  fileId: string,
  direction = 'inbound',
): Promise<string> {
  const id = newId()
  await inStation(context.pool, stationId, async ({ client }) => {
    await client.query(
      `insert into conversations (station_id, id, number, contact_id, channel, village_id, scenario, opened_at, last_message_at)
       values ($1, $2, $3, $4, 'web', $5, 'business', now(), now())`,
      [stationId, id, id.slice(-8), contactId, villageId],
    )
    await client.query(
      `insert into messages (station_id, id, conversation_id, contact_id, direction, sent_at) values ($1, $2, $2, $3, $4, now())`,
      [stationId, id, contactId, direction],
    )
    await client.query('insert into message_files values ($1, $2, 0, $3)', [stationId, id, fileId])
  })
  return id
}

function pieces(): string[] {
  if (!existsSync(context.files.root)) return []
  const entries = readdirSync(context.files.root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

test('a resident sees her own file; another resident, another station and nobody do not', async () => {
  const { id } = (await put(photo)).json()
  const url = `/api/resident/files/${id}`
  assert.equal((await asResident('chen')({ url })).statusCode, 200)
  const missing = await asResident('liu')({ url: `/api/resident/files/${newId()}` })
  const others = await asResident('liu')({ url })
  assert.equal(others.statusCode, 404)
  assert.deepEqual(
    Object.assign(others.json(), { requestId: '' }),
    Object.assign(missing.json(), { requestId: '' }),
  )
  assert.equal((await asResident('chen', elsewhere)({ url })).statusCode, 404)
  assert.equal((await server.anonymous({ url })).statusCode, 401)
  assert.equal((await asResident('chen')({ url: `${url}?variant=original` })).statusCode, 400)
})

test('officers see a file only through a matter they may see', async () => {
  const { id } = (await put(photo)).json()
  const url = `/api/files/${id}`
  const seenBy = async () => {
    const seen: string[] = []
    for (const who of [
      'chief',
      'officer',
      'eastAuxiliary',
      'westAuxiliary',
      'administrator',
      'auditor',
    ] as const)
      if ((await as(who)({ url })).statusCode === 200) seen.push(who)
    return seen
  }
  assert.deepEqual(await seenBy(), [], 'it hangs on nothing yet')
  await sendIn(contacts.chen, villages.east, id)
  assert.deepEqual(await seenBy(), ['chief', 'officer', 'eastAuxiliary'])
  assert.equal((await as('chief', elsewhere)({ url })).statusCode, 404)
})

test('an officer sees what she put in; the resident sees it when it is sent to her, not in a note', async () => {
  const { id } = (await put(photo, as('officer'), '/api/files')).json()
  assert.equal((await as('officer')({ url: `/api/files/${id}` })).statusCode, 200)
  assert.equal((await as('chief')({ url: `/api/files/${id}` })).statusCode, 404)
  await sendIn(contacts.chen, villages.east, id, 'note')
  assert.equal((await asResident('chen')({ url: `/api/resident/files/${id}` })).statusCode, 404)
  await sendIn(contacts.chen, villages.east, id, 'outbound')
  assert.equal((await asResident('chen')({ url: `/api/resident/files/${id}` })).statusCode, 200)
  assert.equal((await asResident('liu')({ url: `/api/resident/files/${id}` })).statusCode, 404)
})

test('the original is downloaded, not opened, and who fetched it is written down', async () => {
  const { id } = (await put(photo, as('officer'), '/api/files')).json()
  const answer = await as('officer')({ url: `/api/files/${id}?variant=original` })
  assert.ok(answer.rawPayload.equals(photo))
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="[0-9a-f]{12}\.jpg"$/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(`select actor_id from events where name = 'file.read' and subject_id = $1`, [id]),
  )
  assert.deepEqual(rows, [{ actor_id: officers.officer }])
})

test('shown versions may be kept by the browser and are asked for again by their hash', async () => {
  const { id } = (await put(photo)).json()
  const url = `/api/resident/files/${id}`
  const first = await asResident('chen')({ url })
  assert.match(String(first.headers['cache-control']), /^private/)
  const again = await asResident('chen')({ url, headers: { 'if-none-match': String(first.headers.etag) } })
  assert.equal(again.statusCode, 304)
  assert.equal(again.body, '')
})

test('a recording plays in the page and in parts; a document is a download', async () => {
  const answer = await put(voice, asResident('chen'), '/api/resident/files?seconds=12.5')
  const sound = answer.json()
  assert.deepEqual([sound.kind, sound.mediaType, sound.seconds], ['voice', 'audio/ogg', 12.5])
  const url = `/api/resident/files/${sound.id}`
  const part = await asResident('chen')({ url, headers: { range: 'bytes=0-3' } })
  assert.equal(part.statusCode, 206)
  assert.equal(part.body, 'OggS')
  assert.equal(part.headers['content-range'], `bytes 0-3/${voice.length}`)
  const tail = await asResident('chen')({ url, headers: { range: 'bytes=-4' } })
  assert.equal(tail.headers['content-length'], '4')
  assert.equal((await asResident('chen')({ url, headers: { range: 'bytes=5000-' } })).statusCode, 416)
  const whole = await asResident('chen')({ url, headers: { range: 'lines=1' } })
  assert.equal(whole.headers['content-disposition'], 'inline')
  assert.ok(whole.rawPayload.equals(voice))

  const paper = (await put(pdf)).json()
  const download = await asResident('chen')({ url: `/api/resident/files/${paper.id}` })
  assert.match(String(download.headers['content-disposition']), /^attachment/)
  assert.equal(download.headers['content-type'], 'application/pdf')
})

test('a repeat with the same key is the same file; the key with other bytes is refused', async () => {
  const headers = { 'idempotency-key': newId() }
  const answers = await Promise.all([1, 2, 3].map(() => put(photo, asResident('liu'), undefined, headers)))
  assert.equal(new Set(answers.map((answer) => answer.json().id)).size, 1)
  assert.equal((await put(voice, asResident('liu'), undefined, headers)).statusCode, 409)
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query('select count(*) as n from files where owner_id = $1', [contacts.liu]),
  )
  assert.equal(rows[0].n, 1)
})

test('two files at once, none, or a request cut short are refused and leave nothing', async () => {
  const before = pieces().length
  const chen = asResident('chen')
  const two = await chen({ url: '/api/resident/files', ...uploadForm({ bytes: photo }, { bytes: voice }) })
  assert.equal(two.statusCode, 400)
  assert.match(two.json().message, /一次只能传一个文件/)
  const none = await chen({ url: '/api/resident/files', ...uploadForm() })
  assert.match(none.json().message, /没有收到文件/)
  const json = await chen({ method: 'POST', url: '/api/resident/files', payload: { file: 'x' } })
  assert.equal(json.statusCode, 400)
  const form = uploadForm({ bytes: photo })
  const cut = await chen({ url: '/api/resident/files', ...form, payload: form.payload.subarray(0, 2000) })
  assert.equal(cut.statusCode, 400, cut.body)
  assert.match(cut.json().message, /没有传完整/)
  assert.equal(pieces().length, before)
})

test('a phone that loses its network in the middle leaves nothing', async () => {
  const before = pieces().length
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo
  const form = uploadForm({ bytes: Buffer.concat([photo, Buffer.alloc(2_000_000)]) })
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(
    `POST /api/resident/files HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-test-resident: ${stationId} ${contacts.chen}\r\n` +
      `content-type: ${form.headers['content-type']}\r\ncontent-length: ${form.payload.length}\r\n\r\n`,
  )
  socket.write(form.payload.subarray(0, 500_000))
  for (const end = Date.now() + 5000; pieces().length === before; await sleep(10)) assert.ok(Date.now() < end)
  socket.destroy()
  for (const end = Date.now() + 5000; pieces().length > before; await sleep(10)) assert.ok(Date.now() < end)
})

test('only officers who write messages put files in; a stranger without a contact cannot', async () => {
  assert.equal((await put(photo, server.anonymous)).statusCode, 401)
  assert.equal((await put(photo, as('auditor'), '/api/files')).statusCode, 403)
  assert.equal((await put(photo, as('administrator'), '/api/files')).statusCode, 403)
})

test('a phone that floods is stopped', async () => {
  const contactId = newId()
  await inStation(context.pool, stationId, async ({ client }) => {
    for (let i = 0; i < 200; i++)
      await client.query(
        `insert into files (station_id, id, kind, sha256, media_type, size, owner_kind, owner_id)
         values ($1, $2, 'voice', repeat('0', 64), 'audio/ogg', 1, 'resident', $3)`,
        [stationId, newId(), contactId],
      )
  })
  const answer = await put(voice, (options) =>
    server.app.inject({
      ...options,
      headers: { ...options.headers, 'x-test-resident': `${stationId} ${contactId}` },
    }),
  )
  assert.equal(answer.statusCode, 429)
})

test('a file whose bytes are gone is not found, and says nothing else', async () => {
  const { id } = (await put(voice, as('officer'), '/api/files')).json()
  rmSync(context.files.root, { recursive: true })
  assert.equal((await as('officer')({ url: `/api/files/${id}` })).statusCode, 404)
})

test('what hangs on nothing is cleaned up after a day, rows and bytes; the rest stays', async () => {
  const kept = (await put(photo)).json()
  await sendIn(contacts.chen, villages.east, kept.id)
  const lost = (await put(pdf)).json()
  const tomorrow = new Date(Date.now() + 25 * 3_600_000)
  assert.deepEqual(await sweepFiles(context, stationId, fileUses), { rows: 0, bytes: 0 })
  const swept = await sweepFiles(context, stationId, fileUses, tomorrow)
  assert.ok(swept.rows > 0 && swept.bytes === 1, JSON.stringify(swept))
  assert.equal((await asResident('chen')({ url: `/api/resident/files/${kept.id}` })).statusCode, 200)
  assert.equal((await asResident('chen')({ url: `/api/resident/files/${lost.id}` })).statusCode, 404)
  assert.deepEqual(await sweepFiles(context, stationId, fileUses, tomorrow), { rows: 0, bytes: 0 })
})
