import type { BroadcastDraft, SavedBroadcast } from '../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict, invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { addStep } from './add-step.ts'
import { checkAudience, checkPictures, checkScope } from './check-content.ts'
import { findVisibleBroadcast, type Standing } from './find-broadcast.ts'
import { writeVersion } from './write-version.ts'

/**
 * Saves what is typed. The newest version changes as long as nobody has submitted it and it is the same writer's; else a
 * new one begins, the broadcast is a draft again, and an approval that it had no longer counts.
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { version, savedAt, ...content }: BroadcastDraft,
): Promise<SavedBroadcast> {
  const standing = await findVisibleBroadcast(tx, session, id, 'for update')
  const { rows } = await tx.client.query(
    `select v.written_at, v.file_ids::text[] as files,
       exists (select from broadcast_steps s where s.station_id = $1 and s.broadcast_id = $2 and s.version = v.version and s.step <> 'drafted') as stands,
       exists (select from broadcast_steps s where s.station_id = $1 and s.broadcast_id = $2 and s.step <> 'drafted') as shown
     from broadcast_versions v where v.station_id = $1 and v.broadcast_id = $2 and v.version = $3`,
    [tx.stationId, id, standing.version],
  )
  const newest = rows[0]
  refuseUnlessOpen(standing, session)
  if (version !== standing.version || newest.written_at.getTime() !== new Date(savedAt).getTime())
    throw conflict('这条发布在别处改过了，请刷新后再改。')
  if (standing.aboutId) refuseOtherPeople(standing, content)
  else {
    checkScope(session, content)
    await checkAudience(tx, content.audience, villageScope(session))
  }
  await checkPictures(tx, session, content.fileIds, newest.files)
  if (content.kind !== standing.kind || content.urgency !== standing.urgency) {
    // It was read over as what it was; something more urgent is another broadcast.
    if (newest.shown) throw conflict('送审过的，种类和紧急程度不能再改：请取消这条，另写一条。')
    await tx.db
      .updateTable('broadcasts')
      .set({ kind: content.kind, urgency: content.urgency })
      .where('stationId', '=', tx.stationId)
      .where('id', '=', id)
      .execute()
  }
  if (!newest.stands && standing.writtenBy === session.officerId)
    return { id, version, savedAt: await writeVersion(tx, id, version, session.officerId, content, 'change') }
  const next = version + 1
  const saved = await writeVersion(tx, id, next, session.officerId, content, 'new')
  await addStep(tx, actor, { id, version: next, step: 'drafted' }, { name: 'broadcast.drafted' })
  return { id, version: next, savedAt: saved }
}

const open = ['drafted', 'submitted', 'refused', 'approved']

/** Before it starts; an auxiliary changes only what she began. */
export function refuseUnlessOpen(standing: Standing, session: OfficerSession): void {
  if (!open.includes(standing.state))
    throw conflict('已经开始发或者取消了，不能再改。发出去的有错，请发更正。')
  if (session.scope === 'villages' && standing.madeBy !== session.officerId)
    throw new AppError('forbidden', '这条是别人写的，请找写的人改。')
}

/** A correction goes to those who had what was wrong, no fewer and no others. */
function refuseOtherPeople(standing: Standing, content: Omit<BroadcastDraft, 'version' | 'savedAt'>): void {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const { villageIds, villageGroups, groupIds, tagIds, needs, languages } = content.audience
  const before = standing.audience
  const unchanged =
    same(villageIds, before.villageIds) &&
    same(villageGroups, before.villageGroups) &&
    same(groupIds, before.groupIds) &&
    same([tagIds, needs, languages], [before.tagIds, before.needs, before.languages]) &&
    same(content.channels.toSorted(), standing.channels.toSorted())
  if (!unchanged) throw invalid('更正和撤回要发给原来那些人，从原来的地方发，不能改。')
}
