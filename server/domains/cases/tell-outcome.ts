import type { OutcomeNoticeBody } from '../../../contract/case-changes.ts'
import type { Channel, Telling } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import { findConversation } from '../inbox/views.ts'
import { doorOf, requireDoor } from '../residents/digital-door.ts'
import { callTheUntold } from './call-the-untold.ts'
import { caseEvent, type LockedCase, lockCase } from './lock-case.ts'
import { conversationsOf } from './merged-family.ts'
import { type CurrentOutcome, currentOutcome } from './outcomes.ts'
import { refuseMerged } from './rules.ts'
import { tellingConversation } from './show-door.ts'

/**
 * Sends the outcome into the conversation of the case and of each case merged into it, where it reaches somebody, and
 * keeps when. Returns how many conversations were told. Throws `invalid` when the case itself has none, or a message
 * does not reach its resident.
 */
export async function tellOutcome(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  outcome: CurrentOutcome,
  officerId: string,
  now: Date,
): Promise<number> {
  const conversationIds = await conversationsOf(tx, matter.id)
  const own = await tellingConversation(tx, matter)
  if (!own) throw invalid('这件事没有会话，发不了消息。请打电话或当面告知后，再记下已告知。')
  const door = await requireDoor(tx, own.contactId)
  let told = 0
  for (const conversationId of conversationIds) {
    const { contactId } = (await findConversation(tx, conversationId))!
    if (!(await doorOf(tx, contactId))) continue
    await tellResident(tx, actor, {
      conversationId,
      body: outcome.words,
      officerId,
      key: `outcome-${outcome.id}-${conversationId}`,
    })
    told++
  }
  await markTold(tx, actor, matter, outcome, door, now, own.contactId)
  return told
}

/** Records that the resident knows: told by phone, at the counter or in writing, or told now in the conversation. */
export async function giveOutcomeNotice(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  notice: OutcomeNoticeBody,
  now = new Date(),
): Promise<{ done: true }> {
  const matter = await lockCase(tx, session, id)
  refuseMerged(matter)
  const outcome = await currentOutcome(tx, id)
  if (!outcome) throw conflict('这件事还没有处理结果，不能告知。')
  if (outcome.toldAt) throw conflict('处理结果已经告知过居民了。')
  if (notice.by === 'conversation') await tellOutcome(tx, actor, matter, outcome, session.officerId, now)
  else await markTold(tx, actor, matter, outcome, notice.by, now)
  return { done: true }
}

/**
 * Keeps when and how the resident was told, and sees to those whom that did not reach. `toldContact` was told by a
 * message; null: an officer told the resident of the case.
 */
export async function markTold(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  outcome: { id: string; words: string },
  channel: Channel | Telling,
  now: Date,
  toldContact: string | null = null,
) {
  await tx.db
    .updateTable('caseOutcomes')
    .set({ toldAt: now, toldByChannel: channel })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', outcome.id)
    .execute()
  await writeEvents(tx, actor, [caseEvent(matter, 'case.outcome_told', { outcomeId: outcome.id, channel })])
  await callTheUntold(tx, actor, matter, outcome, toldContact)
}
