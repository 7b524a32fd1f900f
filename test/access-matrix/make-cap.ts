import assert from 'node:assert/strict'
import { alertXml } from '../../server/domains/broadcasts/cap/cap.fixture.ts'
import { loadStarterTemplates } from '../../server/domains/broadcasts/templates/load-starter-templates.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import type { TestServer } from '../server.ts'
import type { World } from '../world.ts'

let made = 0

/** An alert that came in, and a delivered template. */
export async function makeCap({ as, context }: TestServer, world: World) {
  const content = Buffer.from(alertXml({ identifier: `matrix-${++made}` })).toString('base64')
  const payload = { how: 'uploaded', content }
  const answer = await as('officer', world)({ method: 'POST', url: '/api/cap-alerts', payload })
  assert.equal(answer.statusCode, 200, answer.body)
  await inStation(context.pool, world.stationId, (tx) => loadStarterTemplates(tx))
  const list = await as('officer', world)({ url: '/api/broadcast-templates' })
  const { items } = list.json() as { items: { id: string; key: string }[] }
  return {
    capAlert: answer.json().id as string,
    broadcastTemplate: items.find(({ key }) => key === 'drowning')!.id,
  }
}
