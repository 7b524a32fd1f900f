import type { Pool } from '../../../platform/database/pool.ts'

/** What sign-in knows of a user name before anything is proven. */
export type Credential = {
  userId: string
  stationId: string
  officerId: string
  secondFactor: boolean
  /** The first password has waited too long. */
  expired: boolean
  passwordHash: string
}

/** The account of a user name (small letters), or null. */
export async function findCredential(pool: Pool, username: string): Promise<Credential | null> {
  const { rows } = await pool.query({
    name: 'find-credential',
    text: `select u.id, u.station_id, u.officer_id, u.two_factor_enabled, a.password,
             coalesce(u.initial_password_until < now(), false) as expired
           from auth."user" u join auth.account a on a.user_id = u.id and a.provider_id = 'credential'
           where u.username = $1`,
    values: [username],
  })
  const row = rows[0]
  if (!row) return null
  return {
    userId: row.id,
    stationId: row.station_id,
    officerId: row.officer_id,
    secondFactor: row.two_factor_enabled,
    expired: row.expired,
    passwordHash: row.password,
  }
}
