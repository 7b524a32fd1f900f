import type { SavedBroadcast } from '../../../../contract/broadcasts.ts'
import type { CapPassing } from '../../../../contract/cap.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { draftBroadcast } from '../draft-broadcast.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'
import { followUpBroadcast } from '../follow-up-broadcast.ts'
import { writeVersion } from '../write-version.ts'
import { draftFromAlert } from './draft-from-alert.ts'
import { tieAlert } from './tie-alert.ts'

/**
 * A draft begins with an alert's words. Of an update or a cancellation it may be a correction or withdrawal of the
 * broadcast that was made of the earlier alert, to the same people. `number` is taken before the transaction.
 */
export async function passAlertOn(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  alertId: string,
  { about }: CapPassing,
  number: string,
): Promise<SavedBroadcast> {
  const { content } = await draftFromAlert(tx, session, alertId)
  if (!about) {
    const saved = await draftBroadcast(tx, actor, session, content, number)
    await tieAlert(tx, actor, alertId, saved.id)
    return saved
  }
  const old = await findVisibleBroadcast(tx, session, about.id)
  const saved = await followUpBroadcast(tx, actor, session, about.id, about.how, number)
  const { audience, channels } = old
  const spoken = channels.includes('loudspeaker') ? content.spoken : ''
  const words = { ...content, spoken, audience, channels, kind: old.kind, urgency: old.urgency }
  const savedAt = await writeVersion(tx, saved.id, saved.version, session.officerId, words, 'change')
  await tieAlert(tx, actor, alertId, saved.id)
  return { ...saved, savedAt }
}
