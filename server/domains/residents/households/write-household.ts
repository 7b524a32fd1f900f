import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { FoundHousehold } from './find-household.ts'
import { groupOfDoor, plainDoor } from './rules.ts'
import type { HouseholdFields, Trail } from './trail.ts'

/** Changes the household's own fields and remembers what they were. */
export async function writeHousehold(
  tx: Tx,
  household: FoundHousehold,
  change: Partial<HouseholdFields>,
  trail: Trail,
): Promise<void> {
  const { address, villageGroup, residentUntilOn, endedHow, mergedIntoId } = household
  const before = { address, villageGroup, residentUntilOn, endedHow, mergedIntoId }
  const after = { ...before, ...change }
  await putHousehold(tx, household.id, after)
  trail.households.push({ id: household.id, before, after })
}

export async function putHousehold(tx: Tx, id: string, fields: HouseholdFields): Promise<void> {
  await tx.db
    .updateTable('households')
    .set(fields)
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
}

/** A new household, empty yet. Its 组 is what its door says, where nobody says otherwise. */
export async function addHousehold(
  tx: Tx,
  given: { villageId: string; address: string; villageGroup?: string | undefined; note?: string; on: string },
): Promise<string> {
  const id = newId()
  const address = plainDoor(given.address)
  await tx.db
    .insertInto('households')
    .values({
      stationId: tx.stationId,
      id,
      villageId: given.villageId,
      address,
      villageGroup: given.villageGroup?.trim() || groupOfDoor(address),
      note: given.note?.trim() ?? '',
      residentSinceOn: given.on,
    })
    .execute()
  return id
}
