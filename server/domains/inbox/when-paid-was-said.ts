import type { Message } from '../../../contract/inbox.ts'
import { saysPaid } from './triage/says-paid.ts'

/** After so long a stop of payment is no matter of minutes any more. */
const longestMs = 48 * 3_600_000

/** When the resident first said, among these messages of two days, that the money has gone: the clock runs from there. */
export function whenPaidWasSaid(
  messages: readonly Pick<Message, 'direction' | 'body' | 'sentAt'>[],
  now = new Date(),
): string | null {
  const since = new Date(now.getTime() - longestMs).toISOString()
  const said = messages.find(
    ({ direction, body, sentAt }) => direction === 'inbound' && sentAt >= since && saysPaid(body),
  )
  return said?.sentAt ?? null
}
