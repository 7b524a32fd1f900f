import { deliveredScripts } from '../../server/domains/scripts/delivered/delivered-scripts.ts'
import { newId } from '../../server/platform/id.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import type { TestServer } from '../server.ts'
import type { World } from '../world.ts'

/** A delivered script that the station does not have, and a guide that came with other words. */
export async function makeEdition({ context }: TestServer, world: World, guideId: string) {
  const { library, auxiliaryMay, says, hash } = deliveredScripts()[0]!
  const ids = { editionProposal: newId(), editionGuide: newId() }
  await inStation(context.pool, world.stationId, async (tx) => {
    await tx.client.query(
      `insert into edition_proposals (station_id, id, kind, change, code, edition, hash, says, place)
       values ($1, $2, 'script', 'new', $3, 1, $4, $5, $6)`,
      [
        ...[tx.stationId, ids.editionProposal, `AF9${ids.editionProposal.slice(-6)}`, hash],
        ...[JSON.stringify(says), JSON.stringify({ library, auxiliaryMay })],
      ],
    )
    await tx.client.query('update guides set delivered_version = version where station_id = $1 and id = $2', [
      tx.stationId,
      guideId,
    ])
    await tx.client.query(
      `insert into edition_proposals (station_id, id, kind, change, code, subject_id, edition, hash, says)
       values ($1, $2, 'guide', 'changed', $3, $4, 1, 'x', '{"name": "分户"}')`,
      [tx.stationId, ids.editionGuide, `G9${ids.editionGuide.slice(-6)}`, guideId],
    )
  })
  return ids
}
