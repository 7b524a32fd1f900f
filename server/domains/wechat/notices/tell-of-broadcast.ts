import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { officersOfAccounts } from '../../external-contacts/work-account-officers.ts'
import { makeNotices } from './make-notices.ts'

/** Tells the officers whom WeCom now asks to confirm a broadcast: its own ring is easily overlooked. */
export async function tellOfBroadcast(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  eventId: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'accounts-of-broadcast-event',
      text: `select c.task_id, c.account from events e
        join broadcast_confirmations c on c.station_id = $1 and c.task_id = (e.data->>'taskId')::uuid and c.confirmed_at is null
        where e.station_id = $1 and e.id = $2`,
      values: [stationId, eventId],
    })
    if (rows.length === 0) return
    const accounts = await officersOfAccounts(tx)
    const officerIds = rows.flatMap(({ account }) => accounts.get(account)?.officerId ?? [])
    await makeNotices(tx, [...new Set(officerIds)], { kind: 'broadcast', about: rows[0].task_id })
  })
}
