import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** Ends a binding, and with it every session that was opened by it. For the officer herself or a manager. */
export async function unbindMember(tx: Tx, actor: Actor, officerId: string): Promise<{ done: true }> {
  const { rowCount } = await tx.client.query(
    'delete from officer_wecom_members where station_id = $1 and officer_id = $2',
    [tx.stationId, officerId],
  )
  if (rowCount === 0) throw conflict('没有绑定企业微信。')
  const ended = await tx.client.query(
    `delete from auth.session s using auth."user" u
     where u.station_id = $1 and u.officer_id = $2 and s.user_id = u.id and s.proven_by = 'wecom'`,
    [tx.stationId, officerId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'officer.member_unbound',
      subject: { kind: 'officer', id: officerId },
      data: { sessionsEnded: ended.rowCount ?? 0 },
    },
  ])
  return { done: true }
}
