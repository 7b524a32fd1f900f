import type { OwnReads, OwnReadsQuery, ReadSubject } from '../../../contract/residents.ts'
import { type ContactRead, readsOfContact } from '../../platform/audit/reads-of-contact.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officerTitles } from '../officers/views.ts'
import { foldReads, lineOf, type OwnNumbers } from './fold-reads.ts'

const batch = 200

/** Who looked at a contact's matters (promise 6), told to herself: a line an officer and day, whole days a page. */
export async function listOwnReads(
  tx: Tx,
  contactId: string,
  { after, limit = 20 }: OwnReadsQuery,
  ownNumbers: OwnNumbers,
): Promise<OwnReads> {
  const { reads, next } = await readWholeDays(tx, contactId, after, limit)
  const officers = await officerTitles(
    tx,
    reads.map(({ officerId }) => officerId).filter((id) => id !== null),
  )
  const numbers = new Map<string, string>()
  for (const [kind, findNumbers] of Object.entries(ownNumbers)) {
    const ids = new Set(
      reads.filter(({ subjectKind }) => subjectKind === (kind as ReadSubject)).map((read) => read.subjectId),
    )
    if (ids.size === 0) continue
    for (const { id, number } of await findNumbers(tx, contactId, [...ids])) numbers.set(id, number)
  }
  return { items: foldReads(reads, { officers, numbers }), next }
}

/** Looks from the newest on until they make `limit` lines and their last day is complete. */
async function readWholeDays(
  tx: Tx,
  contactId: string,
  after: string | undefined,
  limit: number,
): Promise<{ reads: ContactRead[]; next: string | null }> {
  const reads: ContactRead[] = []
  const lines = new Set<string>()
  let before = after
  for (;;) {
    const found = await readsOfContact(tx, contactId, { limit: batch, ...(before ? { before } : {}) })
    for (const read of found) {
      const last = reads.at(-1)
      if (last && lines.size >= limit && stationDay(last.at) !== stationDay(read.at))
        return { reads, next: last.id }
      reads.push(read)
      lines.add(lineOf(read))
    }
    if (found.length < batch) return { reads, next: null }
    before = found.at(-1)!.id
  }
}
