import type { TemplateContent } from '../../../../contract/broadcast-templates.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { checkTemplate } from './check-template.ts'
import { insertVersion } from './insert-version.ts'

/** A template of the station's own. */
export async function createTemplate(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  content: TemplateContent,
): Promise<{ id: string }> {
  await checkTemplate(tx, content)
  const id = newId()
  // Known by its own id: delivered ones have words for keys.
  await tx.db.insertInto('broadcastTemplates').values({ stationId: tx.stationId, id, key: id }).execute()
  await insertVersion(tx, id, 1, content, session.officerId)
  await writeEvents(tx, actor, [
    {
      name: 'broadcast_template.changed',
      subject: { kind: 'broadcast_template', id },
      data: { version: 1 },
    },
  ])
  return { id }
}
