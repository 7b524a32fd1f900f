import { createTextRanking } from '../server/domains/scripts/text-ranking.ts'
import { readRows } from './read-rows.ts'

type Row = { id: string; set: string; text: string }
type Query = { id: string; set: string; query: string; positives: string[] }

/** How often a right text comes first, and among ten, each set against its own pool. Only measured, never learned from. */
export function measureRetrieval(queriesPath: string, poolPath: string) {
  const pool = readRows<Row>(poolPath)
  const queries = readRows<Query>(queriesPath)
  return [...new Set(queries.map(({ set }) => set))].map((set) => {
    const rows = pool.filter((row) => row.set === set)
    const rank = createTextRanking(rows.map(({ text }) => [{ text, weight: 1 }]))
    const places = queries
      .filter((query) => query.set === set)
      .map(({ query, positives }) =>
        rank(query, 10).findIndex(({ position }) => positives.includes(rows[position]!.id)),
      )
    const share = (most: number) =>
      Number((places.filter((place) => place >= 0 && place < most).length / places.length).toFixed(3))
    return { set, questions: places.length, texts: rows.length, first: share(1), amongTen: share(10) }
  })
}
