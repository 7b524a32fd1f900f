import { contactOfAppointment } from './domains/appointments/contact-of-appointment.ts'
import { contactOfCase } from './domains/cases/contact-of-case.ts'
import { contactOfConversation } from './domains/inbox/contact-of-conversation.ts'
import type { Tx } from './platform/tenancy.ts'

/**
 * Whose matters a number can mean. Each series counts for itself, so that 261124-0007 may be the question of one
 * resident, the case of a second and the appointment of a third: the code read out tells which of them it is.
 */
export async function contactsOfNumber(tx: Tx, number: string): Promise<string[]> {
  const found = [
    await contactOfConversation(tx, number),
    await contactOfCase(tx, number),
    await contactOfAppointment(tx, number),
  ]
  return [...new Set(found.filter((id) => id !== null))].sort()
}
