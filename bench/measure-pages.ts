import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Script that a first visit loads before it can show its page, gzipped, in kB: every script the page names, for the
 * workbench its door and the app behind it, and everything they import statically.
 */
export function measureScripts(webFolder: string, page: 'resident' | 'workbench'): number {
  const html = readFileSync(resolve(webFolder, page, 'index.html'), 'utf8')
  const wanted = [...html.matchAll(/\/(assets\/[^" ]+\.js)/g)].map((match) => match[1]!)
  const seen = new Set<string>()
  let bytes = 0
  while (wanted.length > 0) {
    const file = wanted.pop()!
    if (seen.has(file)) continue
    seen.add(file)
    const code = readFileSync(resolve(webFolder, file), 'utf8')
    bytes += gzipSync(code, { level: 6 }).length
    for (const match of code.matchAll(
      /(?:^|[;}\s])(?:import|export)[^;"'()]*?from\s*["']\.\/([^"']+\.js)["']|import\s*["']\.\/([^"']+\.js)["']/g,
    )) {
      wanted.push(`assets/${match[1] ?? match[2]}`)
    }
  }
  return Math.round(bytes / 1024)
}
