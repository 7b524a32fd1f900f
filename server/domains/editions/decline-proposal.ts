import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { holdProposal, writeDecision } from './decide.ts'

/** The station keeps what it has, and why. It is asked again when what is delivered changes again. */
export async function declineProposal(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  reason: string,
): Promise<void> {
  const proposal = await holdProposal(tx, session, id)
  await writeDecision(tx, actor, proposal, 'declined', {
    subjectId: proposal.subjectId,
    version: proposal.presentVersion || null,
    reason: reason.trim(),
  })
}
