import type { Tx } from '../../../platform/tenancy.ts'

/** The conversation counts as an emergency by what a machine heard in a recording, and by nothing anybody wrote. */
export async function heardByMachine(tx: Tx, conversationId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'emergency-heard-by-machine',
    text: `select from messages m join message_transcripts t on t.station_id = $1 and t.message_id = m.id and t.danger is not null
           where m.station_id = $1 and m.conversation_id = $2 and not exists (select from messages n
             join triage_readings r on r.station_id = $1 and r.message_id = n.id and r.emergency
             where n.station_id = $1 and n.conversation_id = $2) limit 1`,
    values: [tx.stationId, conversationId],
  })
  return rowCount === 1
}
