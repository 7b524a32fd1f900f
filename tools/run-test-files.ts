import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/** What came of the files so far; `seconds` is each file's whole process, from its start to its end. */
export type TestResults = { passed: number; failed: number; skipped: number; seconds: Map<string, number> }

/** Runs test files where `built` has them, so many at a time, each in a process of its own, and adds what came of them. */
export function runTestFiles(
  built: Map<string, string>,
  files: string[],
  concurrency: number,
  results: TestResults,
): Promise<void> {
  if (files.length === 0) return Promise.resolve()
  const sources = new Map(files.map((file) => [built.get(file)!, file]))
  return new Promise((done, fail) => {
    const stream = run({ files: [...sources.keys()], concurrency, timeout: 900_000 })
    stream.on('test:pass', (event) => {
      if (event.details.type === 'suite') return
      if (event.skip || event.todo) results.skipped++
      else results.passed++
    })
    stream.on('test:fail', (event) => {
      if (event.details.type !== 'suite') results.failed++
    })
    // The file itself is a test as well, whose name is its path.
    stream.on('test:complete', ({ file, name, details }) => {
      if (file && file === name) results.seconds.set(sources.get(file) ?? file, details.duration_ms / 1000)
    })
    stream.on('error', fail)
    stream.compose(spec).on('end', done).pipe(process.stdout)
  })
}

/** Where the time goes, so that whoever adds a test sees what it costs everybody. */
export function slowestFiles({ seconds }: TestResults, count = 10): string {
  const slowest = [...seconds].sort((a, b) => b[1] - a[1]).slice(0, count)
  return slowest.map(([file, each]) => `${each.toFixed(1).padStart(7)} s  ${file}`).join('\n')
}
