import type { CorrectionBody } from '../../../contract/inbox-handling.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { assignByRoster } from './assign-by-roster.ts'
import { readingSource } from './reading-sources.ts'
import { type LockedConversation, lockConversation } from './visibility.ts'

/** A person's reading replaces the machine's, and is kept beside it for learning, with the message it was read from. */
export async function correctTriage(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  conversationId: string,
  correction: CorrectionBody,
): Promise<{ done: true }> {
  const conversation = await lockConversation(tx, session, conversationId)
  const { was, now, change } = changeOf(conversation, correction)
  if (was === now) return { done: true }
  // To say that an emergency is none is a decision, and an auxiliary takes none (State Council Office 2016 No. 114, art. 3).
  if (correction.field === 'emergency' && !correction.value && session.role === 'auxiliary') {
    throw new AppError('forbidden', '紧急与否要由民警判断，请转给民警。')
  }
  if (correction.field === 'village' && correction.value) {
    const { rowCount } = await tx.client.query('select from villages where station_id = $1 and id = $2', [
      tx.stationId,
      correction.value,
    ])
    if (rowCount === 0) throw invalid('没有这个村。')
  }
  await tx.db
    .updateTable('conversations')
    .set(change)
    .where('stationId', '=', tx.stationId)
    .where('id', '=', conversationId)
    .execute()
  const source = await readSource(tx, conversationId, correction.field)
  if (source) {
    await tx.db
      .insertInto('triageCorrections')
      .values({
        stationId: tx.stationId,
        id: newId(),
        conversationId,
        messageId: source.messageId,
        field: correction.field,
        machineValue: source.read,
        personValue: now,
        officerId: session.officerId,
      })
      .execute()
  }
  await writeEvents(tx, actor, [
    {
      name: 'triage.corrected',
      subject: { kind: 'conversation', id: conversationId },
      conversationId,
      villageId: correction.field === 'village' ? correction.value : conversation.villageId,
      data: { field: correction.field, from: was, to: now },
    },
  ])
  if (correction.field === 'village' && correction.value && !conversation.assigneeId)
    await assignByRoster(tx, actor, conversationId, correction.value)
  return { done: true }
}

/** The message from which the machine has the value, and what it read there: also when a person has corrected it before. */
async function readSource(
  tx: Tx,
  conversationId: string,
  field: CorrectionBody['field'],
): Promise<{ messageId: string; read: string } | null> {
  const { rows } = await tx.client.query(
    `select t.message_id as "messageId", t.emergency, t.village_id, concat_ws(':', t.scenario, t.office) as scenario
     from triage_readings t where t.station_id = $1 and t.message_id = ${readingSource[field]}`,
    [tx.stationId, conversationId],
  )
  const reading = rows[0]
  if (!reading) return null
  const read = {
    emergency: String(reading.emergency),
    village: reading.village_id ?? '',
    scenario: reading.scenario,
  }
  return { messageId: reading.messageId, read: read[field] }
}

function changeOf(conversation: LockedConversation, correction: CorrectionBody) {
  switch (correction.field) {
    case 'emergency':
      return {
        was: String(conversation.emergency),
        now: String(correction.value),
        change: { emergency: correction.value },
      }
    case 'village':
      return {
        was: conversation.villageId ?? '',
        now: correction.value ?? '',
        change: { villageId: correction.value },
      }
    case 'scenario': {
      const office = correction.value === 'other_office' ? (correction.office ?? conversation.office) : null
      return {
        was: [conversation.scenario, conversation.office].filter(Boolean).join(':'),
        now: [correction.value, office].filter(Boolean).join(':'),
        change: { scenario: correction.value, office },
      }
    }
  }
}
