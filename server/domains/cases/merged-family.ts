import type { Tx } from '../../platform/tenancy.ts'

/** The case and all that stand behind it by open merges, however deep. */
const family = `with recursive family as (
    select $2::uuid as id
    union
    select m.source_case_id from family f
    join case_merges m on m.station_id = $1 and m.target_case_id = f.id and m.undone_at is null
  )`

/** The conversations of a case and of those merged into it: they wait for its outcome. Sorted, each once. */
export async function conversationsOf(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await tx.client.query({
    name: 'conversations-of-case',
    text: `${family} select distinct c.conversation_id as id from family f
           join cases c on c.station_id = $1 and c.id = f.id where c.conversation_id is not null order by 1`,
    values: [tx.stationId, caseId],
  })
  return rows.map((row) => row.id)
}

/** The case that stands for this one: itself, or the last of a chain of merges. */
export async function survivorOf(tx: Tx, caseId: string): Promise<string> {
  const { rows } = await tx.client.query({
    name: 'survivor-of-case',
    text: `with recursive chain as (
             select id, merged_into from cases where station_id = $1 and id = $2
             union all
             select c.id, c.merged_into from chain join cases c on c.station_id = $1 and c.id = chain.merged_into
           )
           select id from chain where merged_into is null`,
    values: [tx.stationId, caseId],
  })
  return rows[0]?.id ?? caseId
}
