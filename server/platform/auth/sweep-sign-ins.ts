import type { Pool } from '../database/pool.ts'

/**
 * Forgets what no longer opens or counts anything: ended sessions, challenges, used codes, old tries. To be called
 * once a day; nothing depends on it. The events of sign-in and sign-out stay in the log.
 */
export async function sweepSignIns(pool: Pool): Promise<void> {
  await pool.query(`delete from auth.session where expires_at < now() - interval '1 hour'
    or (admitted_at is null and created_at < now() - interval '1 hour')`)
  await pool.query('delete from auth.verification where expires_at < now()')
  await pool.query(`delete from auth.used_code where used_at < now() - interval '1 day'`)
  await pool.query(`delete from auth.attempt where last_at < now() - interval '1 day'`)
}
