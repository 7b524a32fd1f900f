import type { Context } from '../../platform/context.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import type { TakenMessage } from './arrivals.ts'

/** Which of those that wait: those just taken (`crowded`: while many others wait), one, one sender's, or the oldest. */
export type Which =
  | { taken: TakenMessage[]; crowded: boolean }
  | { id: string }
  | { contactId: string }
  | { olderThanMs: number }

const passSize = 200

/**
 * Moves messages that are on disk into their conversations with all that follows from them: contact, conversation,
 * reading, assignment, files and event, at most 200 in one transaction. One that cannot be filed does not hold up the
 * others: it is left to a job. Returns how many were taken in hand.
 */
export async function fileArrivals(
  { pool, jobs }: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  which: Which,
): Promise<number> {
  try {
    return await inStation(pool, stationId, (tx) => fileSome(tx, which))
  } catch (error) {
    const ids = await listWaiting(pool, stationId, which)
    if (ids.length === 0) throw error
    const failures: unknown[] = []
    for (const id of ids)
      await fileOne(pool, stationId, id)
        .catch(() => setAside({ pool, jobs }, stationId, id))
        .catch((failure) => failures.push(failure))
    if (failures.length > 0) throw failures[0]
    return ids.length
  }
}

/** Alone; and if that fails, without its village and assignee, so that somebody sees the words at least. */
async function fileOne(pool: Pool, stationId: string, id: string): Promise<void> {
  await inStation(pool, stationId, (tx) => fileSome(tx, { id })).catch(() =>
    inStation(pool, stationId, async (tx) => {
      await tx.client.query(
        `update arrivals set message = (message::jsonb || '{"village_id": null, "assignee_id": null}')::json
         where station_id = $1 and id = $2`,
        [stationId, id],
      )
      await fileSome(tx, { id })
    }),
  )
}

async function setAside(
  { jobs, pool }: Pick<Context, 'pool' | 'jobs'>,
  stationId: string,
  id: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query('update arrivals set troubled_at = now() where station_id = $1 and id = $2', [
      stationId,
      id,
    ])
    await jobs.send(tx, 'file-troubled', { stationId }, { key: stationId })
  })
}

