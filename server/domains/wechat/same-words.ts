import type { Tx } from '../../platform/tenancy.ts'

/** The phone's clock and the platform's are not the same; a colleague who says the same again later says it twice. */
const apartSeconds = 600

const prefix = 'sidebar-'
export const sayingKey = (officerId: string, key: string) => `${prefix}${officerId}:${key}`

/**
 * In a chat of a customer service account the platform gives us back what was said in it, also what the sidebar has
 * told us. The same words of the same minutes are one message: asked for from both sides, under the conversation's lock.
 */
export async function findPulledWords(
  tx: Tx,
  conversationId: string,
  body: string,
  saidAt: Date,
): Promise<string | null> {
  return find(tx, conversationId, body, saidAt, 'kf-')
}

/** What the sidebar told and no pulled item has been taken for yet. */
export async function findToldWords(
  tx: Tx,
  conversationId: string,
  body: string,
  saidAt: Date,
): Promise<string | null> {
  await tx.client.query({
    name: 'lock-conversation-for-words',
    text: 'select from conversations where station_id = $1 and id = $2 for no key update',
    values: [tx.stationId, conversationId],
  })
  return find(tx, conversationId, body, saidAt, prefix)
}

async function find(tx: Tx, conversationId: string, body: string, saidAt: Date, key: string) {
  const { rows } = await tx.client.query({
    name: 'find-same-words',
    text: `select m.id from messages m
      where m.station_id = $1 and m.conversation_id = $2 and m.direction = 'outbound' and m.body = $3
        and starts_with(m.client_key, $5) and m.sent_at between $4::timestamptz - $6 * interval '1 second'
          and $4::timestamptz + $6 * interval '1 second'
        and ($5 <> '${prefix}' or not exists (select from kf_messages k where k.station_id = $1 and k.message_id = m.id))
      order by m.sent_at, m.id limit 1`,
    values: [tx.stationId, conversationId, body, saidAt, key, apartSeconds],
  })
  return (rows[0]?.id as string | undefined) ?? null
}
