import type { EditionAdaptation } from '../../../contract/editions.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { draftVersion } from '../scripts/draft-version.ts'
import { changeGuide } from '../services/change-guide.ts'
import { addDelivered } from './accept-proposals.ts'
import { holdProposal, writeDecision } from './decide.ts'

/**
 * The station takes over what was delivered with changes of its own. Of a script that is a draft of whoever changed it,
 * and somebody else approves it; a guide is changed at once, as guides are.
 */
export async function adaptProposal(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { script, guide }: EditionAdaptation,
): Promise<{ version: number }> {
  const proposal = await holdProposal(tx, session, id)
  if (proposal.change === 'withdrawn') throw conflict('这一条不再提供了，只能停用，或者写明原因继续用。')
  const subjectId = proposal.subjectId ?? (await addDelivered(tx, proposal)).id
  const made =
    proposal.kind === 'script' && script
      ? await draftVersion(tx, actor, session, subjectId, script)
      : proposal.kind === 'guide' && guide
        ? await changeGuide(tx, actor, subjectId, guide)
        : null
  if (!made) throw invalid('没有写改成什么样。')
  await writeDecision(tx, actor, proposal, 'adapted', { subjectId, version: made.version })
  return { version: made.version }
}
