import type { SecondTripCount } from '../../../contract/second-trips.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeValues, visibleCases } from './visibility.ts'

const since = `now() - interval '365 days'`

/**
 * How often a guide's people came a second time in a year, for which paper and why. One occasion counts once, however
 * many papers were missing. The words written then are shown to who may see the matter, or wrote them.
 */
export async function countSecondTrips(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  guideId: string,
): Promise<SecondTripCount> {
  const { rows } = await tx.client.query({
    name: 'count-second-trips',
    text: `with own as (select * from second_trips where station_id = $1 and guide_id = $2 and recorded_at > ${since})
      select exists (select from guides where station_id = $1 and id = $2) as found,
        (select count(distinct (case_id, appointment_id, date_trunc('minute', recorded_at)))::int from own) as trips,
        (select coalesce(json_agg(p order by p.count desc, p.name), '[]') from (
          select name, count(*)::int as count from own group by name) p) as papers,
        (select coalesce(json_agg(p order by p.count desc, p.cause), '[]') from (
          select cause, count(*)::int as count from own group by cause) p) as causes,
        (select coalesce(json_agg(r.item order by r.recorded_at desc), '[]') from (
          select t.recorded_at, json_build_object('name', t.name, 'cause', t.cause, 'reason', t.reason,
            'recordedAt', t.recorded_at, 'caseId', c.id, 'officer', (
              select json_build_object('id', o.id, 'name', o.name) from officers o
              where o.station_id = $1 and o.id = t.officer_id)) as item
          from own t left join cases c on c.station_id = $1 and c.id = t.case_id
          where t.officer_id = $4 or (c.id is null and $3::uuid[] is null) or (c.id is not null and ${visibleCases(3)})
          order by t.recorded_at desc limit 20) r) as recent`,
    values: [tx.stationId, guideId, ...scopeValues(session)],
  })
  const { found, ...count } = rows[0]
  if (!found) throw notFound()
  const shown = count.recent.map(({ caseId }: { caseId: string | null }) => caseId)
  await recordListed(tx, actor, 'case.listed', shown, { of: 'second_trips' })
  return count
}
