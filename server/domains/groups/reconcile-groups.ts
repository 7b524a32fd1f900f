import type { Api } from '../../gateways/wecom/api/api.ts'
import { pagesOf } from '../../gateways/wecom/api/pages-of.ts'
import { listGroups } from '../../gateways/wecom/calls/list-groups.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'
import { runReconcile } from '../external-contacts/run-reconcile.ts'
import { askGroup, endGroup } from './follow-group.ts'
import { keepGroup } from './keep-group.ts'

type Missing = { id: string; chatId: string; owner: string }

/** The comparison of all groups with their members: makes good whatever callbacks did not say. */
export async function reconcileGroups(pool: Pool, api: Api, stationId: string): Promise<void> {
  await runReconcile(pool, stationId, 'groups', async (progress) => {
    const listed = await listAll(api)
    await progress.begin(listed.size)
    for (const [chatId, status] of listed) {
      const group = await askGroup(api, chatId)
      await inStation(pool, stationId, async (tx) => {
        if (!group) return progress.note(tx, 1, [])
        const { id, how } = await keepGroup(tx, group, 'comparison')
        await tx.client.query('update chat_groups set status = $3 where station_id = $1 and id = $2', [
          stationId,
          id,
          status,
        ])
        await progress.note(
          tx,
          1,
          how === 'same' ? [] : [{ kind: how, userId: group.ownerId, subjectId: id }],
        )
      })
    }
    for (const missing of await listMissing(pool, stationId, [...listed.keys()])) {
      // Born after the list was read: asked for itself before it is called gone.
      if (await askGroup(api, missing.chatId)) continue
      await inStation(pool, stationId, async (tx) => {
        await endGroup(tx, missing.chatId, 'comparison')
        await progress.note(tx, 0, [{ kind: 'ended', userId: missing.owner, subjectId: missing.id }])
      })
    }
  })
}

async function listMissing(pool: Pool, stationId: string, chatIds: string[]): Promise<Missing[]> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `select id, chat_id as "chatId", owner_account as owner from chat_groups
       where station_id = $1 and chat_id is not null and dismissed_at is null and chat_id <> all($2)`,
      [stationId, chatIds],
    ),
  )
  return rows
}

async function listAll(api: Api): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const pages = pagesOf('externalcontact/groupchat/list', (cursor) => listGroups(api, { cursor }))
  for await (const { groups } of pages) for (const { chatId, status } of groups) found.set(chatId, status)
  return found
}
