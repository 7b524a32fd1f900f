import assert from 'node:assert/strict'
import type { TestServer } from '../server.ts'
import type { World } from '../world.ts'

/** A rumour of a village: with evidence, an approved reply, a group that asks and a matter that does. */
export async function makeRumour(
  { as }: TestServer,
  world: World,
  around: { village: string; conversation: string; group: string },
): Promise<{ rumour: string; rumourEvidence: string }> {
  const post = async (who: 'chief' | 'officer', path: string, payload: object) => {
    const answer = await as(who, world)({ method: 'POST', url: `/api/rumours${path}`, payload })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }
  const now = Date.now()
  const { id: rumour } = await post('officer', '', {
    words: '村口的路明天封不封',
    topic: 'traffic',
    firstHeardAt: new Date(now - 3_600_000).toISOString(),
    villageIds: [around.village],
  })
  const { id: rumourEvidence } = await post('officer', `/${rumour}/evidence`, {
    kind: 'authority',
    says: '不封路',
    source: '镇交通站',
    link: '',
    documentNumber: '',
    datedOn: '2026-01-05',
  })
  await post('officer', `/${rumour}/replies`, {
    knownAt: new Date(now - 3_000_000).toISOString(),
    checked: '问过镇交通站',
    source: '镇交通站',
    unknown: '',
    advice: '照常走',
    nextUpdateAt: new Date(now + 864e5).toISOString(),
    correction: null,
  })
  await post('chief', `/${rumour}/approvals`, { version: 1, doubtsSeen: false })
  await post('officer', `/${rumour}/groups`, { groupId: around.group })
  await post('officer', `/${rumour}/conversations`, { conversationId: around.conversation })
  return { rumour, rumourEvidence }
}
