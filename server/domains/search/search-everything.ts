import type { EverythingQuery, SearchGroup, SearchResult } from '../../../contract/search.ts'
import { type Permission, type SearchKind, searchKinds } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { parseQuery } from '../../platform/search/parse-query.ts'
import { readTyped } from '../../platform/search/read-typed.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readSearchableScripts } from '../scripts/searchable-scripts.ts'
import { readSearchableGuides } from '../services/searchable-guides.ts'
import { meantWords } from './meant-words.ts'
import { type Search, searchKind } from './search-kind.ts'
import { searchMeaning } from './search-meaning.ts'

const needs: Record<SearchKind, Permission> = {
  person: 'residents.read',
  message: 'conversations.read',
  case: 'cases.read',
  script: 'scripts.read',
  guide: 'services.read',
}
/** What has a village, and what has a time: a filter leaves out what it says nothing about. */
const placed: readonly SearchKind[] = ['person', 'message', 'case']
const dated: readonly SearchKind[] = ['message', 'case']
/** With fewer exact hits than these in all, it is also looked for what sounds like it. */
const enough = 3

/**
 * Searches everything the officer may read, each kind narrowed and written down as its own list is. First what is so;
 * where there is hardly any, in the kinds that have none, what sounds so or is one letter away; where there is nothing at
 * all, the scripts and guides that answer it.
 */
export async function searchEverything(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  asked: EverythingQuery,
): Promise<SearchResult> {
  const query = parseQuery(asked.text)
  if (query.pieces.length === 0) throw invalid('请输入要找的字。')
  const kinds = kindsOf(session, asked)
  if (asked.cursor && (kinds.length !== 1 || kinds[0] !== 'message'))
    throw invalid('只有消息可以接着往前翻，请只选“消息”再搜索。')
  const scripts = session.permissions.has('scripts.read') ? await readSearchableScripts(tx, session) : []
  const guides = session.permissions.has('services.read') ? await readSearchableGuides(tx) : []
  const search: Search = {
    ...asked,
    query,
    typed: readTyped(query),
    near: false,
    meant: [],
    scripts,
    guides,
    heard: new Map(),
  }
  const words = [...scripts, ...guides].flatMap(({ title, words }) => [title, ...words])
  search.meant = meantWords(words, search, 'initials')

  const groups = new Map<SearchKind, SearchGroup>()
  for (const kind of kinds) groups.set(kind, await searchKind(tx, actor, session, kind, search))
  const count = [...groups.values()].reduce((sum, { hits }) => sum + hits.length, 0)
  if (count < enough && !asked.cursor && search.typed) {
    const near: Search = { ...search, near: true, meant: meantWords(words, search, 'sound') }
    for (const kind of kinds)
      if (groups.get(kind)!.hits.length === 0)
        groups.set(kind, await searchKind(tx, actor, session, kind, near))
  }
  const isEmpty = [...groups.values()].every(({ hits }) => hits.length === 0)
  if (isEmpty && !asked.cursor)
    for (const kind of ['script', 'guide'] as const) {
      const meant = kinds.includes(kind) ? await searchMeaning(tx, session, kind, search) : null
      if (meant) groups.set(kind, meant)
    }
  return { groups: [...groups.values()].filter(({ hits }) => hits.length > 0) }
}

function kindsOf(session: OfficerSession, { kinds, villageId, from, until }: EverythingQuery): SearchKind[] {
  const wanted = kinds?.split(',') ?? searchKinds
  return searchKinds.filter(
    (kind) =>
      wanted.includes(kind) &&
      session.permissions.has(needs[kind]) &&
      (!villageId || placed.includes(kind)) &&
      ((!from && !until) || dated.includes(kind)),
  )
}
