import type { WechatLetter } from '../../../contract/wechat.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findLetters } from './find-letters.ts'

/** What could not be handled, with who sees to it. Whose they are is shown, so the look is recorded. */
export async function listLetters(tx: Tx, actor: Actor, session: OfficerSession): Promise<WechatLetter[]> {
  const letters = await findLetters(tx, session)
  await writeEvents(tx, actor, [
    {
      ...{ name: 'wechat.letter_listed' as const, subject: { kind: 'station', id: tx.stationId } },
      data: { count: letters.length },
    },
  ])
  return letters.map(
    ({ id, job, who, conversation, errorCode, failedAt, owner, replayed, settled }): WechatLetter => ({
      ...{ id, job, who, conversation, errorCode, failedAt, owner, replayed, settled },
    }),
  )
}
