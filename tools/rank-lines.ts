import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { readTextLine, type TextLine } from '../server/domains/scripts/read-text-line.ts'
import { createTextRanking } from '../server/domains/scripts/text-ranking.ts'
import { givenFile } from './given-file.ts'
import { readLines } from './read-lines.ts'

/**
 * npm run -s retrieve -- --pool pool.jsonl < queries.jsonl: takes rows of {id, text} as if they were the station's scripts
 * and answers each query, a line of {id, text}, with {id, ranked: [id…]}, the ten best first; or {id, error}. A row of
 * the pool that cannot be read is named on stderr and left out. Tests from outside the very ranking that finds scripts
 * and guides.
 */
const most = 10
const longest = 1024 * 1024

const pool = await readPool(poolPath())
const repeated = pool.length - new Set(pool.map(({ id }) => id)).size
const rank = createTextRanking(pool.map(({ text }) => [{ text, weight: 1 }]))
process.stdout.on('error', () => process.exit(0))
for await (const lines of readLines(process.stdin, longest)) {
  const answers = lines.map((line) => `${JSON.stringify(answer(line))}\n`)
  if (!process.stdout.write(answers.join('')))
    await new Promise((resolve) => process.stdout.once('drain', resolve))
}

function answer(line: string | undefined): object {
  const query = readTextLine(line)
  if ('error' in query) return query
  // Two rows of one id are two passages of one text: it stands where the better one does.
  const ids = new Set(rank(query.text, most + repeated).map(({ position }) => pool[position]!.id))
  return { id: query.id, ranked: [...ids].slice(0, most) }
}

function poolPath(): string {
  let pool: string | undefined
  try {
    pool = parseArgs({ options: { pool: { type: 'string' } } }).values.pool
  } catch (error) {
    console.error((error as Error).message)
  }
  if (pool) return givenFile(pool)
  console.error('Say which file holds the texts: npm run -s retrieve -- --pool pool.jsonl < queries.jsonl')
  process.exit(2)
}

async function readPool(path: string): Promise<TextLine[]> {
  const rows: TextLine[] = []
  let number = 0
  for await (const lines of readLines(createReadStream(path), longest)) {
    for (const line of lines) {
      number += 1
      const row = readTextLine(line)
      if ('error' in row) console.error(`Row ${number} of the pool is left out: ${row.error}.`)
      else rows.push(row)
    }
  }
  return rows
}
