import { findDoubts } from '../../../contract/rumour-words.ts'
import type { RumourReply } from '../../../contract/rumours.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerNames } from '../officers/views.ts'
import { textsOf } from './approve-reply.ts'
import { readNotices } from './read-notices.ts'

/** All versions of what is answered to a rumour, newest first, with what is doubtful in those that wait. */
export async function readReplies(tx: Tx, rumourId: string): Promise<RumourReply[]> {
  const { rows } = await tx.client.query(
    `select r.*, a.approved_by, a.approved_at, a.shown_until from rumour_replies r
     left join rumour_approvals a on a.station_id = $1 and a.rumour_id = r.rumour_id and a.version = r.version
     where r.station_id = $1 and r.rumour_id = $2 order by r.version desc`,
    [tx.stationId, rumourId],
  )
  if (rows.length === 0) return []
  const notices = await readNotices(tx, rumourId)
  const names = await officerNames(
    tx,
    rows.flatMap((row) => [row.drafted_by, row.approved_by]).filter(Boolean),
  )
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return rows.map((row) => ({
    version: row.version,
    stage: row.stage,
    knownAt: row.known_at.toISOString(),
    checked: row.checked,
    source: row.source,
    unknown: row.unknown,
    advice: row.advice,
    nextUpdateAt: row.next_update_at?.toISOString() ?? null,
    correction: row.corrects_version
      ? {
          version: row.corrects_version,
          wrongWords: row.wrong_words,
          rightWords: row.right_words,
          reason: row.reason,
        }
      : null,
    body: row.body,
    doubts: row.approved_at ? [] : findDoubts(row.stage, textsOf(row), notices),
    draftedBy: named(row.drafted_by),
    draftedAt: row.drafted_at.toISOString(),
    approvedBy: row.approved_by ? named(row.approved_by) : null,
    approvedAt: row.approved_at?.toISOString() ?? null,
    shownUntil: row.shown_until?.toISOString() ?? null,
  }))
}
