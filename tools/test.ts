import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { startEmbedded } from '../server/platform/database/embedded.ts'
import { buildWeb } from './build-web.ts'
import { findBrowser } from './find-browser.ts'
import { runChecks } from './run-checks.ts'

const root = resolve(import.meta.dirname, '..')

/**
 * `npm test [pattern …]`: the floors check, then every test file beside the code and the trips in a real browser, on
 * a PostgreSQL of the run's own. TEST_DATABASE_URL names another cluster instead. Ends with `N passed, N failed`.
 */
const wanted = process.argv.slice(2)
const counts = { passed: 0, failed: 0, skipped: 0 }

// FULL_PROFILE asks the tests for all of it: ten thousand messages, a hundred kills.
const files = globSync('{contract,server,web,database,tools,test,bench,e2e}/**/*.test.ts', { cwd: root })
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort()

if (wanted.length === 0) {
  const checks = await runChecks()
  counts.passed += checks.passed
  counts.failed += checks.failed
}

const folder = mkdtempSync(join(tmpdir(), 'lianxinqiao-tests-'))
const quiet = {
  info: () => {},
  warn: (...words: unknown[]) => console.warn(...words),
  error: (...words: unknown[]) => console.error(...words),
}
const cluster = process.env.TEST_DATABASE_URL
  ? undefined
  : await startEmbedded({ dataDir: folder, log: quiet })
if (cluster) process.env.TEST_DATABASE_URL = cluster.url
try {
  if (files.some((file) => file.startsWith('e2e/'))) {
    process.env.TEST_BROWSER = await findBrowser()
    await buildWeb()
  }
  // Trips and kills measure time and want the machine to themselves; everything else runs side by side.
  await runFiles(
    files.filter((file) => !needsQuiet(file)),
    Math.max(2, availableParallelism()),
  )
  await runFiles(files.filter(needsQuiet), 1)
} finally {
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
}
console.log(
  `\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`,
)
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)

function needsQuiet(file: string): boolean {
  return file.startsWith('e2e/') || /chaos|killed|wechat\/(door|faults|outage)/.test(file)
}

function runFiles(list: string[], concurrency: number): Promise<void> {
  if (list.length === 0) return Promise.resolve()
  return new Promise((done, fail) => {
    const stream = run({
      files: list.map((file) => join(root, file)),
      concurrency,
      timeout: 900_000,
    })
    stream.on('test:pass', (event) => {
      if (event.details.type === 'suite') return
      if (event.skip || event.todo) counts.skipped++
      else counts.passed++
    })
    stream.on('test:fail', (event) => {
      if (event.details.type !== 'suite') counts.failed++
    })
    stream.on('error', fail)
    stream.compose(spec).on('end', done).pipe(process.stdout)
  })
}
