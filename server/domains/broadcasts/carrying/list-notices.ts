import type { ResidentNotices } from '../../../../contract/resident-notices.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** How long a notice without a day of its own stands. */
const usualDays = 7
const most = 30

/**
 * What the page of this phone shows: what has started for her village (the whole town's, while her village is not known),
 * the most urgent first. A correction stands instead of what it corrects; withdrawn ones are gone. Who opened it is not
 * kept.
 */
export async function listNotices(tx: Tx, contactId: string): Promise<ResidentNotices> {
  const { rows: own } = await tx.client.query({
    name: 'village-of-notices',
    text: `select coalesce(c.village_id, h.village_id) as village_id, v.name from contacts c
      left join residents r on r.station_id = $1 and r.id = c.resident_id
      left join households h on h.station_id = $1 and h.id = r.household_id
      left join villages v on v.station_id = $1 and v.id = coalesce(c.village_id, h.village_id)
      where c.station_id = $1 and c.id = $2`,
    values: [tx.stationId, contactId],
  })
  const { rows } = await tx.client.query({
    name: 'list-resident-notices',
    text: `select b.id, b.kind, b.urgency, b.about_how, v.title, v.body, v.file_ids, g.at from broadcast_steps g
      join broadcasts b on b.station_id = $1 and b.id = g.broadcast_id
      join broadcast_versions v on v.station_id = $1 and v.broadcast_id = g.broadcast_id and v.version = g.version
      where g.station_id = $1 and g.step = 'started' and g.at > clock_timestamp() - interval '400 days' and 'page' = any(v.channels)
        and b.about_how is distinct from 'withdrawal'
        and coalesce(v.shown_until, g.at + interval '${usualDays} days') > clock_timestamp()
        and not exists (select from broadcast_steps x where x.station_id = $1 and x.broadcast_id = b.id
          and x.step in ('withdrawn', 'corrected'))
        and case when $2::uuid is null then coalesce(v.audience -> 'villageIds', 'null'::jsonb) = 'null'::jsonb
          else exists (select from broadcast_targets t where t.station_id = $1 and t.broadcast_id = b.id
            and t.channel = 'page' and t.village_id = $2) end
      order by (b.urgency = 'emergency') desc, g.at desc limit ${most}`,
    values: [tx.stationId, own[0]?.village_id ?? null],
  })
  return {
    villageName: own[0]?.name ?? null,
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      urgency: row.urgency,
      title: row.title,
      body: row.body,
      at: row.at.toISOString(),
      isCorrection: row.about_how === 'correction',
      fileIds: row.file_ids,
    })),
  }
}
