import { absoluteHours, idleMinutes } from '../../../platform/auth/session-rules.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** How many sessions of a user still open doors, besides the one with `exceptToken`. */
export async function countLiveSessions(tx: Tx, userId: string, exceptToken: string | null): Promise<number> {
  const { rows } = await tx.client.query(
    `select count(*) as live from auth.session
     where user_id = $1 and token is distinct from $2 and admitted_at is not null and expires_at > now()
       and signed_in_at > now() - make_interval(hours => $3) and last_seen_at > now() - make_interval(mins => $4)`,
    [userId, exceptToken, absoluteHours, idleMinutes],
  )
  return rows[0].live
}
