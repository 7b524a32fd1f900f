import type { ReferralAnswer } from '../../../../contract/office-referrals.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { finishPhoneTask } from '../finish-phone-task.ts'
import { reopenConversation } from '../reopen-conversation.ts'
import { lockConversation } from '../visibility.ts'
import { callOf } from './ask-after-referrals.ts'

type Referral = {
  id: string
  answer: ReferralAnswer | null
  conversationId: string
  contactId: string
  villageId: string | null
  closedAt: Date | null
}

/** An officer writes down what the resident told her of the other office. */
export async function answerForResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  answer: ReferralAnswer,
): Promise<{ reopened: boolean }> {
  const referral = await lockReferral(tx, id, null)
  await lockConversation(tx, session, referral.conversationId)
  const recorded = await record(tx, actor, referral, answer, session.officerId)
  const { rows } = await tx.client.query(
    'select id from phone_tasks where station_id = $1 and conversation_id = $2 and cause = $3 and done_at is null',
    [tx.stationId, referral.conversationId, callOf(id)],
  )
  // She has been rung up, then.
  for (const task of rows) await finishPhoneTask(tx, actor, session, referral.conversationId, task.id)
  return recorded
}

/** The resident says it on her page; who may not, finds nothing. */
export async function answerOwnReferral(
  tx: Tx,
  actor: Actor,
  contactId: string,
  id: string,
  answer: ReferralAnswer,
): Promise<{ reopened: boolean }> {
  return record(tx, actor, await lockReferral(tx, id, contactId), answer, null)
}

async function lockReferral(tx: Tx, id: string, contactId: string | null): Promise<Referral> {
  const { rows } = await tx.client.query(
    `select r.id, r.answer, c.id as "conversationId", c.contact_id as "contactId", c.village_id as "villageId",
       c.closed_at as "closedAt"
     from office_referrals r join conversations c on c.station_id = $1 and c.id = r.conversation_id
     where r.station_id = $1 and r.id = $2 and ($3::uuid is null or c.contact_id = $3) for update of r, c`,
    [tx.stationId, id, contactId],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** Not done puts the matter back in front of an officer: opened again when it was closed, waiting when it was not. */
async function record(
  tx: Tx,
  actor: Actor,
  referral: Referral,
  answer: ReferralAnswer,
  officerId: string | null,
): Promise<{ reopened: boolean }> {
  const { id, conversationId, contactId, villageId } = referral
  if (referral.answer) throw conflict('这件事的结果已经记下了，谢谢。')
  await tx.client.query(
    `update office_referrals set answer = $3, answered_at = clock_timestamp(), answered_by = $4
     where station_id = $1 and id = $2`,
    [tx.stationId, id, answer, officerId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'referral.answered',
      subject: { kind: 'referral', id },
      conversationId,
      contactId,
      villageId,
      data: { answer },
    },
  ])
  if (answer === 'done') return { reopened: false }
  if (referral.closedAt) {
    await reopenConversation(
      tx,
      actor,
      { id: conversationId, contactId, villageId },
      { waiting: officerId === null },
    )
    return { reopened: true }
  }
  if (officerId === null)
    await tx.client.query(
      `update conversations set waiting_since = coalesce(waiting_since, clock_timestamp())
       where station_id = $1 and id = $2`,
      [tx.stationId, conversationId],
    )
  return { reopened: false }
}
