import type { TemplateChange } from '../../../../contract/broadcast-templates.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { checkTemplate } from './check-template.ts'
import { findTemplate } from './find-template.ts'
import { insertVersion } from './insert-version.ts'

/** A new version; what was said before stays to be read. */
export async function changeTemplate(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { version, ...content }: TemplateChange,
): Promise<{ version: number }> {
  const before = await findTemplate(tx, id, new Date(), 'for update')
  if (before.version !== version) throw conflict('同事刚刚改过这个模板，请看过新的再改。')
  if (before.retiredAt) throw conflict('这个模板已经停用，请先恢复。')
  await checkTemplate(tx, content)
  await insertVersion(tx, id, version + 1, content, session.officerId)
  await writeEvents(tx, actor, [
    {
      name: 'broadcast_template.changed',
      subject: { kind: 'broadcast_template', id },
      data: { version: version + 1 },
    },
  ])
  return { version: version + 1 }
}
