import type { HouseholdChoice } from '../../../contract/residents.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkVillage } from './check-village.ts'
import { addHousehold } from './households/write-household.ts'
import { villageScope } from './visibility.ts'

/** The household meant: by its id, or by its door, which is recorded when it is new. Null means none. */
export async function chooseHousehold(
  tx: Tx,
  session: OfficerSession,
  choice: HouseholdChoice,
): Promise<string | null> {
  if (choice === null) return null
  if ('id' in choice) return requireHousehold(tx, session, choice.id)
  const { villageId } = choice
  const address = choice.address.normalize('NFKC').trim()
  await checkVillage(tx, villageId)
  const scope = villageScope(session)
  if (scope && !scope.includes(villageId)) throw invalid('只能登记您负责的村。')
  // Two officers who record the same door at once get one household.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `household ${tx.stationId} ${villageId} ${address}`,
  ])
  const { rows } = await tx.client.query(
    `select id from households where station_id = $1 and village_id = $2 and address = $3 and resident_until_on is null
     order by resident_since_on limit 1`,
    [tx.stationId, villageId, address],
  )
  if (rows[0]) return rows[0].id
  return addHousehold(tx, { villageId, address, on: choice.residentSinceOn ?? stationDay(new Date()) })
}

async function requireHousehold(tx: Tx, session: OfficerSession, id: string): Promise<string> {
  const { rows } = await tx.client.query(
    `select id from households where station_id = $1 and id = $2 and ($3::uuid[] is null or village_id = any($3::uuid[]))`,
    [tx.stationId, id, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  return id
}
