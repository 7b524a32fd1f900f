import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Audience } from '../../platform/live/audience.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { inVillages, rumourRows } from './rumour-rows.ts'

/** Whom these rumours concern: those of their villages, or everybody. */
export async function rumourAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'rumour-audiences',
    text: 'select id, village_ids::text[] as villages from rumours where station_id = $1 and id = any($2::uuid[])',
    values: [tx.stationId, ids],
  })
  return new Map(rows.map(({ id, villages }) => [id, { villageIds: villages ?? [null], officerIds: [] }]))
}

/** The rumour, when this version of its reply is the one that may go out and this officer sees it; null otherwise. */
export async function readSendableRumour(
  tx: Tx,
  session: OfficerSession,
  id: string,
  version: number,
): Promise<{ words: string; isCorrection: boolean } | null> {
  const { rows } = await tx.client.query({
    name: 'sendable-rumour',
    text: `select r.words, b.corrects_version is not null as "isCorrection" from (${rumourRows} and ${inVillages(2)} and u.id = $3) r
      join rumour_replies b on b.station_id = $1 and b.rumour_id = r.id and b.version = r.current_version
      where r.current_version = $4`,
    values: [tx.stationId, villageScope(session), id, version],
  })
  return rows[0] ?? null
}

/** The rumour, when the update that this version promised is still late; null otherwise. */
export async function readDueRumour(
  tx: Tx,
  session: OfficerSession,
  id: string,
  version: number,
): Promise<{ words: string } | null> {
  const { rows } = await tx.client.query({
    name: 'due-rumour',
    text: `select r.words from (${rumourRows} and ${inVillages(2)} and u.id = $3) r where r.due and r.current_version = $4`,
    values: [tx.stationId, villageScope(session), id, version],
  })
  return rows[0] ?? null
}

/**
 * What the desk asks of this officer: promised updates that are late, drafts of others that wait for a second person, and groups
 * of hers that wait for a reply that is there.
 */
export async function countRumourWork(
  tx: Tx,
  session: OfficerSession,
): Promise<{ due: number; toApprove: number; rumours: number; groups: number }> {
  const { rows } = await tx.client.query({
    name: 'count-rumour-work',
    text: `select count(*) filter (where r.due)::int as due,
        count(*) filter (where exists (select from rumour_replies d where d.station_id = $1 and d.rumour_id = r.id
          and d.version = r.pending_version and d.drafted_by <> $3))::int as "toApprove",
        count(*) filter (where r.current_version is not null and r.waiting + r.behind > 0)::int as rumours,
        coalesce(sum(r.waiting + r.behind) filter (where r.current_version is not null), 0)::int as groups
      from (${rumourRows} and ${inVillages(2)}) r where r.stage <> 'ended'`,
    values: [tx.stationId, villageScope(session), session.officerId],
  })
  return rows[0]
}
