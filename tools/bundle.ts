import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** Files of the project that match, as paths from the root. */
export const findFiles = (patterns: string | string[]) => globSync(patterns, { cwd: root })

/** Of a program (path from the root): its path in the folder of a bundle, without the ending. */
export const nameOf = (program: string) => program.replace(/\.tsx?$/, '')

/**
 * Puts programs (paths from the root) into few large files in `folder`, with all that they import: a server is 2,500
 * modules, and to find and read them one by one takes more than half of its start. Returns where each one went. A
 * process of its own does it, and takes the 800 MB that the bundler needs with it.
 */
export async function bundle(programs: string[], folder: string): Promise<Map<string, string>> {
  const bundler = resolve(import.meta.dirname, 'run-bundler.ts')
  const child = spawn(process.execPath, [bundler, folder, ...programs], { stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the bundler ended with ${code}`)
  return new Map(programs.map((file) => [file, join(folder, `${nameOf(file)}.mjs`)]))
}
