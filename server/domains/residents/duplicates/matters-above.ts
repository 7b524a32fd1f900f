import type { Tx } from '../../../platform/tenancy.ts'

/** What domains above know of a person: it moves with her contacts, or names her entry. The list is server/matters-above.ts. */
export type MattersAbove = {
  /** How much hangs on these contacts. */
  count: Record<
    'conversations' | 'cases' | 'appointments',
    (tx: Tx, contactIds: readonly string[]) => Promise<number>
  >
  /** The rows of case_people that name this entry. */
  casePeopleOf: (tx: Tx, residentId: string) => Promise<string[]>
}
