import type { Distinction } from '../../../../contract/duplicates.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleResident } from '../visibility.ts'

/** "They are two people": the pair is not shown again; or that is taken back. A second time is nothing new. */
export async function tellApart(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { oneId, otherId, same }: Distinction,
): Promise<{ done: true }> {
  if (oneId === otherId) throw invalid('这是同一条登记，请选两条。')
  const [one, other] = [oneId, otherId].toSorted() as [string, string]
  const { villageId } = await findVisibleResident(tx, session, one, true)
  await findVisibleResident(tx, session, other, true)
  const { rowCount } = await tx.client.query(
    same
      ? 'delete from resident_distinctions where station_id = $1 and one_id = $2 and other_id = $3'
      : `insert into resident_distinctions (station_id, one_id, other_id, said_by) values ($1, $2, $3, $4)
         on conflict do nothing`,
    same ? [tx.stationId, one, other] : [tx.stationId, one, other, session.officerId],
  )
  if (rowCount === 0) return { done: true }
  await writeEvents(
    tx,
    actor,
    [one, other].map((id) => ({
      name: same ? ('resident.told_apart_taken_back' as const) : ('resident.told_apart' as const),
      subject: { kind: 'resident', id },
      villageId,
      data: { other: id === one ? other : one },
    })),
  )
  return { done: true }
}

/** Whether somebody has said that these are two people. */
export async function wereToldApart(tx: Tx, ids: [string, string]): Promise<boolean> {
  const [one, other] = ids.toSorted()
  const { rowCount } = await tx.client.query(
    'select from resident_distinctions where station_id = $1 and one_id = $2 and other_id = $3',
    [tx.stationId, one, other],
  )
  return rowCount! > 0
}
