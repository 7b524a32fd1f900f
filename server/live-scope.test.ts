import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startSignInServer } from '../test/sign-in.ts'

const { signInApp, signedIn, as, asResident, world } = await startSignInServer()
await signInApp.listen({ port: 0, host: '127.0.0.1' })
const { port } = signInApp.server.address() as AddressInfo

const ask = async (body: string) => {
  const answer = await asResident('chen')({
    method: 'POST',
    url: '/api/resident/messages',
    payload: { clientKey: randomUUID(), body },
  })
  assert.equal(answer.statusCode, 201, answer.body)
  return answer.json().conversationId as string
}

test('villages taken from an officer are heard of no more, though her screen stays open', async () => {
  const device = await signedIn('eastAuxiliary')
  const leaving = new AbortController()
  const answer = await fetch(`http://127.0.0.1:${port}/api/live`, {
    headers: { cookie: device.cookie() },
    signal: leaving.signal,
  })
  assert.equal(answer.status, 200)
  let told = ''
  const read = async () => {
    for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) told += chunk
  }
  void read().catch(() => {})
  const until = async (words: string) => {
    for (const limit = Date.now() + 20_000; !told.includes(words); await sleep(10))
      assert.ok(Date.now() < limit, `never told: ${words}`)
  }
  const before = await ask('东村的路灯坏了')
  await until(before)
  const moved = await as('administrator')({
    method: 'PATCH',
    url: `/api/officers/${world.officers.eastAuxiliary}`,
    headers: { 'x-test-officer': `${world.stationId} ${world.officers.administrator} stepped` },
    payload: { villageIds: [world.villages.west] },
  })
  assert.ok(moved.statusCode < 300, moved.body)
  told = ''
  await until('event: pulse')
  const after = await ask('东村的桥塌了一角')
  const hers = await ask('西村的水管破了')
  await until(hers)
  leaving.abort()
  assert.ok(!told.includes(after))
})
