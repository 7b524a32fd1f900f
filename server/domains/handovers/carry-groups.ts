import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { transferGroups } from '../../gateways/wecom/calls/transfer-groups.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation } from '../../platform/tenancy.ts'
import { askGroup } from '../groups/follow-group.ts'
import { listItems, type Running, setItems } from './item-states.ts'

const atOnce = 100

/** Gives the groups to the new owner. Of a call whose outcome nobody knows the group itself tells who owns it. */
export async function carryGroups(pool: Pool, api: Api, run: Running): Promise<void> {
  for (const chatId of await listItems(pool, run, 'group', ['asking'])) {
    const group = await askGroup(api, chatId)
    const state = !group ? 'refused' : group.ownerId === run.to ? 'done' : 'waiting'
    await setItems(pool, run, 'group', [{ subject: chatId, state, code: group ? null : '90501' }])
    if (state === 'done') await noteOwner(pool, run, [chatId])
  }
  for (;;) {
    const chatIds = await listItems(pool, run, 'group', ['waiting'], atOnce)
    if (chatIds.length === 0) return
    await setItems(
      pool,
      run,
      'group',
      chatIds.map((subject) => ({ subject, state: 'asking' as const })),
    )
    failpoint('handover: before groups call')
    const failed = await refusedGroups(api, run, chatIds)
    failpoint('handover: after groups call')
    const codes = new Map(failed.map(({ chatId, errcode }) => [chatId, errcode]))
    await setItems(
      pool,
      run,
      'group',
      chatIds.map((subject) => {
        const code = codes.get(subject)
        // 90504: it is hers already.
        return code === undefined || code === 90504
          ? { subject, state: 'done' as const }
          : { subject, state: 'refused' as const, code: String(code) }
      }),
    )
    await noteOwner(
      pool,
      run,
      chatIds.filter((chatId) => !codes.has(chatId)),
    )
  }
}

async function refusedGroups(api: Api, run: Running, chatIds: string[]) {
  try {
    return await transferGroups(api, chatIds, run.to, run.hasLeft)
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'refused') throw error
    return chatIds.map((chatId) => ({ chatId, errcode: error.errcode ?? -1 }))
  }
}

/** What we did ourselves is told by no callback. */
async function noteOwner(pool: Pool, run: Running, chatIds: string[]): Promise<void> {
  await inStation(pool, run.stationId, (tx) =>
    tx.client.query(
      `update chat_groups set owner_account = $3, owner_officer_id = $4, status = 0, wanted_at = clock_timestamp() + interval '5 seconds', wanted_tries = 0
       where station_id = $1 and chat_id = any($2)`,
      [run.stationId, chatIds, run.to, run.toOfficerId],
    ),
  )
}
