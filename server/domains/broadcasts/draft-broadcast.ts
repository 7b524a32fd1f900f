import type { BroadcastContent, SavedBroadcast } from '../../../contract/broadcasts.ts'
import type { AboutHow } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'
import { addStep } from './add-step.ts'
import { checkAudience, checkPictures, checkScope } from './check-content.ts'
import { writeVersion } from './write-version.ts'

/** A broadcast begins as a draft, which may be anything from one word on. `number` is taken before the transaction. */
export async function draftBroadcast(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  content: BroadcastContent,
  number: string,
  about: { id: string; how: AboutHow; fileIds: string[] } | null = null,
): Promise<SavedBroadcast> {
  if (!about) {
    checkScope(session, content)
    await checkAudience(tx, content.audience, villageScope(session))
  }
  await checkPictures(tx, session, content.fileIds, about?.fileIds ?? [])
  const id = newId()
  await tx.db
    .insertInto('broadcasts')
    .values({
      stationId: tx.stationId,
      id,
      number,
      kind: content.kind,
      urgency: content.urgency,
      aboutId: about?.id ?? null,
      aboutHow: about?.how ?? null,
      madeBy: session.officerId,
    })
    .execute()
  const savedAt = await writeVersion(tx, id, 1, session.officerId, content, 'new')
  await addStep(tx, actor, { id, version: 1, step: 'drafted' }, { name: 'broadcast.drafted' })
  return { id, version: 1, savedAt }
}
