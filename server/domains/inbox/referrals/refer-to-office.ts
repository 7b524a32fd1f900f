import type { ReferralBody } from '../../../../contract/office-referrals.ts'
import { offices } from '../../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { checkReplyLine } from '../reply-line.ts'
import { tellResident } from '../tell-resident.ts'
import { lockConversation } from '../visibility.ts'

/**
 * Hands a matter to the office it belongs to: she is told its name and number, and that somebody will ask her after some
 * days. The conversation stays open until a person closes it. Throws `conflict` while the same office still has it.
 */
export async function referToOffice(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  { office, askInDays }: ReferralBody,
  now = new Date(),
): Promise<{ id: string }> {
  const conversation = await lockConversation(tx, session, conversationId)
  if (conversation.closedAt) throw conflict('这件事已经办结，要交给别的单位请先重新打开。')
  if (await isWith(tx, conversationId, office))
    throw conflict('这件事已经交给这个单位了，还没有问过结果，不用再交一次。')
  if (conversation.channel === 'wechat') await checkReplyLine(tx, conversation.contactId, 1)
  const { name, phone } = offices[office]
  const id = newId()
  const askOn = stationDay(new Date(now.getTime() + askInDays * 864e5))
  await tx.db
    .insertInto('officeReferrals')
    .values({
      stationId: tx.stationId,
      id,
      conversationId,
      office,
      phone,
      officerId: session.officerId,
      referredAt: now,
      askOn,
    })
    .execute()
  await tellResident(tx, actor, {
    conversationId,
    body: sayReferral(name, phone, askInDays),
    officerId: session.officerId,
    key: `referral-${id}`,
  })
  await writeEvents(tx, actor, [
    {
      name: 'referral.made',
      subject: { kind: 'referral', id },
      conversationId,
      contactId: conversation.contactId,
      villageId: conversation.villageId,
      data: { office },
    },
  ])
  return { id }
}

/** What she reads: who it is, which number, and that she is not left alone with it. */
export const sayReferral = (name: string, phone: string, days: number) =>
  `这件事归${name}那边管，请打 ${phone}，说清地点和情况。我们记下来了，${days} 天后会在这里问您那边办好了没有；没办好您告诉我们，我们再想办法。有危险打 110。`

async function isWith(tx: Tx, conversationId: string, office: string): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `select from office_referrals where station_id = $1 and conversation_id = $2 and office = $3 and answer is null
       and asked_at is null`,
    [tx.stationId, conversationId, office],
  )
  return rowCount! > 0
}
