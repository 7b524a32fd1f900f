import type { BroadcastTemplate } from '../../../../contract/broadcast-templates.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'
import { inSeason } from './season.ts'

/** SQL for the templates `t` of the station $1 with their newest versions `v`. */
export const templateRows = `select t.id, t.key, t.retired_at as "retiredAt", v.version, v.title, v.body, v.spoken, v.kind, v.urgency,
    v.channels, v.care, v.season_from as "seasonFrom", v.season_to as "seasonTo", v.season_note as "seasonNote", v.basis,
    v.cap_category as "capCategory", greatest(v.review_on, r.next_on)::text as "reviewOn", o.id as "ownerId", o.name as "ownerName",
    u.at as "usedAt", coalesce(u.times, 0)::int as used
  from broadcast_templates t
  join lateral (select x.* from broadcast_template_versions x where x.station_id = $1 and x.template_id = t.id
    order by x.version desc limit 1) v on true
  left join lateral (select x.next_on from broadcast_template_reviews x where x.station_id = $1 and x.template_id = t.id
    and x.version = v.version order by x.reviewed_at desc limit 1) r on true
  left join officers o on o.station_id = $1 and o.id = v.owner_id
  left join lateral (select max(s.at) as at, count(*) as times from broadcast_versions b
    join broadcast_steps s on s.station_id = $1 and s.broadcast_id = b.broadcast_id and s.version = b.version and s.step = 'started'
    where b.station_id = $1 and b.template_key = t.key) u on true
  where t.station_id = $1`

const dueWithinDays = 30

// biome-ignore lint/suspicious/noExplicitAny: a row as the statement above gives it
export function toTemplate(row: any, now: Date): BroadcastTemplate {
  const { ownerId, ownerName, retiredAt, usedAt, ...words } = row
  const today = stationDay(now)
  return {
    ...words,
    owner: ownerId ? { id: ownerId, name: ownerName } : null,
    reviewDue: retiredAt === null && (ownerId === null || words.reviewOn <= addDays(today, dueWithinDays)),
    inSeason: inSeason(words.seasonFrom, words.seasonTo, today),
    retiredAt: retiredAt?.toISOString() ?? null,
    usedAt: usedAt?.toISOString() ?? null,
  }
}
