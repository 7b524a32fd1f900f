import type { ContactReads } from '../../../contract/residents.ts'
import { readsOfContact } from '../../platform/audit/reads-of-contact.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerNames } from '../officers/views.ts'

/** The last hundred looks at a contact's matters, with the names of who looked. */
export async function listContactReads(tx: Tx, contactId: string): Promise<ContactReads> {
  const reads = await readsOfContact(tx, contactId)
  const names = await officerNames(
    tx,
    reads.map(({ officerId }) => officerId).filter((id) => id !== null),
  )
  return {
    items: reads.map(({ officerId, name, at }) => ({
      officerId,
      officerName: names.get(officerId ?? '') ?? '',
      name,
      at: at.toISOString(),
    })),
  }
}
