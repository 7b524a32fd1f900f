import type { OfficerSession } from '../../platform/auth/session.ts'
import { charactersOfSound } from '../../platform/search/characters-of-sound.ts'
import { gramsOfQuery, likeOperator, likePattern } from '../../platform/search/grams.ts'
import { findWords } from '../../platform/search/mark-words.ts'
import { findSound, soundGramsOfQuery } from '../../platform/search/sounds.ts'
import type { Cut } from '../../platform/search/syllables.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from './visibility.ts'

/** How many of the newest messages are simply read through: a common word is found there at once. */
const newest = 8000
/** How many candidates of the gram index are looked at; a word rarer than `newest` in the newest has fewer. */
const candidates = 2000
/** Sounds are told apart by reading each candidate here. */
const soundCandidates = 600

export type MessageScope = {
  session: OfficerSession
  villageId?: string | undefined
  /** From, and before: moments as the contract has them. */
  from?: string | undefined
  until?: string | undefined
  limit: number
}

export type MessageRow = {
  id: string
  body: string
  direction: 'inbound' | 'outbound' | 'note'
  received_at: Date
  /** To the microsecond, to go on from. */
  page_at: string
  conversation_id: string
  number: string
  contact_id: string
  contact_name: string
  village: string | null
  marks: [number, number][]
}

/** Those that have all of the words, newest first, one more than the limit. */
export async function findByWords(tx: Tx, scope: MessageScope, words: string[]): Promise<MessageRow[]> {
  const mark = (row: MessageRow) => ({ ...row, marks: findWords(row.body, words) })
  const met = (first: number) =>
    words.map((word, at) => `m.body ${likeOperator(word)} $${first + at}`).join(' and ')
  const patterns = words.map(likePattern)
  // Letters are rare where people write Chinese: the index finds them at once.
  const common = !words.every((word) => /^[a-z]+$/.test(word))
  const recent = common ? await read(tx, scope, newestMessages, met, patterns) : []
  if (recent.length > scope.limit) return recent.map(mark)
  const grams = [...new Set(words.flatMap(gramsOfQuery))]
  const found = await read(tx, scope, indexed('find_messages_by_grams', candidates), met, patterns, grams)
  return joined([recent, found], scope.limit).map(mark)
}

/** Those in which these syllables are heard, as spelled (`exact`) or as southern ears hear them. */
export async function findBySound(
  tx: Tx,
  scope: MessageScope,
  cut: Cut,
  exact: boolean,
): Promise<MessageRow[]> {
  const grams = soundGramsOfQuery(cut.syllables)
  if (grams.length === 0) return exact && cut.rest === '' ? findBySyllable(tx, scope, cut) : []
  const wide = { ...scope, limit: soundCandidates }
  const rows = await read(
    tx,
    wide,
    indexed('find_messages_by_sounds', soundCandidates),
    () => 'true',
    [],
    grams,
  )
  const heard: MessageRow[] = []
  for (const row of rows) {
    const mark = findSound(row.body, cut, exact)
    if (mark) heard.push({ ...row, marks: [mark] })
    if (heard.length > scope.limit) break
  }
  return heard
}

/** One syllable is in every third message: it is looked for in the newest alone. */
async function findBySyllable(tx: Tx, scope: MessageScope, cut: Cut): Promise<MessageRow[]> {
  const characters = charactersOfSound(cut.syllables[0] ?? '')
  if (characters === '') return []
  const rows = await read(tx, scope, newestMessages, (first) => `m.body ~ $${first}`, [`[${characters}]`])
  return rows.map((row) => ({
    ...row,
    marks: [findSound(row.body, cut, true)].filter((mark) => mark !== null),
  }))
}

const newestMessages = () => `select * from messages where station_id = $1 and received_at >= $2::timestamptz
  and received_at < $3::timestamptz order by received_at desc limit ${newest}`

/** The index keeps times to the millisecond, the message to the microsecond: the page ends by the message's. */
const indexed = (name: string, most: number) => (grams: number) =>
  `select x.* from ${name}($${grams}::int[],
  $3::timestamptz, greatest($2::timestamptz, (select min(received_at) from messages where station_id = $1)), ${most}) g
  join messages x on x.station_id = $1 and x.id = g.message_id
  where x.received_at >= $2::timestamptz and x.received_at < $3::timestamptz`

async function read(
  tx: Tx,
  scope: MessageScope,
  source: (grams: number) => string,
  met: (first: number) => string,
  patterns: string[],
  grams?: number[],
): Promise<MessageRow[]> {
  const visible = visibleConversations(scope.session, 6)
  const values: unknown[] = [tx.stationId, scope.from ?? '-infinity', scope.until ?? 'infinity']
  values.push(scope.villageId ?? null, scope.limit + 1, ...visible.values, ...patterns)
  const condition = met(values.length - patterns.length + 1)
  const sql = source(grams ? values.push(`{${grams.join(',')}}`) : 0)
  const { rows } = await tx.client.query(
    `select m.id, m.body, m.direction, m.received_at, c.id as conversation_id, c.number, c.contact_id, p.name as contact_name,
      to_char(m.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_at, v.name as village
    from (${sql}) m
    join conversations c on c.station_id = $1 and c.id = m.conversation_id
    join contacts p on p.station_id = $1 and p.id = c.contact_id
    left join villages v on v.station_id = $1 and v.id = c.village_id
    where ($4::uuid is null or c.village_id = $4) and ${condition} and ${visible.sql} order by m.received_at desc limit $5`,
    values,
  )
  return rows
}

/** Several finds as one: each message once, newest first, one more than the limit. */
export function joined(finds: MessageRow[][], limit: number): MessageRow[] {
  const byId = new Map(finds.flat().map((row) => [row.id, row]))
  return [...byId.values()]
    .sort((a, b) => b.received_at.getTime() - a.received_at.getTime())
    .slice(0, limit + 1)
}
