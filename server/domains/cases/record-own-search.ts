import type { OwnSearch } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, type LockedCase, lockCase } from './lock-case.ts'
import { currentOutcome } from './outcomes.ts'
import { refuseMerged } from './rules.ts'

/**
 * Writes down how long the resident had searched herself before she asked. A later word is a new row and counts; once
 * she was told the outcome it stands, so that no figure of hers is changed behind her back. Throws `conflict` then, and
 * `invalid` for what is no request for help.
 */
export async function recordOwnSearch(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  search: OwnSearch,
): Promise<{ id: string }> {
  const matter = await lockCase(tx, session, caseId)
  refuseMerged(matter)
  const outcome = await currentOutcome(tx, caseId)
  if (outcome?.toldAt) throw conflict('结果已经告知居民，自己先找了多久不能再改。')
  if (matter.status === 'closed') throw conflict('这件事已经归档，要改请先重新办理。')
  return { id: await keepOwnSearch(tx, actor, matter, session, search) }
}

/** The same on the occasion of the outcome, of a case that is locked already. */
export async function keepOwnSearch(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  session: OfficerSession,
  { minutes, saidBy }: OwnSearch,
): Promise<string> {
  if (matter.kind !== 'help') throw invalid('只有求助案件要记自己先找了多久。')
  const id = newId()
  await tx.db
    .insertInto('caseOwnSearches')
    .values({ stationId: tx.stationId, id, caseId: matter.id, minutes, saidBy, officerId: session.officerId })
    .execute()
  await writeEvents(tx, actor, [caseEvent(matter, 'case.own_search_recorded', { minutes, saidBy })])
  return id
}
