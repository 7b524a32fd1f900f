import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'
import { makePhoto } from './make-photo.ts'
import { makeVoice } from './make-voice.ts'

const day = 86_400_000

describe('media', () => {
  test('E22 up and down again, for three days; an error comes as JSON', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const voice = makeVoice(2)
    const sent = await caller.upload('media/upload', { type: 'voice' }, voice, 'note.amr')
    assert.equal(sent.errmsg, '')
    assert.equal(typeof sent.created_at, 'string')
    const fetchIt = async () =>
      caller.ask('GET', 'media/get', { access_token: await caller.token(), media_id: sent.media_id })
    const answer = await fetchIt()
    assert.match(answer.headers.get('content-disposition') ?? '', /note\.amr/)
    assert.ok(Buffer.from(await answer.arrayBuffer()).equals(voice))
    await control.clock.advance(3 * day)
    caller.forget()
    const gone = await fetchIt()
    assert.match(gone.headers.get('content-type') ?? '', /json/)
    assert.equal(((await gone.json()) as { errcode: number }).errcode, 40007)
  })

  test('E22 sizes and kinds; a number for created_at in upload_attachment', async (t) => {
    const { twin, caller } = await calmTwin()
    t.after(twin.stop)
    const code = async (type: string, bytes: Buffer) =>
      (await caller.upload('media/upload', { type }, bytes, 'x')).errcode
    assert.equal(await code('image', await makePhoto()), 0)
    assert.equal(await code('image', Buffer.alloc(10 * 2 ** 20 + 1)), 40009)
    assert.equal(await code('image', Buffer.from('not a picture')), 40123)
    assert.equal(await code('voice', Buffer.from('not a voice at all')), 40004)
    assert.equal(await code('voice', makeVoice(61)), 40006)
    assert.equal(await code('file', Buffer.alloc(5)), 40006)
    assert.equal(await code('file', Buffer.alloc(6)), 0)
    assert.equal(await code('sticker', Buffer.alloc(6)), 40004)
    const query = { media_type: 'image', attachment_type: '1' }
    const album = await caller.upload('media/upload_attachment', query, await makePhoto(), 'x.jpg')
    assert.equal(typeof album.created_at, 'number')
  })

  test('the same id fetched again and again', async (t) => {
    const { twin, caller } = await calmTwin({ media: { fetchesPerHour: 1 } })
    t.after(twin.stop)
    const { media_id } = await caller.upload('media/upload', { type: 'image' }, await makePhoto(), 'x.jpg')
    const query = { access_token: await caller.token(), media_id }
    assert.equal(
      (await caller.ask('GET', 'media/get', query)).headers.get('content-type'),
      'application/octet-stream',
    )
    assert.equal((await caller.get('media/get', { media_id })).errcode, 45033)
  })
})
