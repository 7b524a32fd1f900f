import type { RumourStage } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { inVillages } from './rumour-rows.ts'

export type FoundRumour = { id: string; words: string; villageIds: string[] | null }

/** The rumour; 404 when it is missing or of other villages than this officer's. */
export async function findVisibleRumour(
  tx: Tx,
  session: OfficerSession,
  id: string,
  lock: '' | 'for update' = '',
): Promise<FoundRumour> {
  const { rows } = await tx.client.query(
    `select u.id, u.words, u.village_ids::text[] as "villageIds" from rumours u
     where u.station_id = $1 and u.id = $2 and ${inVillages(3)} ${lock}`,
    [tx.stationId, id, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

export type Standing = {
  stage: RumourStage
  office: string | null
  answersOn: string | null
  movedAt: Date
  newestVersion: number
  approved: { version: number; stage: RumourStage; at: Date; nextUpdateAt: Date | null } | null
  /** What may go out. */
  currentVersion: number | null
}

/** Where a rumour stands, read under the lock of its row. */
export async function readStanding(tx: Tx, id: string): Promise<Standing> {
  const { rows: moves } = await tx.client.query(
    `select stage, office, answers_on::text as "answersOn", moved_at as "movedAt",
       max(moved_at) filter (where stage = 'corrected') over () as "wrongSince" from rumour_moves
     where station_id = $1 and rumour_id = $2 order by moved_at desc, id desc limit 1`,
    [tx.stationId, id],
  )
  const { rows: replies } = await tx.client.query(
    `select r.version, r.stage, r.next_update_at as "nextUpdateAt", a.approved_at as at from rumour_replies r
     left join rumour_approvals a on a.station_id = $1 and a.rumour_id = r.rumour_id and a.version = r.version
     where r.station_id = $1 and r.rumour_id = $2 order by r.version desc`,
    [tx.stationId, id],
  )
  const { wrongSince, ...move } = moves[0]
  const approved = replies.find(({ at }) => at !== null) ?? null
  const wrong = wrongSince !== null && approved !== null && approved.at < wrongSince
  return {
    ...move,
    newestVersion: replies[0]?.version ?? 0,
    approved,
    currentVersion: wrong ? null : (approved?.version ?? null),
  }
}
