import type { CaseStatusBody } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, lockCase } from './lock-case.ts'
import { currentOutcome } from './outcomes.ts'
import { recordSecondTrip } from './record-second-trip.ts'
import { recordStatus } from './record-status.ts'
import { refuseMerged, requireChange, requireTold } from './rules.ts'

/** Sets a status that needs no outcome; who and when become a row. */
export async function changeStatus(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  change: CaseStatusBody,
): Promise<{ done: true }> {
  const matter = await lockCase(tx, session, id)
  refuseMerged(matter)
  requireChange(matter.status, change.status)
  if (change.missing && change.status !== 'waiting_resident') throw invalid('缺材料的，请选“等居民补充”。')
  // What she is waited for costs her a trip or a call: nobody may wait for it without saying what and why.
  if (change.status === 'waiting_resident' && !change.missing && !change.note.trim())
    throw invalid('等居民补什么、为什么，请写一句；缺材料的，选缺了哪一样。')
  await recordSecondTrip(tx, actor, { ...matter, caseId: id, officerId: session.officerId }, change.missing)
  if (change.status === 'closed') requireTold(await currentOutcome(tx, id), matter.contactId !== null)
  await tx.db
    .updateTable('cases')
    .set({ status: change.status })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  await recordStatus(tx, id, change.status, { officerId: session.officerId, note: change.note })
  await writeEvents(tx, actor, [
    caseEvent(matter, 'case.status_changed', { from: matter.status, to: change.status }),
  ])
  return { done: true }
}
