import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const bin = (name: string) => resolve(root, 'node_modules/.bin', name)

const checks: [string, string, string[]][] = [
  ['types', process.execPath, [resolve(root, 'node_modules/typescript-native/bin/tsc'), '-p', '.']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  [
    'floors (who may import whom)',
    bin('depcruise'),
    [
      'contract',
      'server',
      'web',
      'database',
      'tools',
      'test',
      'bench',
      'e2e',
      '--config',
      '.dependency-cruiser.json',
      '--output-type',
      'err',
    ],
  ],
  ['dead code', bin('knip'), ['--no-progress']],
]

/** Types, format, floors and dead code; prints what each found. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 }
  for (const [name, command, args] of checks) {
    const env = { ...process.env, PATH: `${resolve(root, 'node_modules/.bin')}:${process.env.PATH}` }
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: root,
      env,
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    if (status === 0) {
      counts.passed++
      console.log(`✔ ${name}`)
    } else {
      counts.failed++
      console.log(`✖ ${name}\n${stdout}${stderr}`)
    }
  }
  return counts
}
