import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * Where a file is that a person named on the command line: npm starts its commands in the project's folder, and the path
 * is meant from where she stands. Says so and ends with 2 where there is none.
 */
export function givenFile(path: string): string {
  const places = [resolve(process.env['INIT_CWD'] ?? '', path), resolve(path)]
  const found = places.find((place) => existsSync(place))
  if (found) return found
  console.error(`There is no file ${places[0]}.`)
  process.exit(2)
}
