import type { OfficerSession } from '../../platform/auth/session.ts'
import { charactersOfSound } from '../../platform/search/characters-of-sound.ts'
import { gramsOfQuery, likeOperator, likePattern } from '../../platform/search/grams.ts'
import { findWords } from '../../platform/search/mark-words.ts'
import { findSound, soundGramsOfQuery } from '../../platform/search/sounds.ts'
import type { Cut } from '../../platform/search/syllables.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from './visibility.ts'

/** How many of the newest messages are simply read through: a common word is found there at once, a syllable only there. */
const newest = { words: 3000, syllable: 8000 }
/**
 * How many candidates of the index are looked at: a page is nearly always filled from the first few, and only where it is
 * not (another village's, not so spelled) more are fetched. A word too rare for `newest` has fewer.
 */
const gramIndex = { index: 'find_messages_by_grams' as const, sizes: [100, 2000] }
/** Sounds are told apart by reading each candidate here. */
const soundIndex = { index: 'find_messages_by_sounds' as const, sizes: [100, 300] }

export type MessageScope = {
  session: OfficerSession
  villageId?: string | undefined
  /** From, and before: moments as the contract has them. */
  from?: string | undefined
  until?: string | undefined
  limit: number
  /** What the index of sounds had, by what was asked of it: cuts and near sounds of one search often ask the same. */
  heard?: Map<string, Helping>
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
  /** It is said in a recording. */
  heard?: boolean
}

/** Those that have all of the words, newest first, one more than the limit. */
export async function findByWords(tx: Tx, scope: MessageScope, words: string[]): Promise<MessageRow[]> {
  const mark = (row: MessageRow) => ({ ...row, marks: findWords(row.body, words) })
  const met = (first: number) =>
    words.map((word, at) => `m.body ${likeOperator(word)} $${first + at}`).join(' and ')
  const patterns = words.map(likePattern)
  // Letters and numbers are rare where people write Chinese: the index finds them at once.
  const common = words.every((word) => !/[a-z0-9]{2}/i.test(word))
  const recent = common ? await read(tx, scope, newestMessages(newest.words), met, patterns) : []
  if (recent.length > scope.limit) return recent.map(mark)
  const grams = [...new Set(words.flatMap(gramsOfQuery))]
  const found = await readIndexed(tx, scope, { ...gramIndex, grams, met, patterns, keep: (rows) => rows })
  return joined([recent, found], scope.limit).map(mark)
}

/** The newest of the conversation with this number. */
export async function findByNumber(tx: Tx, scope: MessageScope, number: string): Promise<MessageRow[]> {
  const { rows } = await tx.client.query({
    name: 'conversation-by-number',
    text: 'select id from conversations where station_id = $1 and number = $2',
    values: [tx.stationId, number],
  })
  if (rows.length === 0) return []
  const newestOf = (ids: number) => `select * from messages where station_id = $1
    and conversation_id = any ($${ids}::uuid[]) and received_at >= $2::timestamptz and received_at < $3::timestamptz
    order by received_at desc limit 1`
  const found = await read(tx, scope, newestOf, () => 'true', [], [rows[0].id])
  return found.map((row) => ({ ...row, marks: [] }))
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
  const keep = (rows: MessageRow[]) =>
    rows.flatMap((row) => {
      const heard = findSound(row.body, cut, exact)
      return heard ? [{ ...row, marks: [heard] }] : []
    })
  return readIndexed(tx, scope, { ...soundIndex, grams, met: () => 'true', patterns: [], keep })
}

/** One syllable is in every third message: it is looked for in the newest alone. */
async function findBySyllable(tx: Tx, scope: MessageScope, cut: Cut): Promise<MessageRow[]> {
  const characters = charactersOfSound(cut.syllables[0] ?? '')
  if (characters === '') return []
  const rows = await read(tx, scope, newestMessages(newest.syllable), (first) => `m.body ~ $${first}`, [
    `[${characters}]`,
  ])
  return rows.map((row) => ({
    ...row,
    marks: [findSound(row.body, cut, true)].filter((mark) => mark !== null),
  }))
}

type Met = (first: number) => string
type Helping = { met: MessageRow[]; last: boolean }
type Indexed = {
  index: 'find_messages_by_grams' | 'find_messages_by_sounds'
  sizes: number[]
  grams: number[]
  met: Met
  patterns: string[]
  keep: (rows: MessageRow[]) => MessageRow[]
}

/** What the index has, in growing helpings, until the page is full or there is no more. */
async function readIndexed(tx: Tx, scope: MessageScope, asked: Indexed): Promise<MessageRow[]> {
  let kept: MessageRow[] = []
  for (const size of asked.sizes) {
    const rows = await readHelping(tx, scope, asked, size)
    kept = asked.keep(rows.met)
    if (kept.length > scope.limit || rows.last) break
  }
  return kept.slice(0, scope.limit + 1)
}

/** The newest so many of the index, those of them that are met and visible; `last`: the index has no more. */
async function readHelping(
  tx: Tx,
  scope: MessageScope,
  { index, grams, met, patterns }: Indexed,
  size: number,
): Promise<Helping> {
  const key = patterns.length === 0 ? `${size} ${grams.join(' ')}` : ''
  const known = scope.heard?.get(key)
  if (known) return known
  const { rows } = await tx.client.query(
    `select message_id as id from ${index}($2::int[], $3::timestamptz,
       greatest($4::timestamptz, coalesce((select min(received_at) from messages where station_id = $1), 'infinity')), ${size})`,
    [tx.stationId, `{${grams.join(',')}}`, scope.until ?? 'infinity', scope.from ?? '-infinity'],
  )
  const ids = rows.map(({ id }) => id)
  const found = ids.length > 0 ? await read(tx, { ...scope, limit: size }, ofIds, met, patterns, ids) : []
  const helping = { met: found, last: rows.length < size }
  if (key) scope.heard?.set(key, helping)
  return helping
}

const newestMessages = (most: number) => () =>
  `select * from messages where station_id = $1 and received_at >= $2::timestamptz
  and received_at < $3::timestamptz order by received_at desc limit ${most}`

/** The index keeps times to the millisecond, the message to the microsecond: the page ends by the message's. */
const ofIds = (ids: number) => `select * from messages where station_id = $1 and id = any ($${ids}::uuid[])
  and received_at >= $2::timestamptz and received_at < $3::timestamptz`

async function read(
  tx: Tx,
  scope: MessageScope,
  source: (ids: number) => string,
  met: Met,
  patterns: string[],
  ids?: string[],
): Promise<MessageRow[]> {
  const visible = visibleConversations(scope.session, 6)
  const values: unknown[] = [tx.stationId, scope.from ?? '-infinity', scope.until ?? 'infinity']
  values.push(scope.villageId ?? null, scope.limit + 1, ...visible.values, ...patterns)
  const condition = met(values.length - patterns.length + 1)
  const sql = source(ids ? values.push(ids) : 0)
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
  // By the text of the time, which goes to the microsecond, as the page does.
  return [...byId.values()].sort((a, b) => (a.page_at < b.page_at ? 1 : -1)).slice(0, limit + 1)
}
