import { conflict } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { plainDoor } from './rules.ts'

export type DoorOf = { villageId: string; address: string; except?: string | null }

/** Other households of the village that live behind the same door number. */
export async function listSameDoor(
  tx: Tx,
  { villageId, address, except }: DoorOf,
): Promise<{ id: string; address: string }[]> {
  const { rows } = await tx.client.query(
    `select id, address from households where station_id = $1 and village_id = $2 and address = $3
       and resident_until_on is null and id is distinct from $4::uuid order by resident_since_on, id limit 20`,
    [tx.stationId, villageId, plainDoor(address), except ?? null],
  )
  return rows
}

/**
 * Stops who gives a household the door of another one, unless she has said that she means it. Two officers at the same
 * door wait for each other, so that the second is warned of the first.
 */
export async function checkSameDoor(tx: Tx, door: DoorOf, meant: boolean | undefined): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `household ${tx.stationId} ${door.villageId} ${plainDoor(door.address)}`,
  ])
  if (meant) return
  const sameDoor = await listSameDoor(tx, door)
  if (sameDoor.length > 0)
    throw conflict(
      `“${plainDoor(door.address)}”已经登记了${sameDoor.length}户。同一门牌确实有两户的，请勾选确认后再提交。`,
      { sameDoor },
    )
}
