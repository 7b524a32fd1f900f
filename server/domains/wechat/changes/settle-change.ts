import type { Context } from '../../../platform/context.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { applySetup } from '../apply-setup.ts'
import { closeChange } from './close-change.ts'
import { lockIdentity } from './identity.ts'
import { readOpenChange } from './open-change.ts'
import { secondPersons, stillConfigures } from './second-persons.ts'

/** So long everybody reads of a change that nobody can say yes to, before it happens by itself. */
export const aloneMs = 24 * 3_600_000

const system = { kind: 'system' as const, id: null }

/**
 * By the clock: what has waited seven days is over. Whether somebody could say yes is looked at each time, so that the
 * 24 hours begin when the last one goes and end when one comes: a second person who is there is never passed over.
 * Says whether the channel was changed.
 */
export async function settleChange(
  context: Pick<Context, 'config'>,
  tx: Tx,
  now = new Date(),
): Promise<boolean> {
  await lockIdentity(tx)
  const change = await readOpenChange(tx, context.config.dataDir)
  if (!change) return false
  if (change.expiresAt <= now) {
    await closeChange(tx, system, change, 'expired')
    return false
  }
  if ((await secondPersons(tx, change.askedBy)).length > 0) {
    if (change.aloneSince) await setAlone(tx, change.id, null)
    return false
  }
  if (!change.aloneSince) {
    await setAlone(tx, change.id, now)
    const subject = { kind: 'wechat_change', id: change.id }
    await writeEvents(tx, system, [{ name: 'wechat_change.left_alone', subject }])
    return false
  }
  if (now.getTime() - change.aloneSince.getTime() < aloneMs) return false
  if (!(await stillConfigures(tx, change.askedBy))) return false
  await closeChange(tx, system, change, 'alone')
  await applySetup(context, tx, system, change.setup, change.askedBy)
  return true
}

async function setAlone(tx: Tx, id: string, since: Date | null): Promise<void> {
  await tx.client.query('update wechat_changes set alone_since = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    id,
    since,
  ])
}
