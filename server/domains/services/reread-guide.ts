import type { RereadBody } from '../../../contract/services.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, invalid, notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { rereadUntil } from './ask-rereads.ts'
import { changeGuide } from './change-guide.ts'
import { ownerOf } from './guide-owner.ts'

/**
 * Its owner, or who may change guides, has read the guide again and found it right: it is to be read next on another day, and
 * the task is done. Throws `forbidden` for anybody else.
 */
export async function rereadGuide(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  guideId: string,
  { version, nextOn }: RereadBody,
  now = new Date(),
): Promise<{ version: number }> {
  const { rows } = await tx.client.query(
    `select ${ownerOf('g')} ->> 'id' as owner from guides g where g.station_id = $1 and g.id = $2`,
    [tx.stationId, guideId],
  )
  if (!rows[0]) throw notFound()
  if (!session.permissions.has('services.write') && rows[0].owner !== session.officerId)
    throw new AppError('forbidden', '这份指南由别人负责，请负责人或所长来复核。')
  if (nextOn <= rereadUntil(now)) throw invalid('下次复核的日期太近了，请选两个星期以后的日子。')
  return changeGuide(tx, actor, guideId, { version, expiresOn: nextOn }, now)
}
