import type { Tx } from '../../platform/tenancy.ts'

/** An answer in the hands of whoever carries it, and which of its parts is next. */
export type Delivery = {
  messageId: string
  conversationId: string
  contactId: string
  /** Over which of the contact's lines it goes. */
  line: string
  body: string
  fileIds: string[]
  part: number
  parts: number
  attempts: number
  /** The part was tried before and nobody knows what came of it: it may be there already. */
  unsure: boolean
  queuedAt: Date
}

/**
 * Takes the oldest answers that wait, one a contact and line, for so many milliseconds: nobody else carries them meanwhile,
 * and what a process took that then died is free again afterwards.
 */
export async function claimDeliveries(tx: Tx, leaseMs: number, most: number): Promise<Delivery[]> {
  const { rows } = await tx.client.query({
    name: 'claim-deliveries',
    text: `with due as (
        select d.message_id from message_deliveries d
        where d.station_id = $1 and d.state in ('queued', 'sending') and d.next_try_at <= clock_timestamp()
          and coalesce(d.leased_until, '-infinity') <= clock_timestamp()
          and not exists (select from message_deliveries e where e.station_id = $1 and e.contact_id = d.contact_id
            and e.line = d.line and e.state in ('queued', 'sending') and e.message_id < d.message_id)
        order by d.message_id limit $3 for update of d skip locked
      )
      update message_deliveries d set state = 'sending', attempts = d.attempts + 1,
        leased_until = clock_timestamp() + $2 * interval '1 ms'
      from due, messages m where d.station_id = $1 and d.message_id = due.message_id
        and m.station_id = $1 and m.id = d.message_id
      returning d.message_id, d.conversation_id, d.contact_id, d.line, m.body, d.parts_accepted, d.parts, d.attempts,
        d.part_tried is not distinct from d.parts_accepted as unsure, d.queued_at,
        array(select f.file_id from message_files f where f.station_id = $1 and f.message_id = m.id order by f.position) as files`,
    values: [tx.stationId, leaseMs, most],
  })
  return rows.map((row) => ({
    messageId: row.message_id,
    conversationId: row.conversation_id,
    contactId: row.contact_id,
    line: row.line,
    body: row.body,
    fileIds: row.files,
    part: row.parts_accepted,
    parts: row.parts,
    attempts: row.attempts,
    unsure: row.unsure,
    queuedAt: row.queued_at,
  }))
}
