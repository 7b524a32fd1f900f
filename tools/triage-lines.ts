import { createLineTriage } from '../server/domains/inbox/triage-line.ts'
import { readLines } from './read-lines.ts'

/**
 * npm run -s triage < messages.jsonl: on stdin a line each of {id, text}; on stdout, in the same order,
 * {id, emergency, scenario, office, service, scripts, reasons}, or {id, error} for a line that cannot be read.
 * Tests the reading from outside, on the starter scripts and guides.
 */
process.stdout.on('error', () => process.exit(0))
const triageLine = createLineTriage()
for await (const lines of readLines(process.stdin, 1024 * 1024)) {
  const answers = lines.map((line) => `${JSON.stringify(triageLine(line))}\n`).join('')
  if (!process.stdout.write(answers)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}
