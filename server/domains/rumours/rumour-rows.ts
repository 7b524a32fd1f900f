import type { Rumour } from '../../../contract/rumours.ts'
import { inScope } from '../residents/visibility.ts'

/** SQL that is true for the rumours (alias `u`) an officer sees: of the whole town, or of a village of hers. */
export const inVillages = (parameter: number) =>
  `($${parameter}::uuid[] is null or u.village_ids is null or u.village_ids && $${parameter}::uuid[])`

/**
 * SQL (lateral joins) for where a group stands: $1 the station, `rg` its row of rumour_groups. `h` is what it had, the
 * newest version and when it was last answered; `q.since` when somebody asked first after that, null when nobody did.
 */
export const groupStanding = `left join lateral (select max(x.version) as version, max(x.answered_at) as at from rumour_group_answers x
    where x.station_id = $1 and x.rumour_id = rg.rumour_id and x.group_id = rg.group_id) h on true
  left join lateral (select min(x.asked_at) as since from rumour_group_questions x
    where x.station_id = $1 and x.rumour_id = rg.rumour_id and x.group_id = rg.group_id
      and (h.at is null or x.asked_at > h.at)) q on true`

/**
 * SQL that is true for evidence (alias `x`) that the newest reply (alias `n`) does not know: it came after the draft, by
 * somebody else, still stands, and nobody has looked at it since.
 */
export const isFreshEvidence = `(x.withdrawn_at is null and x.entered_at > n.drafted_at and x.entered_by <> n.drafted_by
  and not exists (select from rumour_evidence_looks k where k.station_id = $1 and k.evidence_id = x.id))`

/** SQL for the last moment when we knew of a rumour (alias `u`) that what it was answered was wrong, whatever its stage is by now. */
export const wrongSince = `(select max(w.moved_at) from rumour_moves w
  where w.station_id = $1 and w.rumour_id = u.id and w.stage = 'corrected')`

/**
 * Rumours with where they stand: $1 the station, $2 the villages whose groups are counted (null: all). What may go out
 * is the newest approved reply, but none from the moment we know that it was wrong until another one is approved.
 * `drafted_by` is who drafted the newest reply; `fresh_evidence` counts what came after it, where one is approved.
 */
export const rumourRows = `select u.id, u.words, u.topic, u.village_ids::text[] as village_ids, u.first_heard_at, u.recorded_at,
    u.recorded_by, w.name as recorded_by_name, m.stage, m.office, m.answers_on::text, m.moved_at, a.next_update_at, f.approved_at as first_approved_at,
    case when a.approved_at < ${wrongSince} then null else a.version end as current_version,
    case when n.version > coalesce(a.version, 0) then n.version end as pending_version,
    (m.stage <> 'ended' and a.next_update_at is not null and a.next_update_at < now()) as due,
    n.drafted_by, coalesce(e.fresh, 0) as fresh_evidence,
    coalesce(g.waiting, 0) as waiting, coalesce(g.behind, 0) as behind, coalesce(g.answered, 0) as answered, g.oldest_asked_at
  from rumours u
  join officers w on w.station_id = $1 and w.id = u.recorded_by
  join lateral (select x.stage, x.office, x.answers_on, x.moved_at from rumour_moves x
    where x.station_id = $1 and x.rumour_id = u.id order by x.moved_at desc, x.id desc limit 1) m on true
  left join lateral (select r.version, r.stage, r.next_update_at, x.approved_at from rumour_approvals x
    join rumour_replies r on r.station_id = $1 and r.rumour_id = x.rumour_id and r.version = x.version
    where x.station_id = $1 and x.rumour_id = u.id order by x.version desc limit 1) a on true
  left join lateral (select min(x.approved_at) as approved_at from rumour_approvals x
    where x.station_id = $1 and x.rumour_id = u.id) f on true
  left join lateral (select x.version, x.drafted_by, x.drafted_at from rumour_replies x
    where x.station_id = $1 and x.rumour_id = u.id order by x.version desc limit 1) n on true
  left join lateral (select count(*)::int as fresh from rumour_evidence x
    where x.station_id = $1 and x.rumour_id = u.id and ${isFreshEvidence}) e on a.version is not null and m.stage <> 'ended'
  left join lateral (select count(*) filter (where h.version is null or q.since is not null)::int as waiting,
      count(*) filter (where q.since is null and h.version < a.version)::int as behind,
      count(*) filter (where q.since is null and h.version >= a.version)::int as answered,
      min(q.since) as oldest_asked_at
    from rumour_groups rg join chat_groups g on g.station_id = $1 and g.id = rg.group_id and g.dismissed_at is null
    ${groupStanding}
    where rg.station_id = $1 and rg.rumour_id = u.id and ${inScope('g.village_id', 2)}) g on true
  where u.station_id = $1`

// biome-ignore lint/suspicious/noExplicitAny: a row as the database gives it.
export function toRumour(row: any): Rumour {
  return {
    id: row.id,
    words: row.words,
    topic: row.topic,
    stage: row.stage,
    villageIds: row.village_ids,
    firstHeardAt: row.first_heard_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    recordedBy: { id: row.recorded_by, name: row.recorded_by_name },
    movedAt: row.moved_at.toISOString(),
    currentVersion: row.current_version,
    pendingVersion: row.pending_version,
    firstApprovedAt: row.first_approved_at?.toISOString() ?? null,
    nextUpdateAt: row.next_update_at?.toISOString() ?? null,
    due: row.due,
    freshEvidence: row.fresh_evidence,
    groups: {
      waiting: row.waiting,
      behind: row.behind,
      answered: row.answered,
      oldestAskedAt: row.oldest_asked_at?.toISOString() ?? null,
    },
  }
}
