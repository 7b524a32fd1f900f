import type { FileVariant } from '../../../contract/files.ts'
import { type Actor, writeEvents } from '../events/write-events.ts'
import type { Tx } from '../tenancy.ts'
import type { FoundFile } from './find-file.ts'

/**
 * Writes down that an officer saw or heard a file. An original tells where and when it was taken, so each fetch of one
 * counts; what is shown is one look for a quarter of an hour, because a player asks for a recording in many pieces.
 * One she put in herself tells her nothing new.
 */
export async function recordFileLook(
  tx: Tx,
  actor: Actor,
  file: FoundFile,
  variant: FileVariant,
): Promise<void> {
  const isHers = file.ownerKind === 'officer' && file.ownerId === actor.id
  if (variant !== 'original' && (isHers || (await hasLookedLately(tx, actor, file.id)))) return
  await writeEvents(tx, actor, [
    {
      name: 'file.read',
      subject: { kind: 'file', id: file.id },
      contactId: file.ownerKind === 'resident' ? file.ownerId : null,
      data: { variant },
    },
  ])
}

async function hasLookedLately(tx: Tx, actor: Actor, fileId: string): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'has-seen-file-lately',
    text: `select from events where station_id = $1 and subject_id = $2 and name = 'file.read' and actor_id = $3
           and at > clock_timestamp() - interval '15 minutes' limit 1`,
    values: [tx.stationId, fileId, actor.id],
  })
  return Boolean(rowCount)
}
