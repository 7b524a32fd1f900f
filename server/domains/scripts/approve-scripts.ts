import type { ScriptApprovals } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockScript } from './store.ts'

/**
 * A second person lets the newest drafts of some scripts be sent: all of them or none. Throws `forbidden` for one's
 * own draft, `conflict` for a version that is not the newest any more, approved already, not sent for review,
 * sent back, expired or retired.
 */
export async function approveScripts(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { items }: ScriptApprovals,
  now = new Date(),
): Promise<{ approved: number }> {
  // In one order for everybody, so that two lists that overlap wait for each other instead of blocking.
  const ordered = [...items].sort((a, b) => (a.scriptId < b.scriptId ? -1 : 1))
  for (const { scriptId, version } of ordered) {
    const script = await lockScript(tx, scriptId)
    if (script.retiredAt) throw conflict('这条话术已经停用，不能审批。')
    if (version !== script.newest)
      throw conflict('这条话术又有了新的修改，请看过最新的再审批。', { scriptId })
    if (script.approved === version) throw conflict('这个版本已经有人审批了。', { scriptId })
    if (script.standing === 'draft')
      throw conflict('这个版本还没有送审，起草的人送审后才能批准。', { scriptId })
    if (script.standing === 'sent_back')
      throw conflict('这个版本已经退回，等起草的人改好、再送审后才能批准。', { scriptId })
    if (script.draftedBy === session.officerId) {
      throw new AppError('forbidden', '自己起草的话术要由另一位同事审批。', { scriptId })
    }
    if (script.expiresOn < stationDay(now))
      throw conflict('这个版本的有效期已过，请先改有效期。', { scriptId })
    await tx.db
      .insertInto('scriptApprovals')
      .values({ stationId: tx.stationId, scriptId, version, approvedBy: session.officerId })
      .execute()
  }
  await writeEvents(
    tx,
    actor,
    ordered.map(({ scriptId, version }) => ({
      name: 'script.approved' as const,
      subject: { kind: 'script', id: scriptId },
      data: { version },
    })),
  )
  return { approved: ordered.length }
}
