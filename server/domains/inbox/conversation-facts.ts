import type { ScriptVariable } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type Facts = Partial<Record<ScriptVariable, string>>

/**
 * What a domain above knows for the scripts of a conversation (case number, agreed time, materials). The newest
 * telling of a variable counts; null takes it back.
 */
export async function tellFacts(
  tx: Tx,
  conversationId: string,
  facts: Partial<Record<ScriptVariable, string | null>>,
): Promise<void> {
  const known = Object.entries(facts).filter((entry): entry is [string, string] => Boolean(entry[1]?.trim()))
  const gone = Object.entries(facts).filter(([, value]) => !value?.trim())
  await tx.client.query(
    `with gone as (delete from conversation_facts where station_id = $1 and conversation_id = $2 and variable = any($3::text[]))
     insert into conversation_facts (station_id, conversation_id, variable, value)
     select $1, $2, f.variable, left(f.value, 1000) from unnest($4::text[], $5::text[]) as f(variable, value)
     on conflict (station_id, conversation_id, variable) do update set value = excluded.value, told_at = now()`,
    [
      tx.stationId,
      conversationId,
      gone.map(([name]) => name),
      known.map(([name]) => name),
      known.map(([, value]) => value),
    ],
  )
}

/** What is known of a conversation: what was told, and what the inbox itself knows of station, person and writer. */
export async function readFacts(tx: Tx, conversationId: string, officerId: string): Promise<Facts> {
  const { rows } = await tx.client.query(
    `select s.name as "所名", s.phone as "所电话", s.address as "所地址", o.name as "民警姓名", v.name as "村名",
       coalesce(nullif(r.name, ''), nullif(p.name, '')) as "居民称呼",
       coalesce((select json_object_agg(f.variable, f.value) from conversation_facts f
         where f.station_id = $1 and f.conversation_id = c.id), '{}') as told
     from conversations c join stations s on s.id = c.station_id
     join contacts p on p.station_id = $1 and p.id = c.contact_id
     left join residents r on r.station_id = $1 and r.id = p.resident_id
     left join villages v on v.station_id = $1 and v.id = c.village_id
     left join officers o on o.station_id = $1 and o.id = $3
     where c.station_id = $1 and c.id = $2`,
    [tx.stationId, conversationId, officerId],
  )
  const { told, ...own } = rows[0] ?? {}
  return { ...own, ...told }
}

/** The same of a contact who has no matter yet: nothing was told, the rest is known all the same. */
export async function readFactsOfContact(tx: Tx, contactId: string, officerId: string): Promise<Facts> {
  const { rows } = await tx.client.query(
    `select s.name as "所名", s.phone as "所电话", s.address as "所地址", o.name as "民警姓名", v.name as "村名",
       coalesce(nullif(r.name, ''), nullif(p.name, '')) as "居民称呼"
     from contacts p join stations s on s.id = p.station_id
     left join residents r on r.station_id = $1 and r.id = p.resident_id
     left join villages v on v.station_id = $1 and v.id = p.village_id
     left join officers o on o.station_id = $1 and o.id = $3
     where p.station_id = $1 and p.id = $2`,
    [tx.stationId, contactId, officerId],
  )
  return rows[0] ?? {}
}
