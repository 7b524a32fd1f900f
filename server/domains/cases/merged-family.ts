import type { Tx } from '../../platform/tenancy.ts'
import { askerPhone } from './asker.ts'

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

export type Asker = {
  caseId: string
  conversationId: string | null
  contactId: string | null
  villageId: string | null
  phone: string
}

/** Who stands behind a case and each of those merged into it, one row a case, the case itself first. */
export async function askersOf(tx: Tx, caseId: string): Promise<Asker[]> {
  const { rows } = await tx.client.query({
    name: 'askers-of-case',
    text: `${family} select n.id as "caseId", n.conversation_id as "conversationId", coalesce(q.contact_id, n.contact_id) as "contactId",
             n.village_id as "villageId", ${askerPhone} as phone
           from family f join cases n on n.station_id = $1 and n.id = f.id
           left join conversations q on q.station_id = $1 and q.id = n.conversation_id order by n.id <> $2, n.opened_at, n.id`,
    values: [tx.stationId, caseId],
  })
  return rows
}

/** A case and all that stand behind it. */
export async function familyOf(tx: Tx, caseId: string): Promise<string[]> {
  return (await askersOf(tx, caseId)).map((asker) => asker.caseId)
}
