import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { changeGuide } from '../change-guide.ts'
import type { GuideSays } from './delivered-guides.ts'

/**
 * What was delivered becomes the guide's next version; its owner and whether residents see it stay. Throws `conflict`
 * when somebody changed it since `seen`.
 */
export async function takeOverGuide(
  tx: Tx,
  actor: Actor,
  guideId: string,
  { says, seen }: { says: GuideSays; seen: number },
): Promise<{ version: number }> {
  const { version } = await changeGuide(tx, actor, guideId, { ...says, version: seen })
  await tx.client.query('update guides set delivered_version = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    guideId,
    version,
  ])
  return { version }
}
