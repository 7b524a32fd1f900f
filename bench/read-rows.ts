import { readFileSync } from 'node:fs'
import { givenFile } from '../tools/given-file.ts'

/** The rows of a file of JSON lines, blank ones and a mark before the first aside. Throws for what is no JSON. */
export function readRows<Row>(path: string): Row[] {
  return readFileSync(givenFile(path), 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}
