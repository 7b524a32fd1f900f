import type { PgBoss } from 'pg-boss'
import { newId } from '../id.ts'
import type { Tx } from '../tenancy.ts'
import type { JobData, SendOptions } from './jobs.ts'
import { jobSchema } from './migrate-jobs.ts'

/** pg-boss on the connection of a transaction of ours. */
export function inTransaction(tx: Tx) {
  return { executeSql: (text: string, values?: unknown[]) => tx.client.query(text, values) }
}

/**
 * Puts a job into its queue within the transaction. With a key, a job of the same key that still waits is enough,
 * but it is locked until our commit: were it taken before, it would run without seeing what we are writing.
 */
export async function sendJob(
  boss: PgBoss,
  tx: Tx,
  name: string,
  data: JobData,
  options: SendOptions = {},
): Promise<void> {
  const job = {
    data,
    singletonKey: options.key ?? newId(),
    ...(options.startAfter && { startAfter: options.startAfter }),
  }
  for (;;) {
    if (options.key && (await lockWaiting(tx, name, options.key))) return
    const ids = await boss.insert(name, [job], { db: inTransaction(tx), returnId: true })
    // Nothing inserted: another transaction was first with the key, and has committed by now. Look again.
    if (ids) return
  }
}

async function lockWaiting(tx: Tx, name: string, key: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'lock-waiting-job',
    text: `select from ${jobSchema}.job where name = $1 and singleton_key = $2 and state = 'created' for update`,
    values: [name, key],
  })
  return rowCount! > 0
}
