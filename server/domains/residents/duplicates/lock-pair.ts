import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { inScope, villageScope } from '../visibility.ts'

export type PairRow = {
  id: string
  name: string
  phone: string
  note: string
  nicknames: string[]
  bornOn: string | null
  diedOn: string | null
  languages: string[]
  needs: string[]
  householdId: string | null
  villageId: string | null
  /** Village and door, for showing. */
  home: string
  mergedIntoId: string | null
}

/**
 * Two entries of the register, also one that was merged away, if the officer may see both; locked in one order, so that
 * two officers who merge the same two wait for each other. The rest is the same 404.
 */
export async function readPair(
  tx: Tx,
  session: OfficerSession,
  [keptId, goneId]: [string, string],
  lock = false,
): Promise<[kept: PairRow, gone: PairRow]> {
  if (keptId === goneId) throw invalid('这是同一条登记，请选另一条。')
  if (lock)
    await tx.client.query(
      'select id from residents where station_id = $1 and id = any($2::uuid[]) order by id for update',
      [tx.stationId, [keptId, goneId]],
    )
  const { rows } = await tx.client.query<PairRow>(
    `select r.id, r.name, r.phone, r.note, r.nicknames, r.born_on as "bornOn", r.died_on as "diedOn", r.languages, r.needs,
       r.household_id as "householdId", h.village_id as "villageId", concat_ws(' ', v.name, h.address) as home,
       r.merged_into_id as "mergedIntoId"
     from residents r
     left join residents k on k.station_id = $1 and k.id = r.merged_into_id
     left join households h on h.station_id = $1 and h.id = coalesce(r.household_id, k.household_id)
     left join villages v on v.station_id = $1 and v.id = h.village_id
     where r.station_id = $1 and r.id = any($2::uuid[]) and ${inScope('h.village_id', 3)}`,
    [tx.stationId, [keptId, goneId], villageScope(session)],
  )
  const kept = rows.find(({ id }) => id === keptId)
  const gone = rows.find(({ id }) => id === goneId)
  if (!kept || !gone) throw notFound()
  return [kept, gone]
}
