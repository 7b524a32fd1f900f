import type { Resident } from '../../../contract/residents.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { householdColumns, householdOf } from './read-household.ts'
import { readContacts } from './show-contact.ts'
import { findVisibleResident } from './visibility.ts'

/** A person with household, family and contacts; who looked is written down, for each of her contacts. */
export async function showResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<Resident> {
  const { householdId, villageId } = await findVisibleResident(tx, session, id)
  const contacts = await readContacts(tx, 'c.resident_id', id)
  // The log is asked by contact: whichever of hers she asks with, she learns of this look.
  const readFor = contacts.length > 0 ? contacts.map((contact) => contact.id) : [null]
  await writeEvents(
    tx,
    actor,
    readFor.map((contactId) => ({
      name: 'resident.read' as const,
      subject: { kind: 'resident', id },
      contactId,
      villageId,
    })),
  )
  const { rows } = await tx.client.query(
    `select r.name, r.phone, r.note, r.created_at, ${householdColumns} from residents r
     left join households h on h.station_id = r.station_id and h.id = r.household_id
     left join villages v on v.station_id = h.station_id and v.id = h.village_id
     where r.station_id = $1 and r.id = $2`,
    [tx.stationId, id],
  )
  const [row] = rows
  return {
    id,
    name: row.name,
    phone: row.phone,
    note: row.note,
    household: householdOf(row),
    family: householdId ? await readFamily(tx, householdId, id) : [],
    contacts,
    createdAt: row.created_at.toISOString(),
  }
}

async function readFamily(
  tx: Tx,
  householdId: string,
  without: string,
): Promise<{ id: string; name: string }[]> {
  return tx.db
    .selectFrom('residents')
    .select(['id', 'name'])
    .where('stationId', '=', tx.stationId)
    .where('householdId', '=', householdId)
    .where('id', '<>', without)
    .orderBy('createdAt')
    .execute()
}
