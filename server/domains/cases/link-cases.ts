import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, lockCases } from './lock-case.ts'

/** Says that two cases belong together: the same matter again, or a related one. Kept as a row for each direction. */
export async function linkCases(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  link: { caseId: string; kind: 'repeat' | 'related' },
): Promise<{ done: true }> {
  if (id === link.caseId) throw invalid('不能和自己关联。')
  const [matter] = await lockCases(tx, session, [id, link.caseId])
  const { rowCount } = await tx.client.query(
    `insert into case_links (station_id, case_id, other_case_id, kind, linked_by)
     values ($1, $2, $3, $4, $5), ($1, $3, $2, $4, $5) on conflict do nothing`,
    [tx.stationId, id, link.caseId, link.kind, session.officerId],
  )
  if (rowCount === 0) throw conflict('这两件事已经关联过了。')
  await writeEvents(tx, actor, [
    caseEvent(matter!, 'case.linked', { otherCaseId: link.caseId, kind: link.kind }),
  ])
  return { done: true }
}

/** Takes a link back. */
export async function unlinkCases(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  otherCaseId: string,
): Promise<{ done: true }> {
  const [matter] = await lockCases(tx, session, [id, otherCaseId])
  const { rowCount } = await tx.client.query(
    `delete from case_links where station_id = $1
       and ((case_id = $2 and other_case_id = $3) or (case_id = $3 and other_case_id = $2))`,
    [tx.stationId, id, otherCaseId],
  )
  if (rowCount === 0) throw notFound()
  await writeEvents(tx, actor, [caseEvent(matter!, 'case.linked', { otherCaseId, removed: true })])
  return { done: true }
}
