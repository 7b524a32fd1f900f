import type { NewEvidence } from '../../../contract/rumours.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleRumour } from './find-rumour.ts'
import { refusePersons } from './refuse-persons.ts'

/** One line of what is known, with where it comes from. An official notice can be looked up: a link or its number. */
export async function addEvidence(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  evidence: NewEvidence,
  now = new Date(),
): Promise<{ id: string }> {
  await findVisibleRumour(tx, session, rumourId)
  refusePersons([evidence.says, evidence.source], { landlines: true })
  if (evidence.kind === 'official_notice' && evidence.link === '' && evidence.documentNumber.trim() === '')
    throw invalid('官方通报请写链接或文号，别人才查得到。')
  if (evidence.datedOn > stationDay(now)) throw invalid('依据的日期还没到，请改一下。')
  const id = newId()
  await tx.db
    .insertInto('rumourEvidence')
    .values({ stationId: tx.stationId, id, rumourId, ...evidence, enteredBy: session.officerId })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'rumour.evidence_added',
      subject: { kind: 'rumour', id: rumourId },
      data: { evidence: id, kind: evidence.kind },
    },
  ])
  return { id }
}
