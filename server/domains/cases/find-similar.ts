import type { Static } from 'typebox'
import type { SimilarCases } from '../../../contract/cases.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeValues, visibleCases } from './visibility.ts'

/**
 * From which likeness on two titles are worth a look: characters in common by all characters. Trigrams say nothing of
 * titles of four Chinese characters, so pg_trgm compares the titles with a space after each.
 */
const alike = 0.25
const spaced = (title: string) => `regexp_replace(${title}, '(.)', '\\1 ', 'g')`

/**
 * Likely repeats of the last 90 days among the cases the officer may see: of the same contact or household, or from
 * the same village with a similar title. Each says why; her own first, then the newest; nothing is linked by itself.
 */
export async function findSimilar(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<Static<typeof SimilarCases>> {
  const { rows } = await tx.client.query({
    name: 'find-similar-cases',
    text: similar,
    values: [tx.stationId, id, ...scopeValues(session), alike],
  })
  if (rows.length === 0) throw notFound()
  return { items: rows[0].items }
}

const similar = `with c as (
    select c.id, c.title, c.contact_id, c.village_id, r.household_id from cases c
    left join contacts t on t.station_id = $1 and t.id = c.contact_id
    left join residents r on r.station_id = $1 and r.id = t.resident_id
    where c.station_id = $1 and c.id = $2 and ${visibleCases(3)}
  ), compared as (
    select n.id, n.number, n.kind, n.title, n.status, n.opened_at,
      coalesce(nr.name, nullif(nt.name, ''), (
        select p.name from case_people p where p.station_id = $1 and p.case_id = n.id and p.part = 'applicant'
          and p.removed_at is null order by p.added_at limit 1)) as person_name,
      coalesce(n.contact_id = c.contact_id, false) as same_contact,
      coalesce(nr.household_id = c.household_id, false) as same_household,
      coalesce(n.village_id = c.village_id, false) as same_village,
      case when n.village_id = c.village_id then similarity(${spaced('n.title')}, ${spaced('c.title')}) >= $5 else false end
        as similar_title
    from c join cases n on n.station_id = $1 and n.id <> c.id and n.merged_into is null
      and n.opened_at > now() - interval '90 days' and ${visibleCases(3, 'n')}
    left join contacts nt on nt.station_id = $1 and nt.id = n.contact_id
    left join residents nr on nr.station_id = $1 and nr.id = nt.resident_id
    where not exists (select from case_links l where l.station_id = $1 and l.case_id = c.id and l.other_case_id = n.id)
  ), chosen as (
    select * from compared where same_contact or same_household or (same_village and similar_title)
    order by same_contact or same_household desc, opened_at desc limit 10
  )
  select coalesce((select json_agg(json_build_object('id', n.id, 'number', n.number, 'kind', n.kind, 'title', n.title,
      'status', n.status, 'openedAt', n.opened_at, 'personName', n.person_name, 'reasons', array_remove(array[
        case when n.same_contact then 'same_contact' end, case when n.same_household then 'same_household' end,
        case when n.same_village then 'same_village' end, case when n.similar_title then 'similar_title' end], null))
    order by n.same_contact or n.same_household desc, n.opened_at desc) from chosen n), '[]') as items
  from c`
