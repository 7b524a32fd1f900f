import type { ScriptDetail, ScriptVersion } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { nameOf, readSteps } from './read-steps.ts'
import {
  type ShownRow,
  seenScripts,
  shownScripts,
  showScript,
  standingOf,
  villagesOf,
} from './shown-scripts.ts'

/**
 * Null when exactly this version may be sent today by this officer: the newest approved one, not expired, not withdrawn; with
 * a `villageId` also in that village (null: unknown, and then only a script for all). Else a sentence for her, which names
 * the script only where it is one of hers.
 */
export async function whyNotSendable(
  tx: Tx,
  script: { id: string; version: number },
  session: Pick<OfficerSession, 'role' | 'villageIds'>,
  villageId?: string | null,
  now = new Date(),
): Promise<string | null> {
  const { rows } = await tx.client.query({
    name: 'find-sendable-script',
    text: `select s.version, s.title, s.state, s.auxiliary_may, s.village_ids::text[] as village_ids
           from ${shownScripts} s where s.id = $3`,
    values: [tx.stationId, stationDay(now), script.id],
  })
  const row = rows[0]
  const inHers = !row?.village_ids || row.village_ids.some((id: string) => session.villageIds.includes(id))
  const hers = session.role !== 'auxiliary' || (row?.auxiliary_may && inHers)
  if (!row || row.state === 'draft' || !hers) return '用到的话术没有审批，或者不能由您的岗位发送。'
  const named = `话术“${row.title}”`
  if (row.state === 'retired') return `${named}已经停用，没有发出。请删掉这一段，另选一条。`
  if (row.state === 'expired') return `${named}过了有效期，没有发出。请删掉这一段，另选一条。`
  if (row.version !== script.version)
    return `${named}刚刚换了新的一版，没有发出。请删掉这一段，再选一次，用新的。`
  if (row.village_ids && villageId !== undefined && !row.village_ids.includes(villageId))
    return `${named}不在这位居民的村用，没有发出。请删掉这一段，另选一条。`
  return null
}

/** The script as a list shows it; 404 for what this officer may not see (listScripts). */
export async function findShown(
  tx: Tx,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<ShownRow> {
  const { rows } = await tx.client.query({
    name: 'find-shown-script',
    text: `select s.*, s.village_ids::text[] as village_ids from ${shownScripts} s
           where s.id = $3 and ${seenScripts('s', '$4', '$5')}`,
    values: [tx.stationId, stationDay(now), id, villagesOf(session), session.officerId],
  })
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** One script with all its versions and steps, newest first; an auxiliary sees what was approved, and her own. */
export async function readScript(
  tx: Tx,
  session: OfficerSession,
  id: string,
  now = new Date(),
): Promise<ScriptDetail> {
  const row = await findShown(tx, session, id, now)
  const versions = await tx.client.query({
    name: 'read-script-versions',
    text: `select v.version, v.title, v.body, v.keywords, v.basis, v.expires_on, v.topic, v.spoken, v.stage, v.sources, v.asked_as, v.files,
             v.drafted_by, d.name as drafter, v.drafted_at, a.approved_by, p.name as approver, a.approved_at,
             case when a.version is null then ${standingOf('v')} end as standing
           from script_versions v
           left join script_approvals a on a.station_id = $1 and a.script_id = v.script_id and a.version = v.version
           left join officers d on d.station_id = $1 and d.id = v.drafted_by
           left join officers p on p.station_id = $1 and p.id = a.approved_by
           where v.station_id = $1 and v.script_id = $2 and ($3 or a.version is not null or v.drafted_by = $4)
           order by v.version desc`,
    values: [tx.stationId, id, session.scope !== 'villages', session.officerId],
  })
  const shown = versions.rows.map((version): ScriptVersion => {
    return {
      version: version.version,
      title: version.title,
      body: version.body,
      keywords: version.keywords,
      basis: version.basis,
      topic: version.topic,
      spoken: version.spoken,
      stage: version.stage,
      sources: version.sources,
      askedAs: version.asked_as,
      files: version.files,
      expiresOn: version.expires_on,
      draftedBy: nameOf(version.drafted_by, version.drafter),
      draftedAt: version.drafted_at.toISOString(),
      approvedBy: nameOf(version.approved_by, version.approver),
      approvedAt: version.approved_at?.toISOString() ?? null,
      standing: version.standing,
    }
  })
  return {
    script: showScript(row, stationDay(now)),
    versions: shown,
    steps: await readSteps(tx, id, shown),
    retiredAt: row.retired_at?.toISOString() ?? null,
  }
}

/** Those of the scripts whose version there is, whatever its state today: for words that have been said already. */
export async function findKnownScripts(
  tx: Tx,
  scripts: readonly { id: string; version: number }[],
): Promise<{ id: string; version: number }[]> {
  if (scripts.length === 0) return []
  const { rows } = await tx.client.query({
    name: 'find-known-scripts',
    text: `select v.script_id as id, v.version from script_versions v
           join unnest($2::uuid[], $3::integer[]) as s(id, version) on v.script_id = s.id and v.version = s.version
           where v.station_id = $1`,
    values: [tx.stationId, scripts.map(({ id }) => id), scripts.map(({ version }) => version)],
  })
  return rows
}
