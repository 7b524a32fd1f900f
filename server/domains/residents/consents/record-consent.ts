import type { NewConsent } from '../../../../contract/consents.ts'
import type { ConsentWay, FreePurpose } from '../../../../contract/person-words.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findVisibleResident } from '../visibility.ts'
import { newestConsents } from './newest-consents.ts'
import { refusalOf, type Said } from './rules.ts'

/** An officer writes down what a person answered. What stands already is not written twice. */
export async function recordConsent(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  residentId: string,
  { purpose, state, how, note = '' }: NewConsent,
): Promise<{ done: true }> {
  const { villageId } = await findVisibleResident(tx, session, residentId, true)
  await writeConsent(tx, actor, { residentId, purpose, state, how, note, villageId })
  return { done: true }
}

type Answer = {
  residentId: string
  purpose: FreePurpose
  state: Said['state']
  how: ConsentWay
  note?: string
  villageId: string | null
  contactId?: string
}

/** Writes an answer into the ledger of a person whose row is locked; says whether it was new. Throws why it may not be. */
export async function writeConsent(tx: Tx, actor: Actor, answer: Answer): Promise<boolean> {
  const { residentId, purpose, state, how, note = '', villageId, contactId } = answer
  const before = (await newestConsents(tx, residentId)).get(purpose) ?? null
  if (before?.state === state) return false
  const { rows } = await tx.client.query(
    'select born_on as "bornOn" from residents where station_id = $1 and id = $2',
    [tx.stationId, residentId],
  )
  const refusal = refusalOf({ state, how, note, bornOn: rows[0].bornOn, before }, new Date())
  if (refusal) throw conflict(refusal)
  await tx.db
    .insertInto('residentConsents')
    .values({
      ...{ stationId: tx.stationId, id: newId(), residentId, purpose, basis: 'consent', state, how },
      ...{ note: note.trim(), recordedBy: actor.kind === 'officer' ? actor.id : null },
    })
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'resident.consent_recorded',
      subject: { kind: 'resident', id: residentId },
      villageId,
      contactId: contactId ?? null,
      data: { purpose, state, how },
    },
  ])
  return true
}
