import type { EverythingQuery, SearchGroup } from '../../../contract/search.ts'
import type { SearchKind } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { rankOf, type Searchable, soundsLike } from '../../platform/search/match-texts.ts'
import { joinPhones } from '../../platform/search/parse-query.ts'
import type { Typed } from '../../platform/search/read-typed.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { searchCases } from '../cases/search-cases.ts'
import type { MessageScope } from '../inbox/find-messages.ts'
import { newestConversations } from '../inbox/newest-conversations.ts'
import { searchMessages } from '../inbox/search-messages.ts'
import { searchPeople } from '../residents/search-people.ts'
import type { SearchableScript } from '../scripts/searchable-scripts.ts'
import type { SearchableGuide } from '../services/searchable-guides.ts'
import { type Asked, caseHit, guideHit, messageHit, personHit, scriptHit } from './make-hits.ts'

export type Search = EverythingQuery &
  Asked & {
    typed: Typed | null
    scripts: SearchableScript[]
    guides: SearchableGuide[]
    /** Of messages what was heard the first time, for the second, nearer look. */
    heard: NonNullable<MessageScope['heard']>
  }

const limit = 20

/** The best hits of one kind, what they show of people written down. */
export async function searchKind(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  kind: SearchKind,
  search: Search,
): Promise<SearchGroup> {
  const group = { kind, near: search.near, next: null }
  switch (kind) {
    case 'person': {
      const { people, more } = await searchPeople(tx, actor, session, { ...search, limit })
      const unmatched = people.flatMap(({ residentId, contactIds }) => (residentId ? [] : contactIds))
      const talks = await newestConversations(tx, session, unmatched)
      return {
        ...group,
        more,
        hits: people.map((each) => personHit(each, search, talks.get(each.contactIds[0] ?? '') ?? null)),
      }
    }
    case 'message': {
      const { text, villageId, from, until, typed, near, cursor, heard } = search
      const meant = search.meant.map((each) => each.text)
      const found = await searchMessages(tx, actor, session, {
        ...{ query: joinPhones(text), villageId, from, until, typed, near, meant, heard, limit },
        ...(cursor ? { after: cursor } : {}),
      })
      return { ...group, more: found.next !== null, next: found.next, hits: found.items.map(messageHit) }
    }
    case 'case': {
      const { cases, more } = await searchCases(tx, actor, session, { ...search, limit })
      return { ...group, more, hits: cases.map((each) => caseHit(each, search)) }
    }
    case 'script': {
      const { best, more } = bestOf(search.scripts, search)
      return { ...group, more, hits: best.map((each) => scriptHit(each, search)) }
    }
    case 'guide': {
      const { best, more } = bestOf(search.guides, search)
      return { ...group, more, hits: best.map((each) => guideHit(each, search)) }
    }
  }
}

/** Of a short list what fits, the best first; what sounds like it in the order of the list. */
function bestOf<T extends Searchable>(
  list: T[],
  { query, near, typed }: Search,
): { best: T[]; more: boolean } {
  const ranked = list.flatMap((each) => {
    if (near) {
      const sounds = typed && [each.title, ...each.words].some((word) => soundsLike(word, typed))
      return sounds ? [{ each, rank: 0 }] : []
    }
    const rank = rankOf(each, query)
    return rank === null ? [] : [{ each, rank }]
  })
  ranked.sort((a, b) => a.rank - b.rank)
  return { best: ranked.slice(0, limit).map(({ each }) => each), more: ranked.length > limit }
}
