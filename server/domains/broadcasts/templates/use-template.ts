import type { TemplateUse } from '../../../../contract/broadcast-templates.ts'
import type { SavedBroadcast } from '../../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { draftBroadcast } from '../draft-broadcast.ts'
import { draftFromTemplate } from './draft-from-template.ts'

/** A draft begins with the words of a template. `number` is taken before the transaction. */
export async function useTemplate(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  use: TemplateUse,
  number: string,
): Promise<SavedBroadcast> {
  return draftBroadcast(tx, actor, session, await draftFromTemplate(tx, session, id, use), number)
}
