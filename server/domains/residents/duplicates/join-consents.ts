import { freePurposes } from '../../../../contract/person-words.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { newestConsents } from '../consents/newest-consents.ts'
import { isNo } from '../consents/rules.ts'
import type { Added } from './journal.ts'

type Join = { keptId: string; goneId: string; mergeId: string }

/**
 * What both entries answered becomes one answer, the stricter one: a no of either stands (PIPL art. 14: what is not
 * clearly allowed is not). Answers are only ever added; each line notes its merge.
 */
export async function joinConsents(tx: Tx, { keptId, goneId, mergeId }: Join): Promise<Added[]> {
  const added: Added[] = []
  for (const { purpose, state } of await stricterOf(tx, keptId, goneId)) {
    const id = newId()
    await tx.db
      .insertInto('residentConsents')
      .values({
        ...{ stationId: tx.stationId, id, residentId: keptId, purpose, basis: 'consent', state },
        ...{ how: 'law', recordedBy: null, mergeId },
      })
      .execute()
    added.push({ table: 'resident_consents', id })
  }
  return added
}

/** What the entry that stays takes over from the other. */
export async function stricterOf(tx: Tx, keptId: string, goneId: string) {
  const [hers, others] = [await newestConsents(tx, keptId), await newestConsents(tx, goneId)]
  return freePurposes.flatMap((purpose) => {
    const [own, other] = [hers.get(purpose), others.get(purpose)]
    if (!other || (own && (isNo(own) || !isNo(other)))) return []
    return [{ purpose, state: other.state }]
  })
}
