import type { OfficerSession } from '../auth/session.ts'
import { notFound } from '../errors.ts'
import type { Tx } from '../tenancy.ts'
import type { FileUse } from './file-use.ts'

/** The file, if this officer may see a matter it hangs on or put it in herself; else 404, as if it were not there. */
export async function findFileForOfficer(tx: Tx, session: OfficerSession, uses: FileUse[], id: string) {
  const file = await findFile(tx, id)
  if (file.ownerKind === 'officer' && file.ownerId === session.officerId) return file
  for (const use of uses) if (await use.officerMayRead(tx, session, id)) return file
  throw notFound()
}

/** The file, if it is the resident's own or was sent to her; else 404. */
export async function findFileForResident(tx: Tx, contactId: string, uses: FileUse[], id: string) {
  const file = await findFile(tx, id)
  if (file.ownerKind === 'resident' && file.ownerId === contactId) return file
  for (const use of uses) if (await use.residentMayRead(tx, contactId, id)) return file
  throw notFound()
}

export type FoundFile = Awaited<ReturnType<typeof findFile>>

async function findFile(tx: Tx, id: string) {
  const row = await tx.db
    .selectFrom('files')
    .select(['id', 'kind', 'mediaType', 'sha256', 'shownSha256', 'thumbSha256', 'ownerKind', 'ownerId'])
    .select(['name', 'mayRun'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
