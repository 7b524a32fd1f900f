import type { CapAlert } from '../../../../contract/cap.ts'
import type { CapCategory } from '../../../../contract/cap-words.ts'
import type { AboutHow, BroadcastKind, BroadcastUrgency } from '../../../../contract/vocabulary.ts'
import type { Tx } from '../../../platform/tenancy.ts'

export type ApprovedWords = {
  number: string
  kind: BroadcastKind
  urgency: BroadcastUrgency
  aboutId: string | null
  aboutHow: AboutHow | null
  version: number
  title: string
  body: string
  spoken: string
  villageIds: string[] | null
  sendAt: Date | null
  shownUntil: Date | null
  approvedAt: Date
  /** The alert it was made of. */
  source: CapAlert | null
  category: CapCategory
}

/** The version that was approved; null of what was not, or was cancelled before it went out. */
export async function approvedWords(tx: Tx, id: string): Promise<ApprovedWords | null> {
  const { rows } = await tx.client.query(
    `select b.number, b.kind, b.urgency, b.about_id as "aboutId", b.about_how as "aboutHow", v.version, v.title, v.body,
       v.spoken, v.audience -> 'villageIds' as "villageIds", v.send_at as "sendAt", v.shown_until as "shownUntil",
       s.at as "approvedAt", c.parsed as source, coalesce(t.cap_category, 'Safety') as category
     from broadcasts b
     join lateral (select x.version, x.at from broadcast_steps x where x.station_id = $1 and x.broadcast_id = b.id
       and x.step = 'approved' order by x.at desc, x.id desc limit 1) s on true
     join broadcast_versions v on v.station_id = $1 and v.broadcast_id = b.id and v.version = s.version
     left join cap_broadcasts k on k.station_id = $1 and k.broadcast_id = b.id
     left join cap_alerts c on c.station_id = $1 and c.id = k.alert_id
     left join lateral (select y.cap_category from broadcast_templates m
       join broadcast_template_versions y on y.station_id = $1 and y.template_id = m.id
       where m.station_id = $1 and m.key = v.template_key order by y.version desc limit 1) t on true
     where b.station_id = $1 and b.id = $2 and not exists (select from broadcast_steps x
       where x.station_id = $1 and x.broadcast_id = b.id and x.step = 'cancelled'
         and not exists (select from broadcast_steps y where y.station_id = $1 and y.broadcast_id = b.id and y.step = 'started'))`,
    [tx.stationId, id],
  )
  return rows[0] ?? null
}
