import type { GuideChange, Material } from '../../../contract/services.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { rereadUntil } from './ask-rereads.ts'
import { findQuestionFault, guidesNamedIn } from './check-questions.ts'
import { contentKeys, type GuideContent, wholeContent } from './guide-content.ts'
import { ownerRoles } from './guide-owner.ts'
import { keepVersion } from './keep-version.ts'
import { replaceMaterials } from './store.ts'
import { materialsOf } from './views.ts'

/**
 * Changes what a guide says; the version goes up by one. Cases that run keep the checklist they began with. Throws
 * `conflict` when somebody else changed it after it was read.
 */
export async function changeGuide(
  tx: Tx,
  actor: Actor,
  guideId: string,
  change: GuideChange,
  now = new Date(),
): Promise<{ version: number }> {
  const guide = await tx.db
    .selectFrom('guides')
    .select(['version', 'content', 'hiddenAt', 'slug'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', guideId)
    .forUpdate()
    .executeTakeFirst()
  if (!guide) throw notFound()
  if (guide.version !== change.version) {
    throw conflict('这份指南刚刚被同事改过，请看过最新的再改，您的修改没有保存。', { version: guide.version })
  }
  const version = guide.version + 1
  const content = wholeContent(guide.content as object)
  for (const key of contentKeys) {
    if (change[key] !== undefined) Object.assign(content, { [key]: change[key] })
  }
  const materials = change.materials?.map((material) => ({ ...material, when: material.when ?? [] }))
  await refuseFaults(tx, guide.slug, change, content, materials ?? (await materialsOf(tx, guideId)))
  if (change.ownerId) await requireOfficer(tx, change.ownerId)
  await keepVersion(tx, guideId, guide.version, { officerId: null, at: null })
  await tx.db
    .updateTable('guides')
    .set({
      version,
      content: JSON.stringify(content),
      ...given('name', change.name),
      ...given('summary', change.summary),
      ...given('bookable', change.bookable),
      ...given('minutes', change.minutes),
      ...given('workingDays', change.workingDays),
      ...given('expiresOn', change.expiresOn),
      ...given('ownerId', change.ownerId),
      ...(change.hidden === undefined ? {} : { hiddenAt: change.hidden ? (guide.hiddenAt ?? now) : null }),
    })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', guideId)
    .execute()
  if (materials) await replaceMaterials(tx, guideId, materials)
  await keepVersion(tx, guideId, version, { officerId: actor.id, at: now })
  const reread = change.expiresOn !== undefined && change.expiresOn > rereadUntil(now)
  await writeEvents(tx, actor, [
    { name: 'guide.changed', subject: { kind: 'guide', id: guideId }, data: { version } },
    ...(reread && (await finishReread(tx, actor, guideId, now))
      ? [{ name: 'guide.reread' as const, subject: { kind: 'guide', id: guideId }, data: { version } }]
      : []),
  ])
  return { version }
}

async function refuseFaults(
  tx: Tx,
  slug: string,
  change: GuideChange,
  content: GuideContent,
  materials: Material[],
): Promise<void> {
  const keys = materials.map((material) => material.key)
  if (new Set(keys).size < keys.length) throw invalid('材料清单里有两项用了同一个代号，请改成不一样的。')
  // A list may be empty because nothing is needed, or because somebody forgot it: a person says which.
  if (change.materials || change.noPapers !== undefined || change.hidden === false) {
    if (materials.length === 0 && !content.noPapers)
      throw invalid('这份指南一样材料也没有。真的什么都不用带，请勾上“不用带材料”；不然请把材料补上。')
    if (materials.length > 0 && content.noPapers)
      throw invalid('勾了“不用带材料”，清单里却还有材料，请去掉一样。')
  }
  if (!change.questions && !change.conditionsWhen && !change.materials) return
  const fault = findQuestionFault({ slug, ...content, materials })
  if (fault) throw invalid(fault)
  const named = guidesNamedIn(content.questions)
  const { rowCount } = await tx.client.query(
    'select from guides where station_id = $1 and slug = any ($2::text[])',
    [tx.stationId, named],
  )
  if (rowCount !== named.length) throw invalid('有一个回答要转到的那份指南没有了，请重新选。')
}

async function requireOfficer(tx: Tx, officerId: string): Promise<void> {
  const { rowCount } = await tx.client.query(
    `select from active_officers where station_id = $1 and id = $2 and role in ${ownerRoles}`,
    [tx.stationId, officerId],
  )
  if (rowCount === 0) throw invalid('不能交给这位同事负责：账号已停用，或者不办理居民事项。')
}

/** The task of reading it again is done; false when there was none. */
async function finishReread(tx: Tx, actor: Actor, guideId: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    `update guide_rereads set done_at = $3, done_by = $4 where station_id = $1 and guide_id = $2 and done_at is null`,
    [tx.stationId, guideId, now, actor.id],
  )
  return rowCount! > 0
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}
