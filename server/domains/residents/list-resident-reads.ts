import type { ContactReads } from '../../../contract/residents.ts'
import { readsOfPerson } from '../../platform/audit/reads-of-person.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerNames } from '../officers/views.ts'
import { findVisibleResident } from './visibility.ts'

/** Who looked at a person: her entry, those that were merged into it, and the matters of all her contacts. */
export async function listResidentReads(tx: Tx, session: OfficerSession, id: string): Promise<ContactReads> {
  await findVisibleResident(tx, session, id)
  const { rows } = await tx.client.query(
    `select array(select r.id from residents r where r.station_id = $1 and $2 in (r.id, r.merged_into_id)) as "residentIds",
       array(select c.id from contacts c where c.station_id = $1 and c.resident_id = $2) as "contactIds"`,
    [tx.stationId, id],
  )
  const reads = await readsOfPerson(tx, rows[0])
  const names = await officerNames(
    tx,
    reads.map(({ officerId }) => officerId).filter((officerId) => officerId !== null),
  )
  return {
    items: reads.map(({ officerId, name, at }) => ({
      ...{ officerId, officerName: names.get(officerId ?? '') ?? '', name, at: at.toISOString() },
    })),
  }
}
