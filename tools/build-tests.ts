import { resolve } from 'node:path'
import { bundle, findFiles, root } from './bundle.ts'

export const testsFolder = resolve(root, 'build/tests')

/** What the tests start as processes of their own. */
const scripts = ['{server,test}/**/killed-*.fixture.ts', 'bench/serve-world.ts']

/** Bundles the test files and the servers they start: without it, loading them is a third of the whole run. */
export function buildTests(files: string[]): Promise<Map<string, string>> {
  return bundle([...files, ...findFiles(scripts)], testsFolder)
}
