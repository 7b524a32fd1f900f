import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { seenScriptFiles } from '../scripts/script-files.ts'

/** Only files that this person put in herself may be sent along. Returns the kinds, in the order asked. */
async function checkFiles(
  tx: Tx,
  ownerKind: 'officer' | 'resident',
  ownerId: string,
  ids: string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.client.query(
    `select id, kind from files where station_id = $1 and id = any($2::uuid[]) and owner_kind = $3 and owner_id = $4`,
    [tx.stationId, ids, ownerKind, ownerId],
  )
  const kinds = new Map<string, string>(rows.map((row) => [row.id, row.kind]))
  if (kinds.size !== new Set(ids).size || ids.length !== kinds.size)
    throw invalid('有照片或语音没有传成功，请重新添加。')
  return ids.map((id) => kinds.get(id)!)
}

export function checkOfficerFiles(tx: Tx, officerId: string, ids: string[]): Promise<string[]> {
  return checkFiles(tx, 'officer', officerId, ids)
}

export function checkResidentFiles(tx: Tx, contactId: string, ids: string[]): Promise<string[]> {
  return checkFiles(tx, 'resident', contactId, ids)
}

/** An answer may also carry what stands on a script she may see. */
export async function checkAnswerFiles(tx: Tx, session: OfficerSession, ids: string[]): Promise<void> {
  const usable = await attachableFiles(tx, session, ids)
  if (usable.length < ids.length) throw invalid('有照片或语音没有传成功，请重新添加。')
}

/** Those of the files that she put in herself or that stand on a script she may see, in the order asked. */
export async function attachableFiles(tx: Tx, session: OfficerSession, ids: string[]): Promise<string[]> {
  const own = await ownFiles(tx, session.officerId, ids)
  const others = ids.filter((id) => !own.includes(id))
  const ofScripts = await seenScriptFiles(tx, session, others)
  const usable = new Set([...own, ...ofScripts])
  return [...new Set(ids)].filter((id) => usable.has(id))
}

/** Those of the files that the officer put in herself, in the order asked. */
async function ownFiles(tx: Tx, officerId: string, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.client.query(
    `select id from files where station_id = $1 and id = any($2::uuid[]) and owner_kind = 'officer' and owner_id = $3`,
    [tx.stationId, ids, officerId],
  )
  const own = new Set(rows.map((row) => row.id))
  return [...new Set(ids)].filter((id) => own.has(id))
}
