import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** The officer herself says that the member a colleague named is she. `userId` is what she was shown. */
export async function confirmMember(tx: Tx, actor: Actor, userId: string): Promise<{ done: true }> {
  const { rowCount } = await tx.client.query(
    `update officer_wecom_members set confirmed_at = clock_timestamp()
     where station_id = $1 and officer_id = $2 and user_id = $3 and confirmed_at is null`,
    [tx.stationId, actor.id, userId],
  )
  if (rowCount === 0) throw conflict('这个绑定刚才变了，请看最新情况再确认。')
  await writeEvents(tx, actor, [
    { name: 'officer.member_confirmed', subject: { kind: 'officer', id: actor.id! } },
  ])
  return { done: true }
}
