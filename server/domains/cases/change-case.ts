import type { CaseChange } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { caseEvent, lockCase } from './lock-case.ts'
import { refuseFrozen, requireDecider, requireWholePlace } from './rules.ts'

/**
 * Corrects what is written of a case, moves it to another village or gives it to somebody. The change carries the
 * revision its writer saw; when a colleague was quicker it is a conflict, and nothing anybody typed is overwritten.
 * A kind that only an officer decides can't be turned into another one by an auxiliary.
 */
export async function changeCase(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  change: CaseChange,
): Promise<{ revision: string }> {
  const matter = await lockCase(tx, session, id)
  refuseFrozen(matter)
  if (matter.revision !== change.revision)
    throw conflict('这件事刚刚被同事改过，请看最新内容后再改；您写的内容还在。')
  const { revision: _, ...fields } = change
  const names = Object.keys(fields)
  if (names.length === 0) return { revision: matter.revision }
  if (fields.kind && fields.kind !== matter.kind) requireDecider(session.role, matter)
  requireWholePlace(fields)
  if (fields.assigneeId) await requireHandler(tx, fields.assigneeId)
  if (fields.title !== undefined) fields.title = fields.title.trim()
  await tx.db
    .updateTable('cases')
    .set(fields)
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  const moved = { ...matter, villageId: fields.villageId === undefined ? matter.villageId : fields.villageId }
  const assigned = fields.assigneeId === undefined ? {} : { from: matter.assigneeId, to: fields.assigneeId }
  // The village it leaves hears of it too (server/audiences.ts).
  const left = moved.villageId === matter.villageId ? {} : { fromVillage: matter.villageId }
  await writeEvents(tx, actor, [caseEvent(moved, 'case.changed', { fields: names, ...assigned, ...left })])
  const { rows } = await tx.client.query(
    'select xmin::text as revision from cases where station_id = $1 and id = $2',
    [tx.stationId, id],
  )
  return { revision: rows[0].revision }
}

async function requireHandler(tx: Tx, officerId: string): Promise<void> {
  const { rowCount } = await tx.client.query(
    `select from active_officers where station_id = $1 and id = $2 and role in ('chief', 'officer', 'auxiliary')`,
    [tx.stationId, officerId],
  )
  if (rowCount === 0) throw invalid('不能交给这位同事：账号已停用，或者不办理居民事项。')
}
