import { listFact } from '../../../contract/list-materials.ts'
import type { Answered } from '../../../contract/own-papers.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tellFacts } from '../inbox/conversation-facts.ts'
import { tellResident } from '../inbox/tell-resident.ts'
import { sayWhatToBring } from '../services/say-papers.ts'
import { type AppointmentRow, lockForOfficer, lockForResident } from './appointment-rows.ts'
import { keepAnswers } from './keep-answers.ts'
import { ownListOf } from './own-lists.ts'
import { mayAnswer, sayMoment } from './rules.ts'

/**
 * An officer writes down or corrects what the family answered. When that changes what has to be brought to a time that is
 * still to come, the resident is told in her conversation.
 */
export async function answerAsOfficer(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  answered: Answered,
  now = new Date(),
): Promise<void> {
  const row = await lockForOfficer(tx, session, id)
  const { officerId } = session
  const { before, after } = await answer(tx, actor, row, answered, officerId)
  const told = row.conversationId && row.status === 'booked' && row.startsAt > now
  if (!told || before === after) return
  await tellResident(tx, actor, {
    conversationId: row.conversationId!,
    body: `您约的${sayMoment(row.startsAt)}办“${row.guideName}”，照您家的情况，要带的改了一下。${after}情况不是这样的，请在这里告诉我们。`,
    officerId,
    key: `appointment-answers-${newId()}`,
  })
}

/** The resident answers for her own appointment, from whichever phone of hers. */
export async function answerAsResident(
  tx: Tx,
  actor: Actor,
  contactId: string,
  id: string,
  answered: Answered,
): Promise<void> {
  await answer(tx, actor, await lockForResident(tx, contactId, id), answered, null)
}

async function answer(
  tx: Tx,
  actor: Actor,
  row: AppointmentRow,
  answered: Answered,
  officerId: string | null,
): Promise<{ before: string; after: string }> {
  const old = await ownListOf(tx, row)
  if (!mayAnswer(row)) throw conflict('这个预约已经办完或取消，家里的情况不能再改。')
  if (old.frozen) throw conflict('这个预约的案件已经办结，或者并进了别的案件，家里的情况不能再改。')
  const { known, changed } = await keepAnswers(tx, actor, row, answered, { officerId, at: new Date() })
  if (known === 0) throw conflict('这份指南的问题刚刚改过，请刷新页面，看了新的问题再答。')
  const list = changed > 0 ? await ownListOf(tx, row) : old
  // A case tells its list itself.
  if (changed > 0 && row.conversationId && !list.ofCase)
    await tellFacts(tx, row.conversationId, { 材料清单: listFact(list) })
  return { before: sayWhatToBring(old), after: sayWhatToBring(list) }
}
