import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { dropDeadLetter } from '../../platform/jobs/dead-letters.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockLetter } from './find-letters.ts'

/**
 * A person has seen to a letter otherwise (phoned, asked for it again) and says how. It is not tried any more; its bytes
 * stay. A second tap changes nothing.
 */
export async function settleLetter(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  reason: string,
): Promise<{ done: true }> {
  const letter = await lockLetter(tx, session, id, true)
  if (letter.settled) return { done: true }
  if (letter.replayed) throw conflict('这一条正在重新处理，请等一会儿再看结果。')
  await tx.client.query(
    'update wechat_letters set settled_at = clock_timestamp(), settled_by = $3, reason = $4 where station_id = $1 and id = $2',
    [tx.stationId, id, session.officerId, reason],
  )
  await dropDeadLetter(tx, letter.deadLetterId)
  await (letter.digest
    ? tx.client.query(
        'update wechat_envelopes set handled_at = coalesce(handled_at, clock_timestamp()) where station_id = $1 and digest = $2',
        [tx.stationId, letter.digest],
      )
    : tx.client.query(
        `update kf_messages set handled_at = coalesce(handled_at, clock_timestamp()), fail_code = coalesce(fail_code, 'settled')
         where station_id = $1 and open_kfid = $2 and msgid = $3`,
        [tx.stationId, letter.openKfid, letter.msgid],
      ))
  await writeEvents(tx, actor, [
    {
      ...{ name: 'wechat_letter.settled' as const, subject: { kind: 'wechat_letter', id } },
      ...{ conversationId: letter.conversation?.id ?? null, contactId: letter.contactId },
      villageId: letter.villageId,
    },
  ])
  return { done: true }
}
