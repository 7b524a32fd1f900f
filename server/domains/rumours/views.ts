import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Audience } from '../../platform/live/audience.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { inVillages, isFreshEvidence, rumourRows } from './rumour-rows.ts'

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

/** The rumour and who drafted, when this version waits for her to approve it; null otherwise, and for her own. */
export async function readDraftToApprove(
  tx: Tx,
  session: OfficerSession,
  id: string,
  version: number,
): Promise<{ words: string; draftedBy: string } | null> {
  const { rows } = await tx.client.query({
    name: 'rumour-draft-to-approve',
    text: `select r.words, o.name as "draftedBy" from (${rumourRows} and ${inVillages(2)} and u.id = $3) r
      join officers o on o.station_id = $1 and o.id = r.drafted_by
      where r.pending_version = $4 and r.stage <> 'ended' and r.drafted_by <> $5`,
    values: [tx.stationId, villageScope(session), id, version, session.officerId],
  })
  return rows[0] ?? null
}

/** SQL that is true when evidence after a reply (`r` of rumourRows) is for this officer to look at ($3; $4: she may decide). */
const looksAtEvidence = `(r.drafted_by = $3 or $4 and not exists (select from active_officers o
  where o.station_id = $1 and o.id = r.drafted_by))`

/**
 * The rumour, when evidence came after its reply and it is for her to look at it: she drafted the reply, or who did is gone
 * and she may decide; null otherwise.
 */
export async function readFreshEvidence(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<{ words: string; count: number } | null> {
  const { rows } = await tx.client.query({
    name: 'rumour-fresh-evidence',
    text: `select r.words, r.fresh_evidence as count from (${rumourRows} and ${inVillages(2)} and u.id = $5) r
      where r.fresh_evidence > 0 and ${looksAtEvidence}`,
    values: [
      ...[tx.stationId, villageScope(session), session.officerId, session.permissions.has('rumours.decide')],
      id,
    ],
  })
  return rows[0] ?? null
}

/** Whether this evidence is the first that came after a reply; what follows stands beside it until somebody has looked. */
export async function isFirstFreshEvidence(tx: Tx, rumourId: string, evidenceId: string): Promise<boolean> {
  const { rows } = await tx.client.query({
    name: 'first-fresh-evidence',
    text: `select x.id from (${rumourRows} and u.id = $3) r
      join lateral (select d.drafted_by, d.drafted_at from rumour_replies d where d.station_id = $1 and d.rumour_id = r.id
        order by d.version desc limit 1) n on true
      join rumour_evidence x on x.station_id = $1 and x.rumour_id = r.id and ${isFreshEvidence}
      where r.fresh_evidence > 0 order by x.entered_at, x.id limit 1`,
    values: [tx.stationId, null, rumourId],
  })
  return rows[0]?.id === evidenceId
}

/**
 * What the desk asks of this officer: promised updates that are late, drafts of others that wait for a second person,
 * evidence that came after a reply of hers, and groups of hers that wait for a reply that is there.
 */
export async function countRumourWork(
  tx: Tx,
  session: OfficerSession,
): Promise<{ due: number; toApprove: number; evidence: number; rumours: number; groups: number }> {
  const { rows } = await tx.client.query({
    name: 'count-rumour-work',
    text: `select count(*) filter (where r.due)::int as due,
        count(*) filter (where r.pending_version is not null and r.drafted_by <> $3)::int as "toApprove",
        count(*) filter (where r.fresh_evidence > 0 and ${looksAtEvidence})::int as evidence,
        count(*) filter (where r.current_version is not null and r.waiting + r.behind > 0)::int as rumours,
        coalesce(sum(r.waiting + r.behind) filter (where r.current_version is not null), 0)::int as groups
      from (${rumourRows} and ${inVillages(2)}) r where r.stage <> 'ended'`,
    values: [
      tx.stationId,
      villageScope(session),
      session.officerId,
      session.permissions.has('rumours.decide'),
    ],
  })
  return rows[0]
}
