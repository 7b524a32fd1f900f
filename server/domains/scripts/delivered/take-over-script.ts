import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Draft } from '../check-draft.ts'
import type { KeptFile } from '../script-files.ts'
import { insertStep, insertVersion, lockScript } from '../store.ts'

/**
 * The delivered words become the next version and are in use at once: nobody of the station wrote them, so whoever reads
 * and takes them over is the second person. Pictures the station has added stay. Throws `conflict` when the script is not
 * any more at the version that was looked at, is retired, or the words are past their day.
 */
export async function takeOverScript(
  tx: Tx,
  actor: Actor,
  scriptId: string,
  { says, seen, officerId }: { says: Draft; seen: number; officerId: string },
  now = new Date(),
): Promise<{ version: number }> {
  const script = await lockScript(tx, scriptId)
  if (script.retiredAt) throw conflict('这条话术已经停用。')
  if ((script.approved ?? script.newest) !== seen)
    throw conflict('这条话术刚刚有了新的一版，请刷新看过再定。', { scriptId })
  if (says.expiresOn < stationDay(now)) throw conflict('提供的这一版有效期已过，请等下一次更新。')
  const files = await filesOf(tx, scriptId, seen)
  const version = script.newest + 1
  await insertVersion(tx, scriptId, version, says, null, files)
  await insertStep(tx, { scriptId, version, kind: 'submitted', officerId: null })
  await approve(tx, actor, scriptId, version, officerId)
  return { version }
}

/** The delivered draft that nobody has touched yet is replaced by a newer one, which waits in its place. */
export async function renewWaiting(tx: Tx, scriptId: string, version: number, says: Draft): Promise<void> {
  await insertVersion(tx, scriptId, version, says, null)
  await insertStep(tx, { scriptId, version, kind: 'submitted', officerId: null })
  await writeEvents(tx, { kind: 'system', id: null }, [
    { name: 'script.submitted', subject: { kind: 'script', id: scriptId }, data: { version } },
  ])
}

export async function approve(
  tx: Tx,
  actor: Actor,
  scriptId: string,
  version: number,
  officerId: string,
): Promise<void> {
  await tx.db
    .insertInto('scriptApprovals')
    .values({ stationId: tx.stationId, scriptId, version, approvedBy: officerId })
    .execute()
  await writeEvents(tx, actor, [
    { name: 'script.approved', subject: { kind: 'script', id: scriptId }, data: { version } },
  ])
}

async function filesOf(tx: Tx, scriptId: string, version: number): Promise<KeptFile[]> {
  const { rows } = await tx.client.query(
    'select files from script_versions where station_id = $1 and script_id = $2 and version = $3',
    [tx.stationId, scriptId, version],
  )
  return rows[0]?.files ?? []
}
