import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, lockCase } from './lock-case.ts'

/** An officer has told the resident of a case, whom no message told, how it ended. A second tap changes nothing. */
export async function finishCall(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  callId: string,
): Promise<{ done: true }> {
  const matter = await lockCase(tx, session, caseId)
  const { rows } = await tx.client.query({
    name: 'finish-outcome-call',
    text: `with call as (select id from outcome_calls where station_id = $1 and id = $2 and case_id = $3),
             ended as (
               insert into outcome_call_ends (station_id, call_id, how, officer_id) select $1, id, 'told', $4 from call
               on conflict (station_id, call_id) do nothing returning call_id
             )
           select exists (select from ended) as news from call`,
    values: [tx.stationId, callId, caseId, session.officerId],
  })
  if (!rows[0]) throw notFound()
  if (rows[0].news) await writeEvents(tx, actor, [caseEvent(matter, 'case.call_done', { callId })])
  return { done: true }
}
