import type { CapAlert, CapLine } from '../../../../contract/cap.ts'
import type { CapMessageType, CapWay } from '../../../../contract/cap-words.ts'
import { shownInfo } from './shown-info.ts'
import { capStanding } from './standing.ts'

export type AlertRow = {
  id: string
  parsed: CapAlert
  sentAt: Date
  expiresAt: Date | null
  how: CapWay
  receivedAt: Date
  broadcasts: number
  laterTypes: CapMessageType[]
}

/** SQL for alerts `a` of the station $1, with what later ones of the same sender that name them are. */
export const alertRows = `select a.id, a.parsed, a.sent_at as "sentAt", a.expires_at as "expiresAt", a.how,
    a.received_at as "receivedAt",
    (select count(*)::int from cap_broadcasts x where x.station_id = $1 and x.alert_id = a.id) as broadcasts,
    coalesce((select array_agg(l.msg_type order by l.sent_at) from cap_references f
      join cap_alerts l on l.station_id = $1 and l.id = f.alert_id
      where f.station_id = $1 and f.sender = a.sender and f.identifier = a.identifier and f.sent_at = a.sent_at
        and l.sender = a.sender and l.status = 'Actual' and l.msg_type in ('Update', 'Cancel')), '{}') as "laterTypes"
  from cap_alerts a where a.station_id = $1`

export function toLine(row: AlertRow, now: Date): CapLine {
  const alert = row.parsed
  const info = alert.infos[shownInfo(alert)]
  return {
    id: row.id,
    headline: info?.headline || info?.event || alert.note || alert.identifier,
    event: info?.event ?? '',
    senderName: info?.senderName || alert.sender,
    sentAt: row.sentAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    status: alert.status,
    msgType: alert.msgType,
    severity: info?.severity ?? null,
    standing: capStanding({ ...alert, expiresAt: row.expiresAt, laterTypes: row.laterTypes }, now),
    how: row.how,
    receivedAt: row.receivedAt.toISOString(),
    broadcasts: row.broadcasts,
  }
}
