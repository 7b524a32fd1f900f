import { createHmac } from 'node:crypto'
import type { Pool } from './pool.ts'

/**
 * Gives the serving role a login and returns its URL. The password is derived from the owner's URL, so that
 * several processes with the same DATABASE_URL agree on it without a place to keep it.
 */
export async function openServingRole(owner: Pool, ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl)
  const password = createHmac('sha256', decodeURIComponent(url.password) || 'lianxinqiao')
    .update('lianxinqiao serving role 1')
    .digest('hex')
  await owner.query(`alter role lianxinqiao_serving login password '${password}'`)
  await owner.query(
    `grant connect on database ${quoteIdentifier(url.pathname.slice(1))} to lianxinqiao_serving`,
  )
  url.username = 'lianxinqiao_serving'
  url.password = password
  return url.toString()
}

function quoteIdentifier(name: string): string {
  return `"${decodeURIComponent(name).replaceAll('"', '""')}"`
}
