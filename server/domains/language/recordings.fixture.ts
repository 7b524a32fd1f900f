import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { after } from 'node:test'
import type { Conversation } from '../../../contract/inbox.ts'
import { startTestServer } from '../../../test/server.ts'
import { uploadForm } from '../../../test/upload.ts'
import { silence } from '../../gateways/language/transcribe-sound.ts'
import { inStation } from '../../platform/tenancy.ts'
import { startModel } from './model-server.fixture.ts'
import { transcribeRecordings } from './transcribe-recordings.ts'

/** A recording that is no other's. */
export function sound(): Buffer {
  const { bytes } = silence()
  randomBytes(400).copy(bytes, 1000)
  return bytes
}

/** A station beside a machine that may hear recordings, and what its people do with them. */
export async function startHearing() {
  const server = await startTestServer()
  const { as, asResident, world, context } = server
  const { stationId, officers } = world
  const model = await startModel()
  after(model.stop)
  context.config.innerModels = [model.host]
  const query = async (text: string, values: unknown[] = []) =>
    (await inStation(context.pool, stationId, (tx) => tx.client.query(text, [stationId, ...values]))).rows
  type Who = keyof typeof officers
  const call = (who: Who, method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) =>
    as(who)({
      ...{ method, url, ...(payload && { payload }) },
      headers: { 'x-test-officer': `${stationId} ${officers[who]} stepped-up` },
    })
  const at = '/api/language-endpoints/transcription'
  const turn = (payload: object) => call('chief', 'PUT', `${at}/switch`, payload)
  async function record(body = '', bytes = sound(), who: 'chen' | 'liu' = 'chen', more: object = {}) {
    const uploaded = await asResident(who)({ ...uploadForm({ bytes }), url: '/api/resident/files?seconds=3' })
    const fileId = uploaded.json().id as string
    const payload = { clientKey: crypto.randomUUID(), body, fileIds: [fileId], ...more }
    const sent = await asResident(who)({ method: 'POST', url: '/api/resident/messages', payload })
    assert.equal(sent.statusCode, 201, sent.body)
    const messageId = sent.json().messageId as string
    for (let tries = 0; tries < 200; tries++) {
      const [row] = await query(
        'select conversation_id as id from messages where station_id = $1 and id = $2',
        [messageId],
      )
      if (row) return { id: row.id as string, messageId, fileId, bytes }
      await new Promise((done) => setTimeout(done, 20))
    }
    throw new Error('not filed')
  }
  const show = async (id: string, who: Who = 'chief') =>
    (await as(who)({ url: `/api/conversations/${id}` })).json<Conversation>()
  return {
    ...{
      server,
      as,
      asResident,
      context,
      stationId,
      officers,
      world,
      model,
      query,
      call,
      at,
      turn,
      record,
      show,
    },
    transcribe: () => transcribeRecordings(context, stationId),
    heardIn: async (id: string) => (await show(id)).messages.flatMap(({ transcripts }) => transcripts ?? []),
    /** As if the pause between two tries were over. */
    later: () =>
      query(
        'update message_transcripts set next_try_at = clock_timestamp() where station_id = $1 and next_try_at is not null',
      ),
    next: (...answers: ((response: ServerResponse) => void)[]) => model.next.push(...answers),
    correct: (id: string, words: string | null, who: Who = 'officer') =>
      call(who, 'POST', `/api/transcripts/${id}/corrections`, { words }),
  }
}
