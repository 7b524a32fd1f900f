import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import sharp from 'sharp'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { inStation } from '../tenancy.ts'
import { hostileFiles, marker } from './hostile-files.fixture.ts'

const server = await startTestServer()
const { context, world } = server
const chen = server.asResident('chen')
const files = await hostileFiles()

const rows = () =>
  inStation(
    context.pool,
    world.stationId,
    async ({ client }) => (await client.query('select count(*) as n from files')).rows[0].n,
  )

test('there are enough of them', () => assert.ok(files.length >= 50))

for (const file of files) {
  test(`${file.what}: ${file.outcome}`, async () => {
    const before = { bytes: pieces(), rows: await rows() }
    const started = Date.now()
    const answer = await chen({ url: '/api/resident/files', ...uploadForm(file) })
    assert.ok(Date.now() - started < 10_000)
    if (file.outcome !== 'harmless') {
      assert.equal(answer.statusCode, file.outcome === 'refused' ? 400 : 413, answer.body)
      assert.match(answer.json().message, /[\u4e00-\u9fff].*。$/)
      assert.deepEqual({ bytes: pieces(), rows: await rows() }, before, 'nothing is left of it')
      return
    }
    assert.equal(answer.statusCode, 200, answer.body)
    for (const variant of ['shown', 'thumb']) {
      const shown = await chen({ url: `/api/resident/files/${answer.json().id}?variant=${variant}` })
      assert.equal(shown.headers['content-type'], 'image/jpeg')
      assert.equal(shown.headers['x-content-type-options'], 'nosniff')
      assert.match(String(shown.headers['content-security-policy']), /default-src 'none'; sandbox/)
      const { rawPayload } = shown
      assert.equal((await sharp(rawPayload).metadata()).format, 'jpeg')
      assert.equal(rawPayload.includes(marker), false)
      assert.deepEqual([...rawPayload.subarray(-2)], [0xff, 0xd9], 'nothing behind the picture')
    }
  })
}

function pieces(): number {
  if (!existsSync(context.files.root)) return 0
  const entries = readdirSync(context.files.root, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}
