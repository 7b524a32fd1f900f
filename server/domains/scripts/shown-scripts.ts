import type { ScriptFile } from '../../../contract/files.ts'
import { readVariables } from '../../../contract/script-variables.ts'
import type { Script } from '../../../contract/scripts.ts'
import type { DraftStanding, FraudStage, Library } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { stateOf } from './rules.ts'

/** SQL for how far an unapproved version (alias) has come: by the last thing that was done with it. */
export function standingOf(alias: string): string {
  return `coalesce((select case t.kind when 'submitted' then 'waiting' when 'sent_back' then 'sent_back' end
    from script_steps t where t.station_id = ${alias}.station_id and t.script_id = ${alias}.script_id
      and t.version = ${alias}.version and t.kind <> 'withdrawn' order by t.at desc, t.id desc limit 1), 'draft')`
}

/**
 * SQL for what an officer sees of shownScripts: everything; or an auxiliary what she may send in her villages ($villages,
 * null for everything) and what she has drafted herself ($officer) until it is approved.
 */
export function seenScripts(alias: string, villages: string, officer: string): string {
  return `(${villages}::uuid[] is null or (${alias}.auxiliary_may and ${alias}.approved is not null and ${alias}.retired_at is null
      and (${alias}.village_ids is null or ${alias}.village_ids && ${villages}))
    or (${alias}.drafted_by = ${officer}::uuid and ${alias}.standing is not null and ${alias}.retired_at is null))`
}

export const villagesOf = (session: OfficerSession) =>
  session.scope === 'villages' ? session.villageIds : null

/**
 * SQL with one row a script of the station ($1): its approved version, or the newest draft when none is approved,
 * and its state on the day $2. Alias it and filter on its columns.
 */
export const shownScripts = `(
  select s.id, s.code, s.scenario, s.village_ids, s.auxiliary_may, s.retired_at, n.approved, n.newest, w.drafted_by, w.standing,
    v.version, v.title, v.body, v.keywords, v.basis, v.expires_on, v.topic, v.spoken, v.stage, v.sources, v.asked_as, v.files,
    case when s.retired_at is not null then 'retired' when n.approved is null then 'draft'
      when v.expires_on < $2::date then 'expired' else 'usable' end as state
  from scripts s
  cross join lateral (
    select max(w.version) as newest, max(a.version) as approved
    from script_versions w left join script_approvals a
      on a.station_id = w.station_id and a.script_id = w.script_id and a.version = w.version
    where w.station_id = s.station_id and w.script_id = s.id) n
  cross join lateral (
    select d.drafted_by, case when n.approved is distinct from n.newest then ${standingOf('d')} end as standing
    from script_versions d where d.station_id = s.station_id and d.script_id = s.id and d.version = n.newest) w
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
  /** Of the newest version: who wrote it, and how far it is when nobody has approved it. */
  drafted_by: string | null
  standing: DraftStanding | null
  version: number
  title: string
  body: string
  keywords: string[]
  basis: string
  expires_on: string
  topic: string
  spoken: string
  stage: FraudStage | null
  sources: string[]
  asked_as: string[]
  files: ScriptFile[]
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
    topic: row.topic,
    spoken: row.spoken,
    stage: row.stage,
    sources: row.sources,
    askedAs: row.asked_as,
    files: row.files,
    expiresOn: row.expires_on,
    auxiliaryMay: row.auxiliary_may,
    villageIds: row.village_ids,
    pendingVersion: row.retired_at === null && row.standing === 'waiting' ? row.newest : null,
    draftStanding: row.retired_at === null ? row.standing : null,
    variables: readVariables(row.body).variables,
  }
}
