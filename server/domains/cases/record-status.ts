import type { CaseStatus } from '../../../contract/vocabulary.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** One line of a case's history: which status, who, when, and a note for the station only. */
export async function recordStatus(
  tx: Tx,
  caseId: string,
  status: CaseStatus,
  by: { officerId: string | null; note: string; at?: Date },
): Promise<void> {
  await tx.db
    .insertInto('caseStatusChanges')
    .values({
      stationId: tx.stationId,
      id: newId(),
      caseId,
      status,
      officerId: by.officerId,
      byResident: by.officerId === null,
      note: by.note.trim(),
      changedAt: by.at ?? new Date(),
    })
    .execute()
}
