import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { listUnconfirmed } from '../../officers/list-unconfirmed.ts'
import { membersOfOfficers } from '../../officers/wecom/member-views.ts'
import { makeNotices } from './make-notices.ts'

/** An account waits for a second person: tells those who may be that person. */
export async function tellOfConfirmation(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  officerId: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const may: string[] = []
    for (const [id, member] of await membersOfOfficers(tx)) {
      if (!member.confirmed || !member.active) continue
      if ((await listUnconfirmed(tx, id)).some((each) => each.id === officerId)) may.push(id)
    }
    const { rows } = await tx.client.query(
      `select id from officer_confirmations where station_id = $1 and officer_id = $2 and confirmed_at is null`,
      [stationId, officerId],
    )
    if (rows[0]) await makeNotices(tx, may, { kind: 'confirmation', about: rows[0].id })
  })
}
