import type { OwnConsent, OwnConsents } from '../../../../contract/consents.ts'
import { freePurposes } from '../../../../contract/person-words.ts'
import { conflict } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { ensureContact } from '../ensure-contact.ts'
import { newestConsents } from './newest-consents.ts'
import { optContactOut } from './opt-contact-out.ts'
import { writeConsent } from './record-consent.ts'
import { isNo, noAfter } from './rules.ts'

/**
 * What the resident lets the station do, for her own phone. Whose phone nobody knows decides on the notices to it and
 * on nothing else.
 */
export async function showOwnConsents(tx: Tx, contactId: string): Promise<OwnConsents> {
  const contact = await readContact(tx, contactId)
  const optedOutAt: Date | null = contact?.optedOutAt ?? null
  if (!contact?.residentId)
    return {
      known: false,
      items: [{ purpose: 'notices', allowed: optedOutAt ? false : null, since: iso(optedOutAt) }],
    }
  const newest = await newestConsents(tx, contact.residentId)
  return {
    known: true,
    items: freePurposes.map((purpose) => {
      const said = newest.get(purpose)
      if (purpose === 'notices' && optedOutAt && !isNo(said))
        return { purpose, allowed: false, since: iso(optedOutAt) }
      return { purpose, allowed: said ? !isNo(said) : null, since: iso(said?.recordedAt ?? null) }
    }),
  }
}

/**
 * She says yes or no herself (PIPL art. 15: taking back is as easy as giving). It counts from this commit on, for all
 * the ways in which the station knows her; nothing else becomes worse for it (art. 16).
 */
export async function sayOwnConsent(
  tx: Tx,
  actor: Actor,
  contactId: string,
  { purpose, allowed }: OwnConsent,
): Promise<OwnConsents> {
  await ensureContact(tx, { id: contactId, channel: 'web' })
  const known = await readContact(tx, contactId)
  // The person before her contact, as a merge of two entries locks them.
  const villageId = known?.residentId ? await lockResident(tx, known.residentId) : null
  const contact = await readContact(tx, contactId, true)
  const residentId: string | null = contact?.residentId ?? null
  if (residentId !== (known?.residentId ?? null)) throw conflict('派出所刚改了您的登记，请再点一次。')
  if (!residentId && purpose !== 'notices')
    throw conflict('这部手机还没有和您的登记对上，请打电话或到窗口告诉我们。')
  if (residentId) {
    const before = (await newestConsents(tx, residentId)).get(purpose) ?? null
    const state = allowed ? 'in_force' : noAfter(before)
    await writeConsent(tx, actor, { residentId, purpose, state, how: 'page', villageId, contactId })
  }
  if (purpose === 'notices')
    await optContactOut(tx, actor, {
      ...{ contactId, optedOut: !allowed },
      villageId: villageId ?? contact?.villageId ?? null,
    })
  return showOwnConsents(tx, contactId)
}

async function readContact(tx: Tx, id: string, lock = false) {
  const { rows } = await tx.client.query(
    `select resident_id as "residentId", village_id as "villageId", opted_out_at as "optedOutAt" from contacts
     where station_id = $1 and id = $2 ${lock ? 'for update' : ''}`,
    [tx.stationId, id],
  )
  return rows[0]
}

/** Locks her entry; returns her village. */
async function lockResident(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.client.query(
    `select h.village_id as "villageId" from residents r
     left join households h on h.station_id = $1 and h.id = r.household_id
     where r.station_id = $1 and r.id = $2 for update of r`,
    [tx.stationId, id],
  )
  return rows[0]?.villageId ?? null
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
