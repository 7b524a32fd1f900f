import type { EditionKind } from '../../../contract/editions.ts'
import type { AdaptedScript } from '../../../contract/scripts.ts'
import type { GuideChange } from '../../../contract/services.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { draftVersion } from '../scripts/draft-version.ts'
import { changeGuide } from '../services/change-guide.ts'
import { addDelivered } from './accept-proposals.ts'
import { holdProposal, writeDecision } from './decide.ts'

/**
 * The station takes over what was delivered with changes of its own: a draft of whoever changed it, which somebody else
 * approves. 404 for a guide's proposal.
 */
export async function adaptScript(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  version: AdaptedScript,
): Promise<{ version: number }> {
  const { proposal, subjectId } = await holdAdaptable(tx, session, id, 'script')
  const made = await draftVersion(tx, actor, session, subjectId, version)
  await writeDecision(tx, actor, proposal, 'adapted', { subjectId, ...made })
  return made
}

/** The same of a guide, which is changed at once, as guides are. 404 for a script's proposal. */
export async function adaptGuide(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  change: GuideChange,
): Promise<{ version: number }> {
  const { proposal, subjectId } = await holdAdaptable(tx, session, id, 'guide')
  const made = await changeGuide(tx, actor, subjectId, change)
  await writeDecision(tx, actor, proposal, 'adapted', { subjectId, ...made })
  return made
}

async function holdAdaptable(tx: Tx, session: OfficerSession, id: string, kind: EditionKind) {
  const proposal = await holdProposal(tx, session, id)
  if (proposal.kind !== kind) throw notFound()
  if (proposal.change === 'withdrawn') throw conflict('这一条不再提供了，只能停用，或者写明原因继续用。')
  return { proposal, subjectId: proposal.subjectId ?? (await addDelivered(tx, proposal)).id }
}
