import { ownAppointmentNumbers } from './domains/appointments/own-appointment-numbers.ts'
import { ownCaseNumbers } from './domains/cases/own-case-numbers.ts'
import { ownConversationNumbers } from './domains/inbox/own-conversation-numbers.ts'
import type { OwnNumbers } from './domains/residents/fold-reads.ts'

/** The one list of matters that have a number, by the kind under which events name them. */
export const ownNumbers: OwnNumbers = {
  conversation: ownConversationNumbers,
  case: ownCaseNumbers,
  appointment: ownAppointmentNumbers,
}
