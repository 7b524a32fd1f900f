import type { GuideRereads } from '../../../contract/services.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { rereadUntil } from './ask-rereads.ts'
import { ownerOf } from './guide-owner.ts'

/** The guides that residents read and whose day has come or is near, soonest first. */
export async function listRereads(tx: Tx, now = new Date()): Promise<GuideRereads> {
  const { rows } = await tx.client.query({
    name: 'list-guide-rereads',
    text: `select g.id, g.slug, g.name, g.version, g.expires_on as "expiresOn", g.expires_on < $3 as expired,
             coalesce((g.content->>'needsCheck')::boolean, false) as "needsCheck",
             ${ownerOf('g')} as owner,
             (select r.asked_at from guide_rereads r
               where r.station_id = $1 and r.guide_id = g.id and r.done_at is null) as "askedAt"
           from guides g where g.station_id = $1 and g.hidden_at is null and g.expires_on <= $2
           order by g.expires_on, g.position, g.code`,
    values: [tx.stationId, rereadUntil(now), stationDay(now)],
  })
  return { items: rows.map((row) => ({ ...row, askedAt: row.askedAt?.toISOString() ?? null })) }
}

/** How many stand as tasks, and how many of them are this officer's own. */
export async function countRereads(tx: Tx, officerId: string): Promise<{ all: number; own: number }> {
  const { rows } = await tx.client.query({
    name: 'count-guide-rereads',
    text: `select count(*)::int as all, count(*) filter (where ${ownerOf('g')} ->> 'id' = $2::text)::int as own from guide_rereads r
           join guides g on g.station_id = $1 and g.id = r.guide_id and g.hidden_at is null
           where r.station_id = $1 and r.done_at is null`,
    values: [tx.stationId, officerId],
  })
  return rows[0]
}
