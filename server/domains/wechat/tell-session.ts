import type { LineStop } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellReplyLine } from '../inbox/tell-reply-line.ts'
import { mostReplies, windowSeconds } from './reply-limits.ts'

/** By the server's numbers: in 0 and 1 answers go by API, in 2 and 3 a colleague has it, 4 is over. */
export const stopOfState = (state: number): LineStop | null =>
  state === 4 ? 'session_over' : state === 2 || state === 3 ? 'with_servicer' : null

/** A resident's chat with one account: sessions, like windows, belong to it and not to her. */
export type Chat = { contactId: string; openKfid: string }

/** Tells the inbox whether a resident can be answered from here over this account. */
export function tellSession(
  tx: Tx,
  { contactId, openKfid }: Chat,
  stopped: LineStop | null,
  at: Date,
): Promise<void> {
  return tellReplyLine(tx, { contactId, line: openKfid, windowSeconds, mostReplies, stop: { stopped, at } })
}
