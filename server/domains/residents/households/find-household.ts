import type { OfficerSession } from '../../../platform/auth/session.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { villageScope } from '../visibility.ts'
import type { HouseholdFields } from './trail.ts'

export type FoundHousehold = HouseholdFields & {
  id: string
  villageId: string
  villageName: string
  note: string
  residentSinceOn: string
}

/**
 * The household; 404 when it is missing or not this officer's to see. Locked (`lock`) against other deeds only: who
 * merely points to it, such as a new membership, need not wait.
 */
export async function findHousehold(
  tx: Tx,
  session: OfficerSession,
  id: string,
  lock = false,
): Promise<FoundHousehold> {
  const { rows } = await tx.client.query(
    `select h.id, h.village_id as "villageId", v.name as "villageName", h.address, h.village_group as "villageGroup", h.note,
       h.resident_since_on as "residentSinceOn", h.resident_until_on as "residentUntilOn", h.ended_how as "endedHow",
       h.merged_into_id as "mergedIntoId"
     from households h join villages v on v.station_id = h.station_id and v.id = h.village_id
     where h.station_id = $1 and h.id = $2 and ($3::uuid[] is null or h.village_id = any($3::uuid[]))
     ${lock ? 'for no key update of h' : ''}`,
    [tx.stationId, id, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Several, locked in one order, so that two deeds never wait for each other; in the order asked for. */
export async function lockHouseholds(
  tx: Tx,
  session: OfficerSession,
  ids: string[],
): Promise<FoundHousehold[]> {
  const found = new Map<string, FoundHousehold>()
  for (const id of [...ids].sort()) found.set(id, await findHousehold(tx, session, id, true))
  return ids.map((id) => found.get(id)!)
}
