import type { Tx } from '../tenancy.ts'
import { gramsOfQuery } from './grams.ts'
import { keyGram } from './keys.ts'
import { nearGram, nearNames } from './make-entry.ts'
import { withinOneEdit, withoutOne } from './near-sound.ts'
import type { Query, Reading } from './parse-query.ts'
import { readTyped } from './read-typed.ts'
import type { EntryKind } from './save-entries.ts'
import { findSound, soundGramsOfQuery } from './sounds.ts'

/** So many hits of the index are looked at; what is found more often than that is not told apart by more looking. */
const candidates = 3000
const nearCandidates = 300
/** Pieces and their readings are tried in combination, no more of these. */
const mostWays = 12

type Hit = { id: string; words: string }

/** The things of one kind that have every piece of the query, in no order. */
export async function findEntries(tx: Tx, kind: EntryKind, query: Query): Promise<Hit[]> {
  const found = new Map<string, Hit>()
  for (const way of waysOf(query.pieces)) {
    const wanted = [...new Set(way.flatMap(gramsOfReading))]
    const values: unknown[] = []
    const met = way.map((reading) => {
      const place = `$${values.push('key' in reading ? ` ${reading.key}` : reading.words) + 4}`
      return `strpos(${'key' in reading ? 'e.keys' : 'e.words'}, ${place}) > 0`
    })
    for (const hit of await read(tx, kind, { wanted, anyOf: false, most: candidates }, met, values))
      found.set(hit.id, hit)
  }
  return [...found.values()]
}

/** The things of one kind that sound like what was typed, or are named so but for one letter. */
export async function findNearEntries(tx: Tx, kind: EntryKind, query: Query): Promise<Hit[]> {
  const typed = readTyped(query)
  if (!typed) return []
  const found = new Map<string, Hit>()
  for (const cut of typed.cuts) {
    const wanted = soundGramsOfQuery(cut.syllables)
    if (wanted.length === 0) continue
    for (const hit of await read(tx, kind, { wanted, anyOf: false, most: nearCandidates }))
      if (findSound(hit.words, cut, false)) found.set(hit.id, hit)
  }
  const wanted = typed.letters.flatMap(withoutOne).map(nearGram)
  if (wanted.length > 0 && kind !== 'case')
    for (const hit of await read(tx, kind, { wanted, anyOf: true, most: nearCandidates }))
      if (hit.words.split('\n').some((name) => isNearName(name, typed.letters))) found.set(hit.id, hit)
  return [...found.values()]
}

function isNearName(name: string, letters: readonly string[]): boolean {
  return nearNames(name).some((sound) => letters.some((each) => withinOneEdit(sound, each)))
}

function waysOf(pieces: Reading[][]): Reading[][] {
  return pieces.reduce<Reading[][]>(
    // Cut at each step: the product of a column of numbers would fill the memory.
    (ways, piece) => ways.flatMap((way) => piece.map((reading) => [...way, reading])).slice(0, mostWays),
    [[]],
  )
}

function gramsOfReading(reading: Reading): number[] {
  return 'key' in reading ? [keyGram(reading.key)] : gramsOfQuery(reading.words)
}

async function read(
  tx: Tx,
  kind: EntryKind,
  asked: { wanted: number[]; anyOf: boolean; most: number },
  met: string[] = [],
  values: unknown[] = [],
): Promise<Hit[]> {
  const { rows } = await tx.client.query(
    `select e.object_id as id, e.words from search_entries e
     where e.station_id = $1 and e.kind = $2 and e.object_id = any (array(
       select f.object_id from find_entries_by_grams($2, $3::int[], $4, ${asked.most}) f))
     ${met.map((one) => `and ${one}`).join(' ')}`,
    [tx.stationId, kind, `{${asked.wanted.join(',')}}`, asked.anyOf, ...values],
  )
  return rows
}
