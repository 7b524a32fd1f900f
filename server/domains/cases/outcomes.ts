import type { Tx } from '../../platform/tenancy.ts'

export type CurrentOutcome = { id: string; settlement: string; words: string; toldAt: Date | null }

/** The outcome that stands: the latest that was not taken back by a reopening; null when there is none. */
export async function currentOutcome(tx: Tx, caseId: string): Promise<CurrentOutcome | null> {
  const row = await tx.db
    .selectFrom('caseOutcomes')
    .select(['id', 'settlement', 'words', 'toldAt'])
    .where('stationId', '=', tx.stationId)
    .where('caseId', '=', caseId)
    .where('reopenedAt', 'is', null)
    .orderBy('decidedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
