import type { OtherHousehold } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { villageScope } from '../visibility.ts'

/**
 * SQL: another household `o` with its village `v` as far as an officer may see it ($`scope`: villageScope); of one that
 * is not hers only the village's name. Null where there is none.
 */
export function otherHousehold(o: string, v: string, scope: number): string {
  const seen = `($${scope}::uuid[] is null or ${o}.village_id = any($${scope}::uuid[]))`
  return `case when ${o}.id is not null then json_build_object('id', case when ${seen} then ${o}.id end,
    'villageName', ${v}.name, 'address', case when ${seen} then ${o}.address else '' end) end`
}

export async function otherOf(tx: Tx, session: OfficerSession, id: string): Promise<OtherHousehold> {
  const { rows } = await tx.client.query(
    `select ${otherHousehold('o', 'v', 3)} as other from households o
     join villages v on v.station_id = $1 and v.id = o.village_id where o.station_id = $1 and o.id = $2`,
    [tx.stationId, id, villageScope(session)],
  )
  return rows[0].other
}
