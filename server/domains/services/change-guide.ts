import type { GuideChange } from '../../../contract/services.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contentKeys, type GuideContent } from './guide-content.ts'
import { replaceMaterials } from './store.ts'

/**
 * Changes what a guide says; the version goes up by one. Cases that run keep the checklist they began with. Throws
 * `conflict` when somebody else changed it after it was read.
 */
export async function changeGuide(
  tx: Tx,
  actor: Actor,
  guideId: string,
  change: GuideChange,
): Promise<{ version: number }> {
  const guide = await tx.db
    .selectFrom('guides')
    .select(['version', 'content', 'hiddenAt'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', guideId)
    .forUpdate()
    .executeTakeFirst()
  if (!guide) throw notFound()
  if (guide.version !== change.version) {
    throw conflict('这份指南刚刚被同事改过，请看过最新的再改，您的修改没有保存。', { version: guide.version })
  }
  const version = guide.version + 1
  const content = { ...(guide.content as unknown as GuideContent) }
  for (const key of contentKeys) {
    if (change[key] !== undefined) Object.assign(content, { [key]: change[key] })
  }
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
      ...(change.hidden === undefined
        ? {}
        : { hiddenAt: change.hidden ? (guide.hiddenAt ?? new Date()) : null }),
    })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', guideId)
    .execute()
  if (change.materials) {
    const keys = change.materials.map((material) => material.key)
    if (new Set(keys).size < keys.length) throw invalid('材料清单里有两项用了同一个代号，请改成不一样的。')
    await replaceMaterials(tx, guideId, change.materials)
  }
  await writeEvents(tx, actor, [
    { name: 'guide.changed', subject: { kind: 'guide', id: guideId }, data: { version } },
  ])
  return { version }
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>)
}
