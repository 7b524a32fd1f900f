import { absoluteHours } from '../../platform/auth/session-rules.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { scopeOf } from './permissions.ts'
import { answeringRoles } from './rules.ts'

/** An officer who did nothing at the workbench for longer than this may have gone away from it. */
const seenMinutes = 5

const wholeStation = answeringRoles.filter((role) => scopeOf(role) === 'station')

/**
 * Whether somebody who may answer is at the workbench at this moment, as her own acts show: a page that only refreshes
 * itself counts for nobody. An auxiliary counts where she would see the message: for her villages, and for everybody
 * while she is rostered at the desk. Sessions are rows, so every process says the same.
 */
export async function somebodyReads(tx: Tx, villageId: string | null, at: Date): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'somebody-reads',
    text: `select from auth."user" u join auth.session s on s.user_id = u.id
           join active_officers o on o.station_id = u.station_id and o.id = u.officer_id
           where u.station_id = $1 and s.admitted_at is not null and s.expires_at > $2
             and s.signed_in_at > $2::timestamptz - make_interval(hours => ${absoluteHours})
             and s.last_seen_at > $2::timestamptz - make_interval(mins => ${seenMinutes}) and o.role = any($4)
             and (o.role = any($5) or $3 = any(o.village_ids) or exists (
               select from duty_shifts d where d.station_id = $1 and d.officer_id = o.id and d.kind = 'desk'
                 and d.starts_at <= $2 and d.ends_at > $2))
           limit 1`,
    values: [tx.stationId, at, villageId, answeringRoles, wholeStation],
  })
  return Boolean(rowCount)
}
