import type { EditionDecision, EditionProposalDetail } from '../../../contract/editions.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { kindsOf, readProposal } from './read-proposals.ts'

/** The proposal, held for this transaction. Throws `conflict` when it was decided meanwhile. */
export async function holdProposal(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<EditionProposalDetail> {
  const { rowCount } = await tx.client.query(
    'select from edition_proposals where station_id = $1 and id = $2 and kind = any ($3) for update',
    [tx.stationId, id, kindsOf(session)],
  )
  if (rowCount === 0) throw notFound()
  const proposal = await readProposal(tx, session, id)
  if (proposal.decision) throw conflict('这一条刚刚已经定了，请刷新再看。', { id })
  return proposal
}

/** Writes down who decided what; `made` is the script or guide that came of it. */
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  proposal: EditionProposalDetail,
  decision: Exclude<EditionDecision, 'superseded'>,
  made: { subjectId: string | null; version: number | null; reason?: string },
): Promise<void> {
  const { rowCount } = await tx.client.query(
    `insert into edition_decisions (station_id, proposal_id, decision, officer_id, reason, subject_id, version)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.stationId, proposal.id, decision, actor.id, made.reason ?? '', made.subjectId, made.version],
  )
  // A newer edition took its place while it was being decided.
  if (rowCount === 0) throw conflict('这一条刚刚有了更新的内容，请刷新再看。', { id: proposal.id })
  await writeEvents(tx, actor, [
    {
      name: `edition.${decision}`,
      subject: { kind: 'edition_proposal', id: proposal.id },
      data: { kind: proposal.kind, code: proposal.code, change: proposal.change, version: made.version },
    },
  ])
}
