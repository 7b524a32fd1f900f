import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runChaos } from './run-chaos.ts'

test('kill -9 of the server ×20 and of PostgreSQL ×10 under 50 messages/s: lost 0, duplicated 0, unexpected 0', async () => {
  const verdict = await runChaos({ serverKills: 20, databaseKills: 10 })
  const { lost, duplicated, unexpected } = verdict
  console.log(JSON.stringify(verdict))
  assert.deepEqual({ lost, duplicated, unexpected }, { lost: 0, duplicated: 0, unexpected: 0 })
  assert.equal(verdict.acknowledged, verdict.sent)
  assert.ok(verdict.sent > 500)
})
