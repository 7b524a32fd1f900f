import type { BroadcastAudience } from '../../../contract/broadcasts.ts'
import type {
  AboutHow,
  BroadcastChannel,
  BroadcastKind,
  BroadcastStep,
  BroadcastUrgency,
} from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'

/** Where a broadcast stands: its newest version and newest step; once corrected or withdrawn it stays so. */
export type Standing = {
  id: string
  number: string
  kind: BroadcastKind
  urgency: BroadcastUrgency
  aboutId: string | null
  aboutHow: AboutHow | null
  madeBy: string
  state: BroadcastStep
  version: number
  channels: BroadcastChannel[]
  audience: BroadcastAudience
  sendAt: Date | null
  writtenBy: string
  /** Everybody who wrote any version. */
  writers: string[]
  approvedAt: Date | null
  startedAt: Date | null
}

/** SQL for where the broadcasts `b` stand; $1 is the station. Newest version `v`, newest step `s`. */
export const standingJoins = `join lateral (select x.* from broadcast_versions x
    where x.station_id = $1 and x.broadcast_id = b.id order by x.version desc limit 1) v on true
  join lateral (select x.step, x.at from broadcast_steps x where x.station_id = $1 and x.broadcast_id = b.id
    order by (x.step in ('corrected', 'withdrawn')) desc, (x.step = 'withdrawn') desc, x.at desc, x.id desc limit 1) s on true
  left join lateral (select x.at from broadcast_steps x where x.station_id = $1 and x.broadcast_id = b.id and x.step = 'approved'
    order by x.at desc, x.id desc limit 1) a on true
  left join lateral (select x.at from broadcast_steps x where x.station_id = $1 and x.broadcast_id = b.id and x.step = 'started') st on true`

/** SQL that is true for what an officer sees: of the whole town, of a village of hers, or her own. */
export const visibleBroadcasts = (scope: number, officer: number) =>
  `($${scope}::text[] is null or v.audience -> 'villageIds' = 'null'::jsonb or v.audience -> 'villageIds' ?| $${scope}::text[]
    or b.made_by = $${officer})`

const columns = `b.id, b.number, b.kind, b.urgency, b.about_id as "aboutId", b.about_how as "aboutHow", b.made_by as "madeBy",
  s.step as state, v.version, v.channels, v.audience, v.send_at as "sendAt", v.written_by as "writtenBy",
  (select array_agg(distinct x.written_by)::text[] from broadcast_versions x where x.station_id = $1 and x.broadcast_id = b.id) as writers,
  a.at as "approvedAt", st.at as "startedAt"`

/** The broadcast, under the lock of its row when asked (whoever changes anything takes it first); 404 when missing or not hers to see. */
export async function findVisibleBroadcast(
  tx: Tx,
  session: OfficerSession,
  id: string,
  lock: '' | 'for update' = '',
): Promise<Standing> {
  if (lock) await lockBroadcast(tx, id)
  const { rows } = await tx.client.query(
    `select ${columns} from broadcasts b ${standingJoins}
     where b.station_id = $1 and b.id = $2 and ${visibleBroadcasts(3, 4)}`,
    [tx.stationId, id, villageScope(session), session.officerId],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The same for what happens by itself; null when there is none. */
export async function findStanding(tx: Tx, id: string): Promise<Standing | null> {
  const { rows } = await tx.client.query(
    `select ${columns} from broadcasts b ${standingJoins} where b.station_id = $1 and b.id = $2`,
    [tx.stationId, id],
  )
  return rows[0] ?? null
}

/** A statement of its own: what is read after it sees what the one before us did. */
export async function lockBroadcast(tx: Tx, id: string): Promise<void> {
  await tx.client.query('select from broadcasts where station_id = $1 and id = $2 for update', [
    tx.stationId,
    id,
  ])
}
