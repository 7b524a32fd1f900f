import type { OfficerSession } from '../auth/session.ts'
import type { Tx } from '../tenancy.ts'

/**
 * How one domain uses files: it says who may see those that hang on its rows, and which are in use. Nobody sees a
 * file that no domain shows her, except who put it in herself. The list of all uses is server/file-uses.ts.
 */
export type FileUse = {
  officerMayRead: (tx: Tx, session: OfficerSession, fileId: string) => Promise<boolean>
  residentMayRead: (tx: Tx, contactId: string, fileId: string) => Promise<boolean>
  /** Those of the files that something hangs on; the rest may be cleaned up. */
  inUse: (tx: Tx, fileIds: string[]) => Promise<string[]>
}
