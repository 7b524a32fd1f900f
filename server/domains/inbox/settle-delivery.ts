import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

const system = { kind: 'system', id: null } as const

/** Before a part goes out: whoever finds this note later knows that its outcome is unknown. */
export async function noteTry(tx: Tx, messageId: string, part: number): Promise<void> {
  await tx.client.query({
    name: 'note-delivery-try',
    text: 'update message_deliveries set part_tried = $3 where station_id = $1 and message_id = $2',
    values: [tx.stationId, messageId, part],
  })
}

/** A part was taken by the platform; with the last one the answer counts as accepted. A second telling changes nothing. */
export async function acceptPart(tx: Tx, messageId: string, part: number, parts: number): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'accept-delivery-part',
    text: `update message_deliveries set parts = $4::int, parts_accepted = $3::int + 1, attempts = 0,
        state = case when $3::int + 1 >= $4::int then 'accepted' else state end,
        accepted_at = case when $3::int + 1 >= $4::int then clock_timestamp() end,
        leased_until = case when $3::int + 1 >= $4::int then null else leased_until end
      where station_id = $1 and message_id = $2 and parts_accepted = $3::int and state = 'sending'
      returning state, conversation_id, contact_id`,
    values: [tx.stationId, messageId, part, parts],
  })
  if (rows[0]?.state === 'accepted') await tell(tx, 'message.accepted', messageId, rows[0])
}

/** Another try later; the answer stays in its place before the later ones. */
export async function putOffDelivery(tx: Tx, messageId: string, until: Date, code: string): Promise<void> {
  await tx.client.query({
    name: 'put-off-delivery',
    text: `update message_deliveries set next_try_at = $3, leased_until = null, fail_code = $4
      where station_id = $1 and message_id = $2 and state = 'sending'`,
    values: [tx.stationId, messageId, until, code],
  })
}

/** It will not arrive, or did not: somebody has to phone. The same failure told again makes no second task. */
export async function failDelivery(tx: Tx, messageId: string, code: string): Promise<boolean> {
  const { rows } = await tx.client.query({
    name: 'fail-delivery',
    text: `update message_deliveries set state = 'failed', fail_code = $3, failed_at = clock_timestamp(), leased_until = null
      where station_id = $1 and message_id = $2 and state <> 'failed' returning conversation_id, contact_id`,
    values: [tx.stationId, messageId, code],
  })
  if (!rows[0]) return false
  await tell(tx, 'message.not_delivered', messageId, rows[0], { code })
  const id = newId()
  await tx.client.query({
    name: 'ask-to-phone',
    text: `insert into phone_tasks (station_id, id, conversation_id, message_id, reason) values ($1, $2, $3, $4, $5)
      on conflict (station_id, message_id) do nothing`,
    values: [tx.stationId, id, rows[0].conversation_id, messageId, code],
  })
  await tell(tx, 'phone_task.asked', id, rows[0])
  return true
}

type Row = { conversation_id: string; contact_id: string }

async function tell(
  tx: Tx,
  name: 'message.accepted' | 'message.not_delivered' | 'phone_task.asked',
  id: string,
  row: Row,
  data?: Record<string, unknown>,
): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'village-of-conversation',
    text: 'select village_id from conversations where station_id = $1 and id = $2',
    values: [tx.stationId, row.conversation_id],
  })
  await writeEvents(tx, system, [
    {
      name,
      subject: { kind: name === 'phone_task.asked' ? 'phone_task' : 'message', id },
      conversationId: row.conversation_id,
      contactId: row.contact_id,
      villageId: rows[0]?.village_id ?? null,
      ...(data && { data }),
    },
  ])
}
