import type { SearchGroup } from '../../../contract/search.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { parseQuery } from '../../platform/search/parse-query.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { suggestScripts } from '../scripts/suggest-scripts.ts'
import { findGuides } from '../services/find-guides.ts'
import { guideHit, scriptHit } from './make-hits.ts'
import type { Search } from './search-kind.ts'

/** Fewer letters are a word, and a word stands in a text or does not. */
const shortestQuestion = 4

/**
 * Scripts or guides that answer a whole question typed into the field, word for word in none: ranked as they are for a
 * message. Null where too little was typed. Only what the search may show is shown.
 */
export async function searchMeaning(
  tx: Tx,
  session: OfficerSession,
  kind: 'script' | 'guide',
  search: Search,
): Promise<SearchGroup | null> {
  if ((search.text.match(/\p{Script=Han}/gu)?.length ?? 0) < shortestQuestion) return null
  const group = { kind, near: true, more: false, next: null }
  if (kind === 'guide') {
    const { items, near } = await findGuides(tx, { text: search.text, hidden: false })
    const bySlug = new Map(search.guides.map((guide) => [guide.slug, guide]))
    const found = near ? [] : items.flatMap(({ slug }) => bySlug.get(slug) ?? [])
    return { ...group, hits: found.map((guide) => guideHit(guide, search)) }
  }
  const { villageIds, scope, role } = session
  const villageId = scope === 'villages' && villageIds.length === 1 ? villageIds[0]! : null
  const found = await suggestScripts(tx, { text: search.text, scenario: null, villageId, role })
  const byId = new Map(search.scripts.map((script) => [script.id, script]))
  const hits = found.flatMap(({ scriptId, reasons }) => {
    const script = byId.get(scriptId)
    const words = reasons.flatMap((reason) => reason.words)
    // Beside an officer's own words one chance word in common is no answer.
    const answers = words.length > 1 || reasons.some(({ kind }) => kind === 'keyword')
    const meant = words.map(parseQuery)
    return script && answers ? [scriptHit(script, { ...search, near: false, meant })] : []
  })
  return { ...group, hits }
}
