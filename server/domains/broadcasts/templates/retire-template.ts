import type { OfficerSession } from '../../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findTemplate } from './find-template.ts'

/** No longer offered, or offered again. What was made of it stays as it is. */
export async function retireTemplate(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  retired: boolean,
): Promise<{ done: true }> {
  const { retiredAt, version } = await findTemplate(tx, id, new Date(), 'for update')
  if ((retiredAt !== null) === retired) return { done: true }
  await tx.client.query(
    `update broadcast_templates set retired_by = $3, retired_at = case when $3::uuid is null then null else clock_timestamp() end
     where station_id = $1 and id = $2`,
    [tx.stationId, id, retired ? session.officerId : null],
  )
  await writeEvents(tx, actor, [
    {
      name: 'broadcast_template.retired',
      subject: { kind: 'broadcast_template', id },
      data: { version, retired },
    },
  ])
  return { done: true }
}
