import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'

/** A line in the history of a case; without an officer it is the resident's. */
export function addStatus(
  ledger: Ledger,
  random: Random,
  caseId: string,
  status: string,
  at: number,
  officerId: string | null,
  note = '',
): void {
  const changedAt = new Date(at)
  ledger.add('caseStatusChanges', {
    id: random.id(at),
    caseId,
    status,
    officerId,
    byResident: officerId === null,
    note,
    changedAt,
  })
}
