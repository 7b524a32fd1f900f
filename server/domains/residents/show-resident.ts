import type { Resident } from '../../../contract/residents.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readConsents } from './consents/show-consents.ts'
import { readMerges, readPhones, readRelations } from './person/read-person.ts'
import { householdColumns, householdOf } from './read-household.ts'
import { recordResidentRead } from './record-resident-read.ts'
import { readContacts } from './show-contact.ts'
import { findVisibleResident, followMerges } from './visibility.ts'

/**
 * A person with household, family, contacts, relations and what she agreed to; who looked is written down. The id of an
 * entry that was merged away answers with the one that stands for it now: look at the id of the answer.
 */
export async function showResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  asked: string,
): Promise<Resident> {
  const id = await followMerges(tx, asked)
  const { householdId, villageId } = await findVisibleResident(tx, session, id)
  await recordResidentRead(tx, actor, id, villageId)
  const { rows } = await tx.client.query(
    `select r.name, r.phone, r.note, r.nicknames, r.born_on as "bornOn", r.died_on as "diedOn", r.languages, r.needs,
       r.created_at, ${householdColumns} from residents r
     left join households h on h.station_id = r.station_id and h.id = r.household_id
     left join villages v on v.station_id = h.station_id and v.id = h.village_id
     where r.station_id = $1 and r.id = $2`,
    [tx.stationId, id],
  )
  const [row] = rows
  const { name, phone, note, nicknames, bornOn, diedOn, languages, needs } = row
  return {
    ...{ id, name, phone, note, nicknames, bornOn, diedOn, languages, needs },
    household: householdOf(row),
    family: householdId ? await readFamily(tx, householdId, id) : [],
    contacts: await readContacts(tx, 'c.resident_id', id),
    phones: await readPhones(tx, id),
    relations: await readRelations(tx, session, id),
    consents: await readConsents(tx, id),
    merges: await readMerges(tx, id),
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
