import { countAppointmentsOf } from './domains/appointments/count-appointments-of.ts'
import { casePeopleOf, countCasesOf } from './domains/cases/count-cases-of.ts'
import { countConversationsOf } from './domains/inbox/count-conversations-of.ts'
import type { MattersAbove } from './domains/residents/duplicates/matters-above.ts'

/** The one list of what goes over when two entries of a person become one, of the domains above the register. */
export const mattersAbove: MattersAbove = {
  count: { conversations: countConversationsOf, cases: countCasesOf, appointments: countAppointmentsOf },
  casePeopleOf,
}
