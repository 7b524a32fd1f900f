import type { StoredFile } from '../../../contract/files.ts'
import { AppError } from '../errors.ts'
import { type Actor, writeEvents } from '../events/write-events.ts'
import { firstIdAt, newId } from '../id.ts'
import type { Tx } from '../tenancy.ts'
import { checkBudget } from './check-budget.ts'
import type { FileUse } from './file-use.ts'
import type { KeptFile } from './keep-received.ts'

/** How many files one phone may send in a day; nobody with a matter comes near it. */
const filesADay = 200

/**
 * Writes whose file it is: of a channel's own news (the system's) the station's. It hangs on nothing yet; what hangs on
 * nothing for a day is cleaned up.
 */
export async function recordFile(
  tx: Tx,
  actor: Actor,
  kept: KeptFile,
  seconds: number | null,
  uses: FileUse[] = [],
): Promise<StoredFile> {
  const length = kept.seconds ?? seconds
  const ownerKind = actor.kind === 'system' ? 'station' : actor.kind === 'officer' ? 'officer' : 'resident'
  const ownerId = actor.id ?? tx.stationId
  if (ownerKind === 'resident') {
    await checkQuota(tx, ownerId)
    await checkBudget(tx, uses, kept.size + decodedSize(kept))
  }
  const row = await tx.db
    .insertInto('files')
    .values({ stationId: tx.stationId, id: newId(), ownerKind, ownerId, ...kept, seconds: length })
    .returning(['id', 'storedAt'])
    .executeTakeFirstOrThrow()
  await writeEvents(tx, actor, [
    {
      name: 'file.stored',
      subject: { kind: 'file', id: row.id },
      contactId: ownerKind === 'resident' ? actor.id : null,
      data: { kind: kept.kind, size: kept.size, sha256: kept.sha256 },
    },
  ])
  const { kind, mediaType, size, width, height } = kept
  return {
    ...{ id: row.id, kind, mediaType, size, width, height, seconds: length },
    storedAt: row.storedAt.toISOString(),
  }
}

/** A recording that was made into sound weighs what that takes, at most 16,000 samples of two bytes a second. */
const decodedSize = (kept: Pick<KeptFile, 'kind' | 'seconds'>) =>
  kept.kind === 'voice' ? Math.ceil((kept.seconds ?? 0) * 32_000) : 0

/**
 * The same questions before the work on a file that has come, as its row would be asked: with `seconds` of a recording,
 * what it will weigh when it is decoded. Nothing is decoded that could not be kept.
 */
export async function weighFile(
  tx: Tx,
  contactId: string,
  size: number,
  seconds: number | null,
  uses: FileUse[] = [],
): Promise<void> {
  await checkQuota(tx, contactId)
  await checkBudget(tx, uses, size + decodedSize({ kind: 'voice', seconds }))
}

/** Refuses who has sent her day's files: before the work on another one, and when it is written. */
export async function checkQuota(tx: Tx, contactId: string): Promise<void> {
  // Ids begin with their time, so the primary key finds a day's files without an index of their own.
  const { rows } = await tx.client.query({
    name: 'count-files-of-day',
    text: `select count(*) as n from files where station_id = $1 and id >= $2::uuid and owner_kind = 'resident' and owner_id = $3`,
    values: [tx.stationId, firstIdAt(new Date(Date.now() - 24 * 3_600_000)), contactId],
  })
  if (rows[0].n >= filesADay)
    throw new AppError('too_many', '今天传的照片和语音太多了，请明天再传，或打电话联系派出所。急事拨打110。')
}
