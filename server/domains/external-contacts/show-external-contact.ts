import type { ExternalContact } from '../../../contract/external-contacts.ts'
import { recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contactsOf } from '../residents/list-residents.ts'
import { findVisibleContact } from '../residents/visibility.ts'
import { rowColumns, rowJoins } from './list-external-contacts.ts'
import { readFollows } from './read-follows.ts'
import { suggestResidents } from './suggest-residents.ts'

/** One contact of the work accounts, with who of the register it may be; who looked is written down. */
export async function showExternalContact(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<ExternalContact> {
  const { villageId } = await findVisibleContact(tx, session, id)
  const follows = (await readFollows(tx, [id])).get(id)
  if (!follows) throw notFound()
  await writeEvents(tx, actor, [
    { name: 'resident.read', subject: { kind: 'contact', id }, contactId: id, villageId },
  ])
  const { rows } = await tx.client.query(
    `select ${rowColumns} from contacts c ${rowJoins} where c.station_id = $1 and c.id = $2`,
    [tx.stationId, id],
  )
  const [row] = rows
  const suggestions = row.resident_id ? [] : await suggestResidents(tx, session, { ...row, follows })
  // Whom the remark of a contact brings up was looked for, though nobody typed a word here.
  const ids = suggestions.map(({ residentId }) => residentId)
  if (ids.length > 0)
    await recordSearch(tx, actor, 'external_contact.searched', { ids, contactIds: await contactsOf(tx, ids) })
  return {
    id,
    name: row.name,
    phone: row.phone,
    villageId: row.village_id,
    villageName: row.village_name,
    residentId: row.resident_id,
    residentName: row.resident_name,
    address: row.address,
    follows,
    suggestions,
  }
}
