import type { CapDoor } from '../../../../contract/cap.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findStation, officerNames } from '../../officers/views.ts'

/** The door for the county's sender as it stands. */
export async function readDoor(tx: Tx): Promise<CapDoor> {
  const { rows } = await tx.client.query(
    `select made_by as by, made_at as "madeAt", used_at as "usedAt", ends_at as "endsAt" from cap_doors
     where station_id = $1 and (ends_at is null or ends_at > clock_timestamp()) order by made_at desc limit 2`,
    [tx.stationId],
  )
  const current = rows.find(({ endsAt }) => endsAt === null)
  const former = rows.find(({ endsAt }) => endsAt !== null)
  const names = await officerNames(tx, current ? [current.by] : [])
  const { code } = (await findStation(tx, tx.stationId))!
  return {
    path: `/api/cap/${code}`,
    open: current !== undefined,
    madeBy: current ? { id: current.by, name: names.get(current.by) ?? '' } : null,
    madeAt: current?.madeAt.toISOString() ?? null,
    usedAt: current?.usedAt?.toISOString() ?? former?.usedAt?.toISOString() ?? null,
    formerUntil: former?.endsAt.toISOString() ?? null,
  }
}
