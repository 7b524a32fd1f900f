import type { LineStop } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellReplyLine } from '../inbox/reply-line.ts'
import { mostReplies, windowSeconds } from './reply-limits.ts'

/** By the server's numbers: in 0 and 1 answers go by API, in 2 and 3 a colleague has it, 4 is over. */
export const stopOfState = (state: number): LineStop | null =>
  state === 4 ? 'session_over' : state === 2 || state === 3 ? 'with_servicer' : null

/** Tells the inbox whether a resident can be answered from here. */
export function tellSession(tx: Tx, contactId: string, stopped: LineStop | null, at: Date): Promise<void> {
  return tellReplyLine(tx, { contactId, windowSeconds, mostReplies, stop: { stopped, at } })
}
