import type { RumourDetail } from '../../../contract/rumours.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerNames } from '../officers/views.ts'
import { villageScope } from '../residents/visibility.ts'
import { findVisibleRumour } from './find-rumour.ts'
import { readAsking } from './read-asking.ts'
import { readReplies } from './read-replies.ts'
import { isFreshEvidence, rumourRows, toRumour } from './rumour-rows.ts'

/** One rumour with all that is known of it. Of the matters that ask only their numbers; whose they were is written down. */
export async function showRumour(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<RumourDetail> {
  await findVisibleRumour(tx, session, id)
  const { rows } = await tx.client.query(`${rumourRows} and u.id = $3`, [
    tx.stationId,
    villageScope(session),
    id,
  ])
  const rumour = toRumour(rows[0])
  const { rows: moves } = await tx.client.query(
    `select stage, office, answers_on::text as "answersOn", note, moved_by as by, moved_at as at from rumour_moves
     where station_id = $1 and rumour_id = $2 order by moved_at, id`,
    [tx.stationId, id],
  )
  const { rows: evidence } = await tx.client.query(
    `select x.id, x.kind, x.says, x.source, x.link, x.document_number as "documentNumber", x.dated_on::text as "datedOn",
       x.entered_by as by, x.entered_at as at, x.withdrawn_at as "withdrawnAt", ($3 and ${isFreshEvidence}) is true as fresh
     from rumour_evidence x
     left join lateral (select r.drafted_by, r.drafted_at from rumour_replies r where r.station_id = $1 and r.rumour_id = $2
       order by r.version desc limit 1) n on true
     where x.station_id = $1 and x.rumour_id = $2 order by x.entered_at, x.id`,
    [tx.stationId, id, rumour.freshEvidence > 0],
  )
  const replies = await readReplies(tx, id)
  const asking = await readAsking(tx, session, rumour, replies)
  const names = await officerNames(
    tx,
    [...moves, ...evidence].map(({ by }) => by),
  )
  const named = (officerId: string) => ({ id: officerId, name: names.get(officerId) ?? '' })
  await recordListed(
    tx,
    actor,
    'conversation.listed',
    asking.conversations.map(({ conversationId }) => conversationId),
    { of: 'rumour' },
  )
  return {
    rumour,
    moves: moves.map((move) => ({ ...move, by: named(move.by), at: move.at.toISOString() })),
    evidence: evidence.map((line) => ({
      ...line,
      by: named(line.by),
      at: line.at.toISOString(),
      withdrawnAt: line.withdrawnAt?.toISOString() ?? null,
    })),
    replies,
    ...asking,
  }
}
