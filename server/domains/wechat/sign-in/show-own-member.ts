import type { OwnMember } from '../../../../contract/wecom-sign-in.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** Which member the officer is, for her own account page. */
export async function showOwnMember(tx: Tx, officerId: string, available: boolean): Promise<OwnMember> {
  const { rows } = await tx.client.query(
    `select m.user_id, m.bound_at, m.confirmed_at, b.name as by from officer_wecom_members m
     join officers b on b.station_id = $1 and b.id = m.bound_by where m.station_id = $1 and m.officer_id = $2`,
    [tx.stationId, officerId],
  )
  const row = rows[0]
  return {
    available,
    userId: row?.user_id ?? null,
    boundAt: row?.bound_at.toISOString() ?? null,
    boundBy: row?.by ?? null,
    confirmed: Boolean(row?.confirmed_at),
  }
}
