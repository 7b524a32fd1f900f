import type { SavedBroadcast } from '../../../contract/broadcasts.ts'
import type { AboutHow } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { addStep } from './add-step.ts'
import { draftBroadcast } from './draft-broadcast.ts'
import { findVisibleBroadcast } from './find-broadcast.ts'

/**
 * What went out was wrong, or holds no longer: a new broadcast about it begins, to the same people, and goes the same way
 * by a second person. Taking back needs nobody: from this moment the residents' page no longer shows it and no officer is
 * asked for it any more; only the words to those who had it wait for approval.
 */
export async function followUpBroadcast(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  how: AboutHow,
  number: string,
): Promise<SavedBroadcast> {
  const old = await findVisibleBroadcast(tx, session, id, 'for update')
  if (old.state === 'withdrawn') throw conflict('已经撤回了。')
  if (!old.startedAt) throw conflict('还没有发，直接修改或者取消就行。')
  if (!session.permissions.has('broadcasts.approve') && !old.writers.includes(session.officerId))
    throw new AppError('forbidden', '这条是别人写的，请找写的人或者民警来做。')
  const { rows } = await tx.client.query(
    `select title, file_ids::text[] as "fileIds" from broadcast_versions where station_id = $1 and broadcast_id = $2 and version = $3`,
    [tx.stationId, id, old.version],
  )
  const { title } = rows[0]
  if (how === 'withdrawal') {
    await stopWaiting(tx, id)
    const { version } = old
    await addStep(tx, actor, { id, version, step: 'withdrawn' }, { name: 'broadcast.withdrawn' })
  }
  const words = firstWords(how, title, old.number)
  return draftBroadcast(
    tx,
    actor,
    session,
    {
      kind: old.kind,
      urgency: old.urgency,
      title: words.title.slice(0, 60),
      body: words.body,
      spoken: old.channels.includes('loudspeaker') ? words.body.replaceAll('\n', '') : '',
      fileIds: [],
      channels: old.channels,
      audience: old.audience,
      sendAt: null,
      shownUntil: null,
      templateKey: null,
    },
    number,
    { id, how, fileIds: rows[0].fileIds },
  )
}

function firstWords(how: AboutHow, title: string, number: string): { title: string; body: string } {
  return how === 'correction'
    ? {
        title: `关于“${title}”的更正`,
        body: `之前发的“${title}”（编号 ${number}）里有一处说错了。\n说错的是：\n正确的是：\n给大家添麻烦了。`,
      }
    : { title: `“${title}”不用再看了`, body: `之前发的“${title}”（编号 ${number}）现在撤回，请不要再转发。` }
}

/** What no work account has been asked for yet is not asked any more; what was asked is called back by carrying/. */
async function stopWaiting(tx: Tx, id: string): Promise<void> {
  const { rows } = await tx.client.query(
    `update broadcast_tasks set state = 'cancelled', ended_at = clock_timestamp()
     where station_id = $1 and broadcast_id = $2 and state = 'waiting' returning id`,
    [tx.stationId, id],
  )
  await tx.client.query(
    `update broadcast_targets set state = 'failed', reason = 'cancelled', settled_at = clock_timestamp()
     where station_id = $1 and broadcast_id = $2 and task_id = any($3::uuid[]) and state = 'waiting'`,
    [tx.stationId, id, rows.map((row) => row.id)],
  )
}
