import type { CapAlert, CapDetail } from '../../../../contract/cap.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findStation, listVillages, officerNames } from '../../officers/views.ts'
import { villageScope } from '../../residents/visibility.ts'
import { visibleBroadcasts } from '../find-broadcast.ts'
import { toLine } from './alert-rows.ts'
import { findAlert } from './find-alert.ts'
import { crossesItself } from './geometry.ts'
import { matchVillages } from './match-villages.ts'
import { readCapMoment } from './read-written.ts'
import { relatedAlerts } from './related-alerts.ts'
import { shownInfo } from './shown-info.ts'
import { capRefusals } from './standing.ts'

/** One alert with everything it says, whom it touches, and what was made of it. */
export async function showAlert(
  tx: Tx,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<CapDetail> {
  const row = await findAlert(tx, id)
  const alert = row.parsed
  const shown = shownInfo(alert)
  const { rows } = await tx.client.query(
    `select sha256, octet_length(bytes) as size, received_by from cap_alerts where station_id = $1 and id = $2`,
    [tx.stationId, id],
  )
  const { sha256, size, received_by: by } = rows[0]
  const related = await relatedAlerts(tx, id)
  const line = toLine(row, now)
  const names = await officerNames(tx, by ? [by] : [])
  const station = (await findStation(tx, tx.stationId))!
  return {
    line,
    alert,
    shownInfo: shown,
    sha256,
    size,
    receivedBy: by ? { id: by, name: names.get(by) ?? '' } : null,
    remarks: remarksOn(alert, now),
    villages: matchVillages(alert.infos[shown]?.areas ?? [], await listVillages(tx), station.name),
    ...related,
    unknownReferences: alert.references.length - related.earlier.length,
    broadcasts: await madeFrom(
      tx,
      session,
      id,
      related.earlier.map((each) => each.id),
    ),
    refusal: capRefusals[line.standing],
  }
}

async function madeFrom(tx: Tx, session: OfficerSession, id: string, earlier: string[]) {
  const { rows } = await tx.client.query(
    `select b.id, b.number, v.title, b.made_at as "madeAt", x.alert_id <> $2 as "ofEarlier" from cap_broadcasts x
     join broadcasts b on b.station_id = $1 and b.id = x.broadcast_id
     join lateral (select y.title, y.audience from broadcast_versions y where y.station_id = $1 and y.broadcast_id = b.id
       order by y.version desc limit 1) v on true
     where x.station_id = $1 and x.alert_id = any($3::uuid[]) and ${visibleBroadcasts(4, 5)} order by b.made_at desc`,
    [tx.stationId, id, [id, ...earlier], villageScope(session), session.officerId],
  )
  return rows.map((each) => ({ ...each, madeAt: each.madeAt.toISOString() }))
}

function remarksOn(alert: CapAlert, now: Date): string[] {
  const remarks: string[] = []
  const sent = readCapMoment(alert.sent)!
  if (sent.getTime() > now.getTime() + 15 * 60_000) remarks.push('发布时间在以后，请向发布单位核实。')
  if (!alert.sent.endsWith('+08:00')) remarks.push('报文用的不是北京时间，页面上两种时间都写出来了。')
  const areas = alert.infos.flatMap((info) => info.areas)
  if (alert.infos.length > 0 && !areas.some(({ polygons, circles }) => polygons.length + circles.length > 0))
    remarks.push('报文没有画出区域，只能按区划代码和地名认村。')
  if (areas.some(({ polygons }) => polygons.some(crossesItself)))
    remarks.push('有一个多边形的边自己交叉，划到的村请再看一遍。')
  if (alert.scope !== 'Public') remarks.push('报文写明不是公开的，转发前请先问发布单位。')
  return remarks
}
