import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { withdrawPhoneTasks } from '../inbox/withdraw-phone-tasks.ts'
import { causeOf } from './call-the-untold.ts'
import { caseEvent } from './lock-case.ts'

type Why = { reason: 'case_reopened' | 'merge_undone'; officerId: string | null }

/**
 * An outcome of these that was taken back, or is no longer theirs, is told nobody: the calls that are still open end,
 * with why and by whom. `of` narrows to some of the cases behind it and their conversations (a merge was undone).
 */
export async function withdrawCalls(
  tx: Tx,
  actor: Actor,
  outcomeIds: string[],
  why: Why,
  of?: { caseIds: string[]; conversationIds: string[] },
): Promise<void> {
  if (outcomeIds.length === 0) return
  const causes = outcomeIds.map(causeOf)
  await withdrawPhoneTasks(tx, actor, { causes, ...(of && { conversationIds: of.conversationIds }) }, why)
  const { rows } = await tx.client.query({
    name: 'withdraw-outcome-calls',
    text: `with ended as (
             insert into outcome_call_ends (station_id, call_id, how, officer_id)
             select $1, y.id, $4, $5 from outcome_calls y
             where y.station_id = $1 and y.outcome_id = any($2::uuid[]) and ($3::uuid[] is null or y.case_id = any($3::uuid[]))
             on conflict (station_id, call_id) do nothing returning call_id
           )
           select e.call_id as "callId", c.id, c.conversation_id as "conversationId", c.contact_id as "contactId",
             c.village_id as "villageId"
           from ended e join outcome_calls y on y.station_id = $1 and y.id = e.call_id
           join cases c on c.station_id = $1 and c.id = y.case_id`,
    values: [tx.stationId, outcomeIds, of?.caseIds ?? null, why.reason, why.officerId],
  })
  await writeEvents(
    tx,
    actor,
    rows.map(({ callId, ...matter }) =>
      caseEvent(matter, 'case.call_withdrawn', { callId, reason: why.reason }),
    ),
  )
}

/** The outcomes of a case that stand: not taken back yet. */
export async function standingOutcomes(tx: Tx, caseId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('caseOutcomes')
    .select('id')
    .where('stationId', '=', tx.stationId)
    .where('caseId', '=', caseId)
    .where('reopenedAt', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}
