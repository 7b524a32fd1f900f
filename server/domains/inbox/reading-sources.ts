import type { CorrectionBody } from '../../../contract/inbox-handling.ts'

const readings = `from messages m join triage_readings t on t.station_id = m.station_id and t.message_id = m.id
  where m.station_id = $1 and m.conversation_id = $2 and m.direction = 'inbound'`

/** In the order in which they came in: one that was sent earlier and comes late has not made what was there before it. */
const first = 'order by m.received_at, m.id limit 1'
const last = 'order by m.received_at desc, m.id desc limit 1'

const opening = `(select m.id ${readings} ${first})`

/**
 * SQL for the id of the message from which a conversation ($1 station, $2 conversation) has a value: its subject from
 * the one that opened it, its village from the first in which one was read, its emergency from the last that was read as
 * one. Where nothing was read it is the one that opened it; for an emergency the newest, on which a person says so.
 */
export const readingSource: Record<CorrectionBody['field'], string> = {
  scenario: opening,
  village: `coalesce((select m.id ${readings} and t.village_id is not null ${first}), ${opening})`,
  emergency: `coalesce((select m.id ${readings} and t.emergency ${last}), (select m.id ${readings} ${last}))`,
}

const shown = `json_build_object('messageId', t.message_id, 'emergency', t.emergency, 'scenario', t.scenario, 'office', t.office,
  'villageId', t.village_id, 'confidence', t.confidence, 'reasons', t.reasons)`

/** SQL for the reading of the message that opened it, or null. */
export const openingReading = `(select ${shown} ${readings} and m.id = ${opening})`

/** SQL for the readings of later messages from which the village or the emergency comes. */
export const laterReadings = `coalesce((select json_agg(${shown} order by m.received_at, m.id) ${readings} and m.id <> ${opening}
  and (m.id = ${readingSource.village} or (t.emergency and m.id = ${readingSource.emergency}))), '[]')`
