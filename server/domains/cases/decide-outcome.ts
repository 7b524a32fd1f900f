import type { OutcomeBody } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellFacts } from '../inbox/conversation-facts.ts'
import { releaseConversations } from './case-holds.ts'
import { caseEvent, lockCase } from './lock-case.ts'
import { conversationsOf } from './merged-family.ts'
import { keepOwnSearch } from './record-own-search.ts'
import { recordSecondTrip } from './record-second-trip.ts'
import { recordStatus } from './record-status.ts'
import { refuseFrozen, requireDecider } from './rules.ts'
import { markTold, tellOutcome } from './tell-outcome.ts'

/**
 * A person decides how the case ended: it is done, its clocks stop, its conversations may close again. With `tell` the
 * words go to the resident in the same transaction; `toldWay` keeps how else she was told. An emergency stays one, whatever is said at the end; settlement
 * `scene` means that somebody was sent out. Throws `conflict` when a colleague was quicker, `forbidden` for an
 * auxiliary where only an officer decides.
 */
export async function decideOutcome(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  decision: OutcomeBody,
  now = new Date(),
): Promise<{ outcomeId: string; told: number }> {
  const matter = await lockCase(tx, session, id)
  refuseFrozen(matter)
  const emergency = matter.emergency || decision.emergency
  requireDecider(session.role, { ...matter, emergency })
  if (decision.ownSearch) await keepOwnSearch(tx, actor, matter, session, decision.ownSearch)
  const { officerId } = session
  await recordSecondTrip(tx, actor, { ...matter, caseId: id, officerId }, decision.missing)
  const { stationId } = tx
  const outcome = { id: newId(), settlement: decision.settlement, words: decision.words.trim(), toldAt: null }
  await tx.db
    .insertInto('caseOutcomes')
    .values({ stationId, ...outcome, caseId: id, officerId, emergency, decidedAt: now })
    .execute()
  await tx.db
    .updateTable('cases')
    .set({ status: 'done', finishedAt: now, emergency })
    .where('stationId', '=', stationId)
    .where('id', '=', id)
    .execute()
  await tx.db
    .updateTable('caseClocks')
    .set({ stoppedAt: now })
    .where('stationId', '=', stationId)
    .where('caseId', '=', id)
    .where('stoppedAt', 'is', null)
    .execute()
  await recordStatus(tx, id, 'done', { officerId, note: '', at: now })
  await writeEvents(tx, actor, [
    caseEvent(matter, 'case.status_changed', {
      from: matter.status,
      to: 'done',
      settlement: decision.settlement,
      emergency,
    }),
  ])
  const told = decision.tell ? await tellOutcome(tx, actor, matter, outcome, officerId, now) : 0
  if (!decision.tell && decision.toldWay) await markTold(tx, actor, matter, outcome, decision.toldWay, now)
  const conversations = await conversationsOf(tx, id)
  await releaseConversations(tx, id, conversations)
  for (const conversation of conversations) await tellFacts(tx, conversation, { 案件结果: outcome.words })
  return { outcomeId: outcome.id, told }
}
