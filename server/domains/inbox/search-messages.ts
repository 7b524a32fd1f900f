import type { Static } from 'typebox'
import type { MessageHit } from '../../../contract/inbox-search.ts'
import { recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { cutSnippet } from '../../platform/search/mark-words.ts'
import type { Typed } from '../../platform/search/read-typed.ts'
import { simplify } from '../../platform/search/simplify.ts'
import type { Tx } from '../../platform/tenancy.ts'
import {
  findByNumber,
  findBySound,
  findByWords,
  joined,
  type MessageRow,
  type MessageScope,
} from './find-messages.ts'
import { findInTranscripts } from './transcripts/find-in-transcripts.ts'

type Search = Omit<MessageScope, 'session' | 'limit'> & {
  query: string
  after?: string
  limit?: number
  /** How the query sounds: then also what is said so is found. */
  typed?: Typed | null
  /** Not what stands there, but what sounds like it. */
  near?: boolean
  /** Words that may have been meant by it. */
  meant?: string[]
}

/** More ways to read some letters than these are not tried. */
const mostCuts = 2

/**
 * Messages that contain the words, newest first. Right for one character and more: the newest messages are read
 * through, and only when they do not fill the page (the word is rare) the index of grams is asked; pinyin is looked up
 * by sound. The search and whom it showed are written down.
 */
export async function searchMessages(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { query, after, typed, near = false, meant = [], limit = 20, ...search }: Search,
): Promise<{ items: Static<typeof MessageHit>[]; next: string | null }> {
  const words = wordsOf(simplify(query))
  if (words.length === 0) throw invalid('请输入要找的字。')
  if (after && Number.isNaN(Date.parse(after))) throw invalid('翻页的位置不对，请重新搜索。')
  const until = [after, search.until].filter((each) => each !== undefined).sort()[0]
  const scope: MessageScope = { ...search, until, session, limit }
  const finds: MessageRow[][] = near
    ? []
    : [await findInTranscripts(tx, scope, words), await findByWords(tx, scope, words)]
  if (!near && conversationNumber.test(query.trim())) finds.push(await findByNumber(tx, scope, query.trim()))
  // A message keeps the characters it was written in.
  if (!near && simplify(query) !== query) finds.push(await findByWords(tx, scope, wordsOf(query)))
  if (typed && (near || /^[a-z' ]+$/i.test(query.trim())))
    for (const cut of typed.cuts.slice(0, mostCuts)) finds.push(await findBySound(tx, scope, cut, !near))
  for (const word of meant) finds.push(await findByWords(tx, scope, [word]))
  const rows = joined(finds, limit)
  const page = rows.slice(0, limit)
  await recordSearch(tx, actor, 'message.searched', {
    ids: page.map((row) => row.id),
    contactIds: page.map((row) => row.contact_id),
  })
  return { items: page.map(hitOf), next: rows.length > limit ? (page.at(-1)?.page_at ?? null) : null }
}

const conversationNumber = /^\d{6}-\d{4,6}$/
const wordsOf = (query: string) => query.trim().split(/\s+/).filter(Boolean)

function hitOf(row: MessageRow): Static<typeof MessageHit> {
  const { text, marks } = cutSnippet(row.body, row.marks)
  return {
    messageId: row.id,
    conversationId: row.conversation_id,
    number: row.number,
    contactName: row.contact_name || '未留姓名',
    direction: row.direction,
    excerpt: text,
    marks,
    villageName: row.village,
    receivedAt: row.received_at.toISOString(),
    ...(row.heard && { heard: true }),
  }
}
