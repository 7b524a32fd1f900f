import type { TemplateList, TemplateQuery } from '../../../../contract/broadcast-templates.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { templateRows, toTemplate } from './template-rows.ts'

/** The templates: those in season that have a season first, then what holds all year, then the others by when they begin. */
export async function listTemplates(
  tx: Tx,
  { filter = 'in_use' }: TemplateQuery,
  now = new Date(),
): Promise<TemplateList> {
  const { rows } = await tx.client.query(templateRows, [tx.stationId])
  const all = rows.map((row) => toTemplate(row, now))
  const rank = (template: (typeof all)[number]) => (template.inSeason ? (template.seasonFrom ? 0 : 1) : 2)
  const items = all.filter((template) => {
    if (filter === 'retired') return template.retiredAt !== null
    if (template.retiredAt !== null) return false
    return filter === 'in_use' || (filter === 'due' ? template.reviewDue : template.inSeason)
  })
  items.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.seasonFrom ?? '').localeCompare(b.seasonFrom ?? '') ||
      a.key.localeCompare(b.key),
  )
  return { items, due: all.filter(({ reviewDue }) => reviewDue).length }
}
