import type { Shift } from '../../../contract/officers.ts'
import type { Tx } from '../../platform/tenancy.ts'

const select = `select d.id, d.officer_id, o.name, d.kind, d.starts_at, d.ends_at from duty_shifts d
  join officers o on o.station_id = d.station_id and o.id = d.officer_id where d.station_id = $1`
const order = 'order by d.starts_at, d.kind, o.name, d.id'

/** Shifts by id. */
export async function readShifts(tx: Tx, ids: string[]): Promise<Shift[]> {
  const { rows } = await tx.client.query(`${select} and d.id = any($2::uuid[]) ${order}`, [tx.stationId, ids])
  return rows.map(toShift)
}

/** Shifts that touch the `days` days from `from` on; days begin at midnight of the station's clock. */
export async function readRoster(tx: Tx, from: string, days: number): Promise<Shift[]> {
  const { rows } = await tx.client.query(
    `${select} and d.starts_at < ($2::date + $3::int)::timestamp at time zone 'Asia/Shanghai'
       and d.ends_at > $2::date::timestamp at time zone 'Asia/Shanghai' ${order}`,
    [tx.stationId, from, days],
  )
  return rows.map(toShift)
}

function toShift(row: {
  id: string
  officer_id: string
  name: string
  kind: Shift['kind']
  starts_at: Date
  ends_at: Date
}): Shift {
  return {
    id: row.id,
    officerId: row.officer_id,
    officerName: row.name,
    kind: row.kind,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
  }
}
