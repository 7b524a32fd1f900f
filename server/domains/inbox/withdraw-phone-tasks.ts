import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * What was to be said on the phone is no longer so: the open tasks of these causes are over, each with a row that says
 * why and by whom (`officerId` null: the resident herself). Of one conversation only, where that is named.
 */
export async function withdrawPhoneTasks(
  tx: Tx,
  actor: Actor,
  wanted: { causes: string[]; conversationIds?: string[] },
  why: { reason: 'case_reopened' | 'merge_undone'; officerId: string | null },
): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'withdraw-phone-tasks',
    text: `with over as (
             update phone_tasks set done_at = clock_timestamp()
             where station_id = $1 and cause = any($2::text[]) and done_at is null
               and ($3::uuid[] is null or conversation_id = any($3::uuid[]))
             returning id, conversation_id
           ), kept as (
             insert into phone_task_withdrawals (station_id, task_id, reason, officer_id) select $1, id, $4, $5 from over
           )
           select o.id, c.id as "conversationId", c.contact_id as "contactId", c.village_id as "villageId"
           from over o join conversations c on c.station_id = $1 and c.id = o.conversation_id`,
    values: [tx.stationId, wanted.causes, wanted.conversationIds ?? null, why.reason, why.officerId],
  })
  await writeEvents(
    tx,
    actor,
    rows.map(({ id, ...conversation }) => ({
      name: 'phone_task.withdrawn' as const,
      subject: { kind: 'phone_task', id },
      ...conversation,
      data: { reason: why.reason },
    })),
  )
}
