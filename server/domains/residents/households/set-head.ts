import { invalid } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Trail } from './trail.ts'

/** Makes one of those who live there the head, or nobody; whoever was it is no longer. Returns whether that changed anything. */
export async function setHead(
  tx: Tx,
  householdId: string,
  residentId: string | null,
  trail: Trail,
): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select id, resident_id, head from household_members
     where station_id = $1 and household_id = $2 and tie = 'lives' and ended_on is null and (head or resident_id = $3)`,
    [tx.stationId, householdId, residentId],
  )
  const wanted = rows.find((row) => row.resident_id === residentId)
  if (residentId && !wanted) throw invalid('户主要是住在这户的人。')
  const former = rows.filter((row) => row.head && row !== wanted)
  if (former.length === 0 && (!wanted || wanted.head)) return false
  await markHeads(
    tx,
    former.map(({ id }) => id),
    false,
  )
  if (wanted && !wanted.head) await markHeads(tx, [wanted.id], true)
  for (const { id, head } of [...former, ...(wanted && !wanted.head ? [wanted] : [])])
    if (!trail.opened.includes(id)) trail.heads.push({ memberId: id, head })
  return true
}

/** Says of memberships whether they are the head's. Those that cease come first: a household has one head at most. */
export async function markHeads(tx: Tx, memberIds: string[], head: boolean): Promise<void> {
  if (memberIds.length === 0) return
  await tx.client.query(
    'update household_members set head = $3 where station_id = $1 and id = any ($2::uuid[])',
    [tx.stationId, memberIds, head],
  )
}
