import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { openLiveStream } from '../test/live-stream.ts'
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
  const screen = await openLiveStream(port, '/api/live', { cookie: device.cookie() })
  assert.equal(screen.status, 200)
  const toldOf = (id: string) => screen.until(({ data }) => data['conversationId'] === id)
  const before = await ask('东村的路灯坏了')
  await toldOf(before)
  const moved = await as('administrator')({
    method: 'PATCH',
    url: `/api/officers/${world.officers.eastAuxiliary}`,
    headers: { 'x-test-officer': `${world.stationId} ${world.officers.administrator} stepped` },
    payload: { villageIds: [world.villages.west] },
  })
  assert.ok(moved.statusCode < 300, moved.body)
  screen.told.length = 0
  await screen.until(({ event }) => event === 'pulse')
  const after = await ask('东村的桥塌了一角')
  const hers = await ask('西村的水管破了')
  await toldOf(hers)
  screen.close()
  assert.ok(!screen.told.some(({ data }) => data['conversationId'] === after))
})
