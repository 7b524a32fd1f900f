import type { SearchHit } from '../../../contract/search.ts'
import { markQuery } from '../../platform/search/mark-query.ts'
import { cutSnippet, type Snippet } from '../../platform/search/mark-words.ts'
import type { Query } from '../../platform/search/parse-query.ts'
import type { CaseFound } from '../cases/search-cases.ts'
import type { searchMessages } from '../inbox/search-messages.ts'
import type { PersonFound } from '../residents/search-people.ts'
import type { SearchableScript } from '../scripts/searchable-scripts.ts'
import type { SearchableGuide } from '../services/searchable-guides.ts'

/** What was asked, and whether it is shown for its sound. */
export type Asked = { query: Query; near: boolean; meant: Query[] }

type MessageFound = Awaited<ReturnType<typeof searchMessages>>['items'][number]

const nowhere = { villageName: null, number: null, conversationId: null, at: null, excerpt: null }

export function personHit(person: PersonFound, asked: Asked, conversationId: string | null): SearchHit {
  const { residentId, contactIds, name, nicknames, phones, address, villageName } = person
  const place = [...nicknames, address, ...phones].filter(Boolean).join(' · ')
  return {
    ...nowhere,
    kind: 'person',
    id: residentId,
    key: residentId ?? contactIds[0]!,
    title: mark(name || '未留姓名', asked),
    excerpt: place === '' ? null : mark(place, asked),
    villageName,
    conversationId,
  }
}

export function messageHit(found: MessageFound): SearchHit {
  return {
    ...nowhere,
    kind: 'message',
    id: found.messageId,
    key: found.messageId,
    title: { text: `${found.contactName}${found.heard ? '（录音里的话）' : ''}`, marks: [] },
    excerpt: { text: found.excerpt, marks: found.marks },
    villageName: found.villageName,
    number: found.number,
    conversationId: found.conversationId,
    at: found.receivedAt,
  }
}

export function caseHit(found: CaseFound, asked: Asked): SearchHit {
  return {
    ...nowhere,
    kind: 'case',
    id: found.id,
    key: found.id,
    title: mark(found.title, asked),
    excerpt: excerptOf(found.words, [found.title, found.number], asked),
    villageName: found.villageName,
    number: found.number,
    at: found.openedAt.toISOString(),
  }
}

export function scriptHit(found: SearchableScript, asked: Asked): SearchHit {
  const title = mark(found.title, asked)
  return {
    ...nowhere,
    kind: 'script',
    id: found.id,
    key: found.id,
    title,
    excerpt: excerptOf(found.text, [], asked) ?? cutSnippet(found.text, []),
  }
}

export function guideHit(found: SearchableGuide, asked: Asked): SearchHit {
  const words = [...found.words, found.text].find((each) => markAll(each, asked).length > 0) ?? found.text
  return {
    ...nowhere,
    kind: 'guide',
    id: found.slug,
    key: found.slug,
    title: mark(found.title, asked),
    excerpt: mark(words, asked),
  }
}

function mark(text: string, asked: Asked): Snippet {
  return cutSnippet(text, markAll(text, asked))
}

/** The line of the words in which something stands that the shown parts do not already say; null when there is none. */
function excerptOf(words: string, shown: string[], asked: Asked): Snippet | null {
  const known = new Set(shown.map((each) => each.toLowerCase()))
  for (const line of words.split('\n')) {
    const marks = known.has(line) ? [] : markAll(line, asked)
    if (marks.length > 0) return cutSnippet(line, marks)
  }
  return null
}

function markAll(text: string, { query, near, meant }: Asked): [number, number][] {
  const marks = markQuery(text, query, near)
  return marks.length > 0
    ? marks
    : (meant.map((each) => markQuery(text, each)).find((each) => each.length > 0) ?? [])
}
