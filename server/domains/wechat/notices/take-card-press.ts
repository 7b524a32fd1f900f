import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { assignConversation } from '../../inbox/assign-conversation.ts'
import { findConversation } from '../../inbox/views.ts'
import { loadSession } from '../../officers/load-session.ts'
import { officerNames } from '../../officers/views.ts'
import { officersOfMembers } from '../../officers/wecom/member-views.ts'
import { settleTaken, takenWords } from './tell-of-assignment.ts'

type Press = { noticeId: string; userId: string; responseCode: string }
type Outcome = { outcome: 'taken' | 'late' | 'closed' | 'refused'; words: string }

/**
 * “我来接” on a card: the conversation goes to whoever pressed, as if she had taken it at the workbench, with what she
 * may do now. Of two who press, the second is told who was quicker. Once a press, however often the job runs.
 */
export async function takeCardPress(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  digest: string,
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'lock-card-press',
      text: `select notice_id as "noticeId", user_id as "userId", response_code as "responseCode"
        from officer_card_presses where station_id = $1 and digest = $2 and handled_at is null for update`,
      values: [stationId, digest],
    })
    const press = rows[0] as Press | undefined
    if (!press) return
    const { outcome, words } = await act(tx, press)
    await tx.client.query(
      `update officer_card_presses set handled_at = clock_timestamp(), outcome = $3 where station_id = $1 and digest = $2`,
      [stationId, digest, outcome],
    )
    // Her own card answers her by the code that came with the press.
    await tx.client.query(
      `update officer_notices set card_words = $4, response_code = $3, card_told_at = null, not_before = clock_timestamp()
       where station_id = $1 and id = $2 and $3 <> ''`,
      [stationId, press.noticeId, press.responseCode, words],
    )
  })
}

async function act(tx: Tx, press: Press): Promise<Outcome> {
  const member = (await officersOfMembers(tx, [press.userId])).get(press.userId.toLowerCase())
  const { rows } = await tx.client.query(
    `select conversation_id, officer_id, assignee_seen from officer_notices where station_id = $1 and id = $2`,
    [tx.stationId, press.noticeId],
  )
  const notice = rows[0]
  const refused: Outcome = { outcome: 'refused', words: '您现在不能接这件事，请到工作台看' }
  if (!notice?.conversation_id || !member?.confirmed || notice.officer_id !== member.officerId) return refused
  const session = await loadSession(tx, member.officerId, { sessionId: press.noticeId, steppedUpAt: null })
  if (!session?.permissions.has('conversations.assign')) return refused
  const id = notice.conversation_id as string
  const actor: Actor = { kind: 'officer', id: member.officerId }
  const done = await take(tx, actor, session, id, notice.assignee_seen)
  await writeEvents(tx, actor, [
    {
      name: 'officer_notice.card_pressed',
      subject: { kind: 'conversation', id },
      conversationId: id,
      data: { outcome: done.outcome },
    },
  ])
  return done
}

async function take(
  tx: Tx,
  actor: Actor,
  session: NonNullable<Awaited<ReturnType<typeof loadSession>>>,
  id: string,
  expected: string | null,
): Promise<Outcome> {
  const before = await findConversation(tx, id)
  if (before?.closedAt) return { outcome: 'closed', words: '这件事已经办结' }
  try {
    // Hers already when she took it at the workbench meanwhile.
    await assignConversation(tx, actor, session, id, {
      officerId: session.officerId,
      reason: '在企业微信卡片上点了“我来接”',
      expected,
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const now = await findConversation(tx, id)
    if (error.code !== 'conflict' || !now?.assigneeId)
      return { outcome: 'refused', words: '您现在不能接这件事，请到工作台看' }
    const name = (await officerNames(tx, [now.assigneeId])).get(now.assigneeId) ?? '同事'
    return { outcome: 'late', words: `${name}先接了` }
  }
  await settleTaken(tx, id, session.officerId)
  return { outcome: 'taken', words: takenWords }
}
