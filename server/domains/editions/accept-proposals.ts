import type { EditionAcceptances, EditionProposalDetail } from '../../../contract/editions.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { Draft } from '../scripts/check-draft.ts'
import { createDelivered as createScripts } from '../scripts/delivered/create-delivered.ts'
import { approve, takeOverScript } from '../scripts/delivered/take-over-script.ts'
import { retireScript } from '../scripts/retire-script.ts'
import { changeGuide } from '../services/change-guide.ts'
import { createDelivered as createGuide } from '../services/delivered/create-delivered.ts'
import type { GuideSays } from '../services/delivered/delivered-guides.ts'
import { takeOverGuide } from '../services/delivered/take-over-guide.ts'
import { holdProposal, writeDecision } from './decide.ts'

/**
 * What was delivered is in use from now on: all of these or none. Words of the station's own are passed one by one only,
 * by somebody who saw them. Throws `conflict` where something changed since it was looked at.
 */
export async function acceptProposals(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { items }: EditionAcceptances,
): Promise<{ accepted: number }> {
  const held: EditionProposalDetail[] = []
  // In one order for everybody, so that two lists that overlap wait for each other instead of blocking.
  for (const item of [...items].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const proposal = await holdProposal(tx, session, item.id)
    if (proposal.presentVersion !== item.presentVersion)
      throw conflict(`“${proposal.title}”刚刚有了新的一版，请刷新看过再定。`, { id: item.id })
    if (items.length > 1 && (proposal.changed || proposal.draftUnderWay))
      throw conflict(`“${proposal.title}”所里改过，请单独打开看过再定。`, { id: item.id })
    held.push(proposal)
  }
  // New ones first: a guide's answers may lead to another that comes with it.
  held.sort((a, b) => Number(b.change === 'new') - Number(a.change === 'new'))
  for (const proposal of held) {
    const made = await takeOver(tx, actor, session, proposal)
    await writeDecision(tx, actor, proposal, 'taken_over', made)
  }
  return { accepted: held.length }
}

type Made = { subjectId: string; version: number }

function takeOver(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  proposal: EditionProposalDetail,
): Promise<Made> {
  return proposal.kind === 'script'
    ? takeScript(tx, actor, session, proposal)
    : takeGuide(tx, actor, proposal)
}

async function takeScript(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  proposal: EditionProposalDetail,
): Promise<Made> {
  const { change, subjectId, presentVersion, offered } = proposal
  if (change === 'new') {
    const { id } = await addDelivered(tx, proposal)
    await approve(tx, actor, id, 1, session.officerId)
    return { subjectId: id, version: 1 }
  }
  if (change === 'withdrawn') {
    await retireScript(tx, actor, session, subjectId!, '随版本更新：不再提供')
    return { subjectId: subjectId!, version: presentVersion }
  }
  const { version } = await takeOverScript(tx, actor, subjectId!, {
    says: offered as Draft,
    seen: presentVersion,
    officerId: session.officerId,
  })
  return { subjectId: subjectId!, version }
}

async function takeGuide(tx: Tx, actor: Actor, proposal: EditionProposalDetail): Promise<Made> {
  const { change, subjectId, presentVersion, offered } = proposal
  if (change === 'new') return { subjectId: (await addDelivered(tx, proposal)).id, version: 1 }
  const { version } =
    change === 'withdrawn'
      ? await changeGuide(tx, actor, subjectId!, { version: presentVersion, hidden: true })
      : await takeOverGuide(tx, actor, subjectId!, { says: offered as GuideSays, seen: presentVersion })
  return { subjectId: subjectId!, version }
}

/**
 * A new script or guide as it was offered: a script waits for review, a guide is read at once. Throws `conflict` when the
 * station has it already.
 */
export async function addDelivered(tx: Tx, proposal: EditionProposalDetail): Promise<{ id: string }> {
  const { rows } = await tx.client.query(
    'select code, hash, says, place from edition_proposals where station_id = $1 and id = $2',
    [tx.stationId, proposal.id],
  )
  const { place, ...piece } = rows[0]
  if (proposal.kind === 'script') return { id: (await createScripts(tx, [{ ...place, ...piece }]))[0]! }
  const made = await createGuide(tx, { ...place, ...piece })
  if (!made) throw conflict(`“${proposal.title}”所里已经有了，请刷新再看。`, { id: proposal.id })
  return made
}
