import { createHmac } from 'node:crypto'
import type { Pool } from '../database/pool.ts'

/** Longer than the three half minutes in which a code is accepted. */
const spentFor = '3 minutes'

/**
 * Takes a six-digit code for one use; false when it was used a moment ago, also by a request at the same instant.
 * The library would accept a code as often as it is shown within its time.
 */
export async function spendCode(pool: Pool, secret: string, userId: string, code: string): Promise<boolean> {
  const hash = createHmac('sha256', secret).update(`${userId}\n${code}`).digest()
  const { rowCount } = await pool.query(
    `insert into auth.used_code as c (user_id, code_hash) values ($1, $2)
     on conflict (user_id, code_hash) do update set used_at = now() where c.used_at < now() - interval '${spentFor}'`,
    [userId, hash],
  )
  return rowCount === 1
}
