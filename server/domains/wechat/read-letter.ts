import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockLetter } from './find-letters.ts'

/** So much is shown of it; nothing of WeChat's is longer but what somebody made to be. */
const mostLetters = 20_000

/** The bytes of a letter as they came, for whoever tries to find out what a resident said. The look is recorded. */
export async function readLetter(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<{ bytes: string; whole: boolean }> {
  const letter = await lockLetter(tx, session, id, false)
  const { rows } =
    letter.job === 'follow-wechat-hint'
      ? await tx.client.query(
          'select event::text as bytes from wechat_hints where station_id = $1 and place = $2::bigint',
          [tx.stationId, letter.item],
        )
      : letter.digest
        ? await tx.client.query(
            `select convert_from(e.body, 'LATIN1') as bytes from wechat_envelopes e where e.station_id = $1 and e.digest = $2`,
            [tx.stationId, letter.digest],
          )
        : await tx.client.query(
            'select raw::text as bytes from kf_messages where station_id = $1 and open_kfid = $2 and msgid = $3',
            [tx.stationId, letter.openKfid, letter.msgid],
          )
  await writeEvents(tx, actor, [
    {
      ...{ name: 'wechat_letter.read' as const, subject: { kind: 'wechat_letter', id } },
      ...{ conversationId: letter.conversation?.id ?? null, contactId: letter.contactId },
      villageId: letter.villageId,
    },
  ])
  const bytes = String(rows[0]?.bytes ?? '')
  return { bytes: bytes.slice(0, mostLetters), whole: bytes.length <= mostLetters }
}
