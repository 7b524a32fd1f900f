import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { anchorDir, readAnchors } from '../server/platform/audit/anchors.ts'
import { inStation } from '../server/platform/tenancy.ts'
import type { Stage } from './stage.ts'

/**
 * Makes the job that keeps the log's checkpoints fail for good: where its file belongs there is a folder. Returns how
 * to mend that, and whether the job has done its work.
 */
export async function breakCheckpoints(stage: Stage): Promise<{ mend: () => void; isDone: () => boolean }> {
  const { context, world } = stage
  const inTheWay = join(anchorDir(context.config), `checkpoints-${world.code}.jsonl`)
  rmSync(inTheWay, { force: true })
  mkdirSync(inTheWay, { recursive: true })
  await inStation(context.pool, world.stationId, async (tx) => {
    const startAfter = new Date(Date.now() + 60_000)
    await context.jobs.send(tx, 'anchor-audit', { stationId: world.stationId }, { startAfter, key: 'once' })
    // Its nine tries would take an hour.
    await tx.client.query(
      `update pgboss.job set retry_limit = 0, start_after = now() where name = 'anchor-audit' and singleton_key = 'once'`,
    )
  })
  return {
    mend: () => rmSync(inTheWay, { recursive: true }),
    isDone: () => readAnchors(anchorDir(context.config), world.code).length > 0,
  }
}
