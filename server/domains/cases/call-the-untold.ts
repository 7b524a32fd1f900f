import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { askToPhone } from '../inbox/ask-to-phone.ts'
import { doorOf } from '../residents/digital-door.ts'
import { caseEvent, type LockedCase } from './lock-case.ts'
import { type Asker, askersOf } from './merged-family.ts'

/** The cause of the phone tasks of an outcome: of one cause a conversation has one task. */
export const causeOf = (outcomeId: string) => `outcome-${outcomeId}`

/**
 * Whoever stands behind the case and has not been told is rung up, once a person, so that nobody is forgotten: in her
 * conversation where she has one, else by a call of the case. `toldContact` has just been told by a message; null: the
 * officer told the resident of the case itself.
 */
export async function callTheUntold(
  tx: Tx,
  actor: Actor,
  matter: LockedCase,
  outcome: { id: string; words: string },
  toldContact: string | null,
): Promise<void> {
  const askers = await askersOf(tx, matter.id)
  const told = askers.filter((asker) =>
    toldContact ? asker.contactId === toldContact : asker.caseId === matter.id,
  )
  const known = new Set(told.flatMap(marksOf))
  for (const asker of askers) {
    const { conversationId, contactId } = asker
    if (!conversationId || !contactId || known.has(contactId)) continue
    marksOf(asker).forEach((mark) => {
      known.add(mark)
    })
    if (await doorOf(tx, contactId)) continue
    const cause = causeOf(outcome.id)
    await askToPhone(tx, actor, { conversationId, reason: 'outcome_untold', cause, words: outcome.words })
  }
  for (const asker of askers) {
    const marks = marksOf(asker)
    const toldInPerson = asker.caseId === matter.id && !toldContact
    if (asker.conversationId || toldInPerson || marks.some((mark) => known.has(mark))) continue
    marks.forEach((mark) => {
      known.add(mark)
    })
    // Without a phone she may still find the outcome on her page.
    if (!asker.phone && asker.contactId && (await doorOf(tx, asker.contactId))) continue
    await askToCall(tx, actor, asker, outcome.id)
  }
}

/** By what the same person is known again. */
function marksOf(asker: Asker): string[] {
  const digits = asker.phone.replaceAll(/\D/g, '')
  return [asker.contactId ?? '', digits].filter((mark) => mark !== '')
}

async function askToCall(tx: Tx, actor: Actor, asker: Asker, outcomeId: string): Promise<void> {
  const callId = newId()
  const { rowCount } = await tx.client.query({
    name: 'ask-to-call',
    text: `insert into outcome_calls (station_id, id, outcome_id, case_id) values ($1, $2, $3, $4)
      on conflict (station_id, outcome_id, case_id) do nothing`,
    values: [tx.stationId, callId, outcomeId, asker.caseId],
  })
  if (rowCount === 0) return
  const about = { ...asker, id: asker.caseId }
  await writeEvents(tx, actor, [caseEvent(about, 'case.call_asked', { callId, outcomeId })])
}
