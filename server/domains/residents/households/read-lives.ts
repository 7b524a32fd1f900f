import type { Tx } from '../../../platform/tenancy.ts'

export type Living = { id: string; name: string; head: boolean; beganOn: string }

/** Who lives in a household, by id, so that whoever locks them does it in one order. */
export async function readLives(tx: Tx, householdId: string): Promise<Living[]> {
  const { rows } = await tx.client.query(
    `select r.id, r.name, m.head, m.began_on as "beganOn" from household_members m
     join residents r on r.station_id = m.station_id and r.id = m.resident_id
     where m.station_id = $1 and m.household_id = $2 and m.tie = 'lives' and m.ended_on is null order by r.id`,
    [tx.stationId, householdId],
  )
  return rows
}
