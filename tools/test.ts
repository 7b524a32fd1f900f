import { existsSync, globSync, rmSync, statfsSync } from 'node:fs'
import { availableParallelism, freemem, tmpdir } from 'node:os'
import { resolve } from 'node:path'
import { startEmbedded } from '../server/platform/database/embedded.ts'
import { makeFolder } from '../test/make-folder.ts'
import { buildTests, testsFolder } from './build-tests.ts'
import { buildWeb } from './build-web.ts'
import { findBrowser } from './find-browser.ts'
import { runChecks } from './run-checks.ts'
import { runTestFiles, slowestFiles, type TestResults } from './run-test-files.ts'

const root = resolve(import.meta.dirname, '..')

/**
 * `npm test [pattern …]`: the floors check, then every test file beside the code and the trips in a real browser, on
 * a PostgreSQL of the run's own. TEST_DATABASE_URL names another cluster instead. Ends with `N passed, N failed`.
 */
const wanted = process.argv.slice(2)
const results: TestResults = { passed: 0, failed: 0, skipped: 0, seconds: new Map() }

// FULL_PROFILE asks the tests for all of it: ten thousand messages, a hundred kills.
const files = globSync('{contract,server,web,database,tools,test,bench,e2e}/**/*.test.ts', { cwd: root })
  .filter((file) => (wanted.length === 0 ? !picturesOnly(file) : wanted.some((word) => file.includes(word))))
  .sort((a, b) => Number(isLong(b)) - Number(isLong(a)) || (a < b ? -1 : 1))

if (wanted.length === 0) {
  const checks = await runChecks()
  results.passed += checks.passed
  results.failed += checks.failed
}

const built = await buildTests(files)
process.env['TEST_BUILT'] = testsFolder
const folder = makeFolder('tests', roomInMemory() ? '/dev/shm' : tmpdir())
// Every file is a process of its own: what one has compiled, the next need not.
process.env['NODE_COMPILE_CACHE'] ??= resolve(root, 'build/compiled')
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
  const groups = Object.groupBy(files, companyOf)
  // One more than there are cores: a test waits as often as it works.
  const many = Math.max(2, availableParallelism()) + 1
  // First, while the machine has done little yet: a busy one is measured by looser limits.
  await runTestFiles(built, groups.alone ?? [], 1, results)
  await runTestFiles(built, groups.many ?? [], many, results)
  // A trip is a browser, a server and a database, and a killed server starts again and again: two are company enough.
  await runTestFiles(built, groups.two ?? [], 2, results)
} finally {
  await cluster?.stop()
  rmSync(folder, { recursive: true, force: true })
}
const { passed, failed, skipped } = results
console.log(`\nThe slowest files:\n${slowestFiles(results)}`)
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** Makes the documents' pictures (`npm run screenshots`): three minutes of pages that the other trips walk through anyway. */
function picturesOnly(file: string): boolean {
  return file.startsWith('e2e/pictures')
}

/** Minutes long: begun last, such a file would keep one core busy and the others waiting. */
function isLong(file: string): boolean {
  return /chaos|killed-random|wechat\/faults|hostile-fields|access-matrix|load-demo|e2e\/accessibility/.test(
    file,
  )
}

/** How much company a file bears: what measures time wants the machine to itself. */
function companyOf(file: string): 'many' | 'two' | 'alone' {
  if (/e2e\/live|wechat\/door|killed-worker/.test(file)) return 'alone'
  return /^e2e\/|chaos|killed|wechat\/faults/.test(file) ? 'two' : 'many'
}

/** In memory a commit does not wait for a disk, and there are many thousands; where memory is short, on the disk. */
function roomInMemory(): boolean {
  if (!existsSync('/dev/shm')) return false
  const { bavail, bsize } = statfsSync('/dev/shm')
  return Math.min(bavail * bsize, freemem()) > 6e9
}
