import type { Role } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { permissionsOf } from '../officers/permissions.ts'
import { lockLetter } from './find-letters.ts'

/** Says by hand who sees to a letter: somebody who may read what residents write. The same one again changes nothing. */
export async function giveLetter(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  officerId: string,
): Promise<{ done: true }> {
  const letter = await lockLetter(tx, session, id, true)
  if (letter.owner?.id === officerId) return { done: true }
  const { rows } = await tx.client.query(
    'select role from active_officers where station_id = $1 and id = $2',
    [tx.stationId, officerId],
  )
  if (!rows[0]) throw notFound()
  if (!permissionsOf(rows[0].role as Role).has('conversations.write'))
    throw conflict('这个岗位看不到居民的消息，请指定所长、民警或辅警。')
  await tx.client.query(
    `update wechat_letters set owner_id = $3, owned_at = clock_timestamp(), owned_by = $4 where station_id = $1 and id = $2`,
    [tx.stationId, id, officerId, session.officerId],
  )
  await writeEvents(tx, actor, [
    {
      ...{ name: 'wechat_letter.given' as const, subject: { kind: 'wechat_letter', id } },
      ...{ conversationId: letter.conversation?.id ?? null, villageId: letter.villageId },
      data: { to: officerId, by: 'hand' },
    },
  ])
  return { done: true }
}
