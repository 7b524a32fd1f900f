import type { Script } from '../../../contract/scripts.ts'
import type { Library } from '../../../contract/vocabulary.ts'
import { readVariables, stateOf } from './rules.ts'

/**
 * SQL with one row a script of the station ($1): its approved version, or the newest draft when none is approved,
 * and its state on the day $2. Alias it and filter on its columns.
 */
export const shownScripts = `(
  select s.id, s.code, s.scenario, s.village_ids, s.auxiliary_may, s.retired_at, n.approved, n.newest, v.version, v.title,
    v.body, v.keywords, v.basis, v.expires_on,
    case when s.retired_at is not null then 'retired' when n.approved is null then 'draft'
      when v.expires_on < $2::date then 'expired' else 'usable' end as state
  from scripts s
  cross join lateral (
    select max(w.version) as newest, max(a.version) as approved
    from script_versions w left join script_approvals a
      on a.station_id = w.station_id and a.script_id = w.script_id and a.version = w.version
    where w.station_id = s.station_id and w.script_id = s.id) n
  join script_versions v on v.station_id = s.station_id and v.script_id = s.id and v.version = coalesce(n.approved, n.newest)
  where s.station_id = $1)`

export type ShownRow = {
  id: string
  code: string
  scenario: Library
  village_ids: string[] | null
  auxiliary_may: boolean
  retired_at: Date | null
  approved: number | null
  newest: number
  version: number
  title: string
  body: string
  keywords: string[]
  basis: string
  expires_on: string
}

/** A row of shownScripts as the contract shows it. */
export function showScript(row: ShownRow, today: string): Script {
  return {
    id: row.id,
    code: row.code,
    library: row.scenario,
    state: stateOf(
      { retiredAt: row.retired_at, approvedVersion: row.approved, expiresOn: row.expires_on },
      today,
    ),
    version: row.version,
    title: row.title,
    body: row.body,
    keywords: row.keywords,
    basis: row.basis,
    expiresOn: row.expires_on,
    auxiliaryMay: row.auxiliary_may,
    villageIds: row.village_ids,
    pendingVersion: row.retired_at === null && row.newest > (row.approved ?? 0) ? row.newest : null,
    variables: readVariables(row.body).variables,
  }
}
