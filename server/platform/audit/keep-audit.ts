import type { Context } from '../context.ts'
import { inStation } from '../tenancy.ts'
import { anchorDir, appendAnchor } from './anchors.ts'
import { readAuditKey } from './audit-key.ts'
import { sealEvents } from './seal-events.ts'
import { signCheckpoint } from './sign-checkpoint.ts'

type Keeper = Pick<Context, 'config' | 'pool'>

/** Seals all settled events of a station; a job that follows every event calls it. Returns how many. */
export async function sealStation(context: Pick<Context, 'pool'>, stationId: string): Promise<number> {
  let sealed = 0
  for (let more = true; more; ) {
    const page = await inStation(context.pool, stationId, sealEvents)
    sealed += page.sealed
    more = page.more
  }
  return sealed
}

/**
 * Seals, then signs and anchors a checkpoint of a station that has news; the schedule calls it every ten minutes. The line
 * outside is written before the row commits: a line too many says nothing false, one missing would.
 */
export async function anchorStation(context: Keeper, stationId: string): Promise<boolean> {
  await sealStation(context, stationId)
  const key = readAuditKey(context.config.dataDir)
  return inStation(context.pool, stationId, async (tx) => {
    const { rows } = await tx.client.query('select code from stations where id = $1', [stationId])
    const checkpoint = await signCheckpoint(tx, key, new Date())
    if (!checkpoint) return false
    appendAnchor(anchorDir(context.config), rows[0].code, checkpoint)
    return true
  })
}

/** All stations at once, for the end of a process and for tools. Returns how many checkpoints were signed. */
export async function anchorCheckpoints(context: Keeper): Promise<number> {
  const { rows } = await context.pool.query('select id from stations')
  let signed = 0
  for (const { id } of rows) if (await anchorStation(context, id)) signed++
  return signed
}
