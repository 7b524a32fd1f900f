import type { RereadBody } from '../../../contract/services.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { rereadUntil } from './ask-rereads.ts'
import { changeGuide } from './change-guide.ts'

/** Somebody has read the guide again and found it right: it is to be read next on another day, and the task is done. */
export async function rereadGuide(
  tx: Tx,
  actor: Actor,
  guideId: string,
  { version, nextOn }: RereadBody,
  now = new Date(),
): Promise<{ version: number }> {
  if (nextOn <= rereadUntil(now)) throw invalid('下次复核的日期太近了，请选两个星期以后的日子。')
  return changeGuide(tx, actor, guideId, { version, expiresOn: nextOn }, now)
}
