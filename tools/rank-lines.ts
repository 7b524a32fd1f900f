import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createTextRanking } from '../server/domains/scripts/text-ranking.ts'
import { readLines } from './read-lines.ts'

/**
 * npm run -s retrieve -- --pool pool.jsonl < queries.jsonl: takes rows of {id, text} as if they were the station's scripts
 * and answers each query, a line of {id, text}, with {id, ranked: [id…]}, the ten best first; or {id: null, error}.
 * Tests from outside the very ranking that finds scripts and guides.
 */
const most = 10
const { values } = parseArgs({ options: { pool: { type: 'string' } } })
if (!values.pool) {
  console.error('Say which file holds the texts: npm run -s retrieve -- --pool pool.jsonl < queries.jsonl')
  process.exit(2)
}
type Row = { id: string; text: string }

function readRow(line: string | undefined): Row {
  const { id, text } = JSON.parse(line ?? '') ?? {}
  if (typeof id !== 'string' || typeof text !== 'string')
    throw new Error('a line is {"id": "…", "text": "…"}')
  return { id, text }
}

const pool = readFileSync(values.pool, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map(readRow)
const rank = createTextRanking(pool.map(({ text }) => [{ text, weight: 1 }]))

function answer(line: string | undefined): object {
  try {
    const { id, text } = readRow(line)
    return { id, ranked: rank(text, most).map(({ position }) => pool[position]!.id) }
  } catch (error) {
    return { id: null, error: (error as Error).message }
  }
}

process.stdout.on('error', () => process.exit(0))
for await (const lines of readLines(process.stdin, 1024 * 1024)) {
  const answers = lines.filter((line) => line !== '').map((line) => `${JSON.stringify(answer(line))}\n`)
  if (!process.stdout.write(answers.join('')))
    await new Promise((resolve) => process.stdout.once('drain', resolve))
}
