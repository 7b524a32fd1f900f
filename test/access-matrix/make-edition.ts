import { deliveredScripts } from '../../server/domains/scripts/delivered/delivered-scripts.ts'
import { newId } from '../../server/platform/id.ts'
import { inStation } from '../../server/platform/tenancy.ts'
import type { TestServer } from '../server.ts'
import type { World } from '../world.ts'

/** A delivered script that the station does not have, and one that waits for a decision. */
export async function makeEdition({ context }: TestServer, world: World) {
  const { library, auxiliaryMay, says, hash } = deliveredScripts()[0]!
  const ids = { editionProposal: newId() }
  await inStation(context.pool, world.stationId, (tx) =>
    tx.client.query(
      `insert into edition_proposals (station_id, id, kind, change, code, edition, hash, says, place)
       values ($1, $2, 'script', 'new', $3, 1, $4, $5, $6)`,
      [
        ...[tx.stationId, ids.editionProposal, `AF9${ids.editionProposal.slice(-6)}`, hash],
        ...[JSON.stringify(says), JSON.stringify({ library, auxiliaryMay })],
      ],
    ),
  )
  return ids
}
