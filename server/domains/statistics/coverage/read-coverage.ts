import type { Coverage, CoverageGroups } from '../../../../contract/coverage.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { householdCoverage } from '../figures/household-coverage.ts'
import { listPlaces } from '../places.ts'
import { addCounts, countCoverage } from './count-coverage.ts'
import { compareGroups } from './group-order.ts'
import { type Snapshot, snapshotOf } from './snapshot.ts'

/** With fewer households a point of a group on the map would be somebody's. */
const fewestDrawn = 5

/** Coverage on a day, by village and in total; households of nobody by name. */
export async function readCoverage(tx: Tx, day: string | undefined, now: Date): Promise<Coverage> {
  const snapshot = snapshotOf(day, now)
  const groups = await countCoverage(tx, snapshot.day, null)
  const ofVillage = Map.groupBy(groups, ({ villageId }) => villageId)
  const villages = (await listPlaces(tx))
    .filter(({ key }) => key !== 'unknown')
    .map(({ key, name }) => {
      const own = ofVillage.get(key) ?? []
      const drawn = addCounts(own.filter(({ resident }) => resident >= fewestDrawn))
      return {
        ...addCounts(own),
        villageId: key,
        name,
        groups: own.length,
        drawn: { reached: drawn.reached, others: drawn.resident - drawn.reached },
      }
    })
  const { version, definition } = householdCoverage
  return { ...snapshot, version, definition, whole: addCounts(groups), villages }
}

/** The groups of a village, those without a name last. */
export async function readCoverageGroups(
  tx: Tx,
  villageId: string,
  day: string | undefined,
  now: Date,
): Promise<CoverageGroups> {
  const known = await listPlaces(tx)
  if (!known.some(({ key }) => key === villageId)) throw notFound()
  const snapshot: Snapshot = snapshotOf(day, now)
  const groups = await countCoverage(tx, snapshot.day, villageId)
  const items = groups.map(({ villageId: _, ...counts }) => counts).sort(compareGroups)
  return { day: snapshot.day, villageId, items }
}
