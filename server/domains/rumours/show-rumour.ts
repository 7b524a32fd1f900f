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
import { rumourRows, toRumour } from './rumour-rows.ts'

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
    `select id, kind, says, source, link, document_number as "documentNumber", dated_on::text as "datedOn", entered_by as by,
       entered_at as at, withdrawn_at as "withdrawnAt" from rumour_evidence
     where station_id = $1 and rumour_id = $2 order by entered_at, id`,
    [tx.stationId, id],
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
