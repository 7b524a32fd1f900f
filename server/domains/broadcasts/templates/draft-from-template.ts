import type { TemplateUse } from '../../../../contract/broadcast-templates.ts'
import type { BroadcastContent } from '../../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { fillTemplate } from './fill-template.ts'
import { findTemplate } from './find-template.ts'

/** What the composer begins with: the template's words, filled. Throws when the station lacks a value it needs. */
export async function draftFromTemplate(
  tx: Tx,
  session: OfficerSession,
  id: string,
  { villageIds }: TemplateUse,
  now = new Date(),
): Promise<BroadcastContent> {
  const template = await findTemplate(tx, id, now)
  if (template.retiredAt) throw conflict('这个模板已经停用。')
  const chosen = villageIds ?? (session.scope === 'villages' ? [...session.villageIds] : null)
  const { words, missing } = await fillTemplate(tx, session, template, chosen)
  if (missing.length > 0)
    throw invalid(`模板里要用到${missing.join('、')}，还没有填。请先到“设置 · 派出所”补上。`)
  return {
    kind: template.kind,
    urgency: template.urgency,
    ...words,
    fileIds: [],
    // Moments go to everybody the station has; an auxiliary writes for her villages.
    channels: template.channels.filter((channel) => channel !== 'moments' || chosen === null),
    audience: { villageIds: chosen, villageGroups: [], groupIds: null, tagIds: [], needs: [], languages: [] },
    sendAt: null,
    shownUntil: null,
    templateKey: template.key,
  }
}
