import assert from 'node:assert/strict'
import type { TestServer } from '../server.ts'
import type { World } from '../world.ts'

/** A draft of the chief's to one village: an emergency, which she may let go out herself. */
export async function makeBroadcast({ as }: TestServer, world: World, village: string) {
  const chief = as('chief', world)
  const payload = {
    ...{ kind: 'warning', urgency: 'emergency', title: '河水上涨', body: '请住在河边的人马上离开。' },
    ...{ spoken: '', fileIds: [], channels: ['page'], sendAt: null, shownUntil: null, templateKey: null },
    audience: {
      villageIds: [village],
      villageGroups: [],
      groupIds: null,
      tagIds: [],
      needs: [],
      languages: [],
    },
  }
  const answer = await chief({ method: 'POST', url: '/api/broadcasts', payload })
  assert.equal(answer.statusCode, 200, answer.body)
  const broadcast: string = answer.json().id
  return {
    broadcast,
    /** Which version was read, and when it was saved. */
    broadcastDraft: async () => {
      const { versions } = (await chief({ url: `/api/broadcasts/${broadcast}` })).json()
      return { version: versions[0].version as number, savedAt: versions[0].writtenAt as string }
    },
  }
}
