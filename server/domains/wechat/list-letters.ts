import type { WechatLetter } from '../../../contract/wechat.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findLetters } from './find-letters.ts'

/** What could not be handled, with who sees to it. Whose they are is shown, so the look is recorded. */
export async function listLetters(tx: Tx, actor: Actor, session: OfficerSession): Promise<WechatLetter[]> {
  const letters = await findLetters(tx, session)
  await recordListed(
    tx,
    actor,
    'wechat_letter.listed',
    letters.map(({ contactId }) => contactId),
  )
  return letters.map(
    ({ id, job, who, conversation, errorCode, failedAt, owner, replayed, settled }): WechatLetter => ({
      ...{ id, job, who, conversation, errorCode, failedAt, owner, replayed, settled },
    }),
  )
}
