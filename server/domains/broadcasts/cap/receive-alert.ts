import { createHash } from 'node:crypto'
import type { CapReceipt } from '../../../../contract/cap.ts'
import type { CapWay } from '../../../../contract/cap-words.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { openCap } from './open-cap.ts'
import { readCapMoment } from './read-written.ts'

/**
 * Takes an alert in: as it came, and as it was read. The same again (sender, number and moment, by which CAP knows an
 * alert) changes nothing, also when two come at once. What is expired or an exercise is kept too.
 */
export async function receiveAlert(
  tx: Tx,
  actor: Actor,
  { bytes, how, maxBytes }: { bytes: Buffer; how: CapWay; maxBytes: number },
): Promise<CapReceipt> {
  const alert = openCap(bytes, maxBytes)
  const ends = alert.infos.map(({ expires }) => (expires ? readCapMoment(expires)!.getTime() : null))
  const lasting = ends.length === 0 || ends.includes(null)
  const { rows } = await tx.client.query(
    `insert into cap_alerts (station_id, id, identifier, sender, sent_at, status, msg_type, expires_at, parsed, bytes, sha256, how, received_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (station_id, sender, identifier, sent_at) do nothing returning id`,
    [
      tx.stationId,
      newId(),
      alert.identifier,
      alert.sender,
      readCapMoment(alert.sent),
      alert.status,
      alert.msgType,
      lasting ? null : new Date(Math.max(...ends.map(Number))),
      JSON.stringify(alert),
      bytes,
      createHash('sha256').update(bytes).digest('hex'),
      how,
      actor.kind === 'officer' ? actor.id : null,
    ],
  )
  if (!rows[0]) return { id: await knownId(tx, alert.sender, alert.identifier, alert.sent), known: true }
  const id: string = rows[0].id
  for (const { sender, identifier, sent } of alert.references)
    await tx.client.query(
      `insert into cap_references (station_id, alert_id, sender, identifier, sent_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing`,
      [tx.stationId, id, sender, identifier, readCapMoment(sent)],
    )
  await writeEvents(tx, actor, [
    {
      name: 'cap_alert.received',
      subject: { kind: 'cap_alert', id },
      data: { how, status: alert.status, msgType: alert.msgType },
    },
  ])
  return { id, known: false }
}

async function knownId(tx: Tx, sender: string, identifier: string, sent: string): Promise<string> {
  const { rows } = await tx.client.query(
    'select id from cap_alerts where station_id = $1 and sender = $2 and identifier = $3 and sent_at = $4',
    [tx.stationId, sender, identifier, readCapMoment(sent)],
  )
  return rows[0].id
}
