import type { Tx } from '../../../platform/tenancy.ts'

/**
 * What a server of WeCom says of a member counts for that server and corporation alone: after a change of either every
 * officer has to confirm her binding anew with her password, and sessions that it opened end. Else whoever sets the
 * channel up could name a server of her own that says it is her colleague. Returns how many bindings it were.
 */
export async function loosenBindings(tx: Tx): Promise<number> {
  const { rowCount } = await tx.client.query(
    'update officer_wecom_members set confirmed_at = null where station_id = $1 and confirmed_at is not null',
    [tx.stationId],
  )
  await tx.client.query(
    `delete from auth.session s using auth."user" u
     where u.station_id = $1 and s.user_id = u.id and s.proven_by = 'wecom'`,
    [tx.stationId],
  )
  return rowCount ?? 0
}
