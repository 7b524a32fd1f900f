import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { capOf } from './cap-rules.ts'
import { drawTargets } from './draw-targets.ts'
import { findStanding, lockBroadcast } from './find-broadcast.ts'
import { readClock } from './read-clock.ts'

/**
 * An approved broadcast starts: in one transaction the step 'started' (once, whoever asks and however often: a unique
 * key), one row for everybody it is meant for as things stand now, also those left out with the reason, and the tasks for
 * WeCom in the state 'waiting', which carrying/ takes from there. Whether its time has come is the caller's question. False
 * when it is not (or no longer) one that may start.
 */
export async function startBroadcast(tx: Tx, actor: Actor, id: string): Promise<boolean> {
  await lockBroadcast(tx, id)
  const standing = await findStanding(tx, id)
  if (standing?.state !== 'approved' || standing.startedAt !== null) return false
  const { version, channels, audience, aboutId, aboutHow } = standing
  const { now, settings } = await readClock(tx)
  const drawn = await drawTargets(tx, id, channels, {
    stationId: tx.stationId,
    audience,
    aboutId,
    cap: capOf(settings),
    now,
  })
  await addStep(tx, actor, { id, version, step: 'started' }, { name: 'broadcast.started', data: { drawn } })
  if (aboutId && aboutHow === 'correction') await markCorrected(tx, actor, aboutId)
  return true
}

/** What was wrong stays where it can be read, and says that it was put right. */
async function markCorrected(tx: Tx, actor: Actor, id: string): Promise<void> {
  await lockBroadcast(tx, id)
  const old = await findStanding(tx, id)
  if (!old || old.state === 'withdrawn' || old.state === 'corrected') return
  const { version } = old
  await addStep(tx, actor, { id, version, step: 'corrected' }, { name: 'broadcast.corrected' })
}
