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
  await inTurn(owner, `alter role lianxinqiao_serving login password '${password}'`)
  await inTurn(
    owner,
    `grant connect on database ${quoteIdentifier(url.pathname.slice(1))} to lianxinqiao_serving`,
  )
  url.username = 'lianxinqiao_serving'
  url.password = password
  return url.toString()
}

/** Roles belong to the whole cluster, where locks of one database do not reach: who comes second is refused and tries again. */
async function inTurn(owner: Pool, statement: string): Promise<void> {
  for (let left = 20; ; left--) {
    try {
      await owner.query(statement)
      return
    } catch (error) {
      if (left === 0 || !/concurrently updated/.test((error as Error).message)) throw error
      await new Promise((done) => setTimeout(done, 20 + Math.random() * 80))
    }
  }
}

function quoteIdentifier(name: string): string {
  return `"${decodeURIComponent(name).replaceAll('"', '""')}"`
}