/** The job of the messages that could not be filed: tries each of the station's again, and throws while one still can't. */
export async function fileTroubled({ pool }: Pick<Context, 'pool'>, stationId: string): Promise<void> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query('select id from arrivals where station_id = $1 and troubled_at is not null order by id', [
      stationId,
    ]),
  )
  const failures: unknown[] = []
  for (const { id } of rows) {
    await inStation(pool, stationId, async (tx) => {
      await tx.client.query('update arrivals set troubled_at = null where station_id = $1 and id = $2', [
        stationId,
        id,
      ])
      await fileSome(tx, { id })
    }).catch((error) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function listWaiting(pool: Pool, stationId: string, which: Which): Promise<string[]> {
  const { condition, values } = conditionOf(which)
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(`select id from arrivals where ${condition}`, [stationId, ...values]),
  )
  return rows.map((row) => row.id)
}

/** Those just taken in this transaction; how many it filed. */
export function fileTaken(tx: Tx, taken: TakenMessage[]): Promise<number> {
  return fileSome(tx, { taken, crowded: false })
}

async function fileSome(tx: Tx, which: Which): Promise<number> {
  const { name, condition, values } = conditionOf(which)
  // What another pass has in hand is left to it, unless somebody is waiting for these.
  const lock = 'contactId' in which || 'taken' in which ? 'for update' : 'for update skip locked'
  const { rows } = await tx.client.query({
    // A plan that is kept was made while few waited, and goes through all of them: in a crowd it is made anew.
    ...(name && { name }),
    text: fileSql(`${condition} ${lock}`),
    values: [tx.stationId, ...values],
  })
  await moveConversations(
    tx,
    rows.filter(({ opens }) => !opens),
  )
  if (rows.length > 0) tx.wroteEvents = true
  return rows.length
}

function conditionOf(which: Which): { name?: string; condition: string; values: unknown[] } {
  const waiting = 'station_id = $1 and troubled_at is null'
  if ('taken' in which)
    return {
      ...(!which.crowded && { name: 'file-just-taken' }),
      condition: `${waiting} and ctid = any($2::tid[]) and id = any($3::uuid[])`,
      values: [which.taken.map(({ place }) => place), which.taken.map(({ messageId }) => messageId)],
    }
  if ('id' in which) return { condition: `${waiting} and id = $2`, values: [which.id] }
  if ('contactId' in which)
    return {
      condition: `${waiting} and contact_id = $2 order by id limit ${passSize}`,
      values: [which.contactId],
    }
  return {
    condition: `${waiting} and received_at <= clock_timestamp() - $2 * interval '1 ms' order by station_id, id limit ${passSize}`,
    values: [which.olderThanMs],
  }
}

type Moved = { conversation_id: string; preview: string; emergency: boolean; received_at: Date }

/** Conversations that were written on in: they wait again, and are open again if they were closed. */
async function moveConversations(tx: Tx, rows: Moved[]): Promise<void> {
  if (rows.length === 0) return
  const moves = [...Map.groupBy(rows, (row) => row.conversation_id)].map(([id, own]) => ({
    id,
    emergency: own.some(({ emergency }) => emergency),
    preview: own.at(-1)!.preview,
    first: own[0]!.received_at,
    last: own.at(-1)!.received_at,
  }))
  await tx.client.query({
    name: 'move-conversations',
    text: `with reopened as (
        update closures set reopened_at = clock_timestamp(), reopened_by = 'resident'
        where station_id = $1 and conversation_id = any($2::uuid[]) and reopened_at is null
      )
      update conversations c set (last_message_at, last_preview, emergency, waiting_since, closed_at) =
        (select greatest(c.last_message_at, m.last_at), m.preview, c.emergency or m.emergency, coalesce(c.waiting_since, m.first_at), null::timestamptz
         from unnest($2::uuid[], $3::text[], $4::boolean[], $5::timestamptz[], $6::timestamptz[])
           as m(id, preview, emergency, first_at, last_at) where m.id = c.id)
      where c.station_id = $1 and c.id = any($2::uuid[])`,
    values: [
      tx.stationId,
      moves.map(({ id }) => id),
      moves.map(({ preview }) => preview),
      moves.map(({ emergency }) => emergency),
      moves.map(({ first }) => first),
      moves.map(({ last }) => last),
    ],
  })
}

// Its plan may be made while a young station's tables are empty, and kept: it holds no join with a table, which would be
// planned for a few rows and walk through the whole of it.
const fileSql = (choice: string) => `
with claimed as (
  delete from arrivals where station_id = $1 and ctid = any(array(select ctid from arrivals where ${choice}))
  returning message, received_at
), incoming as materialized (
  select i.*, c.received_at from claimed c cross join lateral json_to_record(c.message) as i(
    id uuid, event_id uuid, conversation_id uuid, number text, opens boolean, contact_id uuid, channel text, name text,
    phone text, client_key text, body text, preview text, file_ids uuid[], sent_at timestamptz, told_by text,
    assignee_id uuid, actor_kind text, actor_id uuid, request_id text, emergency boolean, scenario text, office text,
    village_id uuid, confidence real, reasons jsonb, version text)
), fresh_contacts as (
  insert into contacts (station_id, id, channel, name, phone, village_id)
  select distinct on (contact_id) $1, contact_id, channel, name, phone, village_id from incoming
  order by contact_id, name desc
  on conflict (station_id, id) do nothing
), named as (
  update contacts c set (name, phone, village_id) =
    (select i.name, case when c.phone = '' then i.phone else c.phone end, coalesce(c.village_id, i.village_id)
     from incoming i where i.contact_id = c.id and i.name <> '' limit 1)
  where c.station_id = $1 and c.id = any(array(select contact_id from incoming where name <> '')) and c.name = ''
), opened as (
  insert into conversations (station_id, id, number, contact_id, channel, village_id, scenario, office, emergency,
    assignee_id, opened_at, last_message_at, last_preview, waiting_since)
  select $1, conversation_id, number, contact_id, channel,
    coalesce(village_id, (select c.village_id from contacts c where c.station_id = $1 and c.id = contact_id)), scenario, office,
    emergency, assignee_id, sent_at, sent_at, preview, received_at
  from incoming where opens
), spoken as (
  insert into messages (station_id, id, conversation_id, contact_id, direction, body, client_key, told_by, sent_at, received_at,
    author_officer_id)
  select $1, id, conversation_id, contact_id, 'inbound', body, client_key, told_by, sent_at, received_at,
    case when actor_kind = 'officer' then actor_id end
  from incoming
), attached as (
  insert into message_files (station_id, message_id, position, file_id)
  select $1, i.id, f.place - 1, f.file_id from incoming i cross join unnest(i.file_ids) with ordinality as f(file_id, place)
  where (select true from files t where t.station_id = $1 and t.id = f.file_id)
), readings as (
  insert into triage_readings (station_id, message_id, emergency, scenario, office, village_id, confidence, reasons, version)
  select $1, id, emergency, scenario, office, village_id, confidence, reasons, version from incoming
), assigned as (
  insert into assignments (station_id, id, conversation_id, officer_id, reason)
  select $1, event_id, conversation_id, assignee_id, '按村和值班表' from incoming where opens and assignee_id is not null
), told as (
  insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id, contact_id, village_id,
    data, request_id)
  select $1, event_id, case when actor_kind = 'officer' then 'message.captured' else 'message.received' end, actor_kind, actor_id,
    'message', id, conversation_id, contact_id, village_id, jsonb_build_object('emergency', emergency), request_id
  from incoming
)
select conversation_id, opens, preview, emergency, received_at from incoming order by id`
