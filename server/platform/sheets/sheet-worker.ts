import { zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { readZip, ZipError } from './read-zip.ts'

/**
 * Reads the first sheet of one workbook in a process of its own: it has no environment, no database, little memory and
 * little time (read-workbook.ts). Formulas and merged cells are named, since what they show is not what stands there.
 */

export type SheetAnswer =
  | {
      rows: string[][]
      /** Numbers of rows, from 1 as a spreadsheet shows them. */
      formulaRows: number[]
      mergedRows: number[]
    }
  | { refused: 'broken' | 'bomb' | 'rows'; count?: number }

async function read(bytes: Buffer, mostRows: number): Promise<SheetAnswer> {
  const files = readZip(bytes)
  const xml = files.get(firstSheet(files) ?? '')?.toString('utf8')
  if (xml === undefined) return { refused: 'broken' }
  const count = xml.match(/<(?:\w+:)?row[\s>]/g)?.length ?? 0
  if (count > mostRows + 1) return { refused: 'rows', count: count - 1 }
  // Of the archive only what was weighed: it may hold more than its directory says.
  const data = await readSheet(Buffer.from(zipSync(Object.fromEntries(files), { level: 0 })))
  if (data.length > mostRows + 1) return { refused: 'rows', count: data.length - 1 }
  return {
    rows: data.map((row) => row.map(textOf)),
    formulaRows: rowsOfFormulas(xml),
    mergedRows: rowsOfMerges(xml),
  }
}

/** The file of the sheet that stands first in the workbook, whatever it is called. */
function firstSheet(files: Map<string, Buffer>): string | undefined {
  const id = textIn(files, 'xl/workbook.xml').match(/<(?:\w+:)?sheet\s[^>]*\br:id="([^"]+)"/)?.[1]
  const relation = [
    ...textIn(files, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g),
  ]
    .map(([each]) => each)
    .find((each) => each.includes(`Id="${id}"`))
  const target = relation?.match(/\bTarget="([^"]+)"/)?.[1]
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`
}

const textIn = (files: Map<string, Buffer>, name: string) => files.get(name)?.toString('utf8') ?? ''

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell)
}

function rowsOfFormulas(xml: string): number[] {
  const found = new Set<number>()
  for (const [, row, inside] of xml.matchAll(
    /<(?:\w+:)?c\s[^>]*\br="[A-Z]+(\d+)"[^>]*>(.*?)<\/(?:\w+:)?c>/gs,
  ))
    if (/<(?:\w+:)?f[\s/>]/.test(inside!)) found.add(Number(row))
  return [...found]
}

function rowsOfMerges(xml: string): number[] {
  const found = new Set<number>()
  for (const [, from, to] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*\bref="[A-Z]+(\d+):[A-Z]+(\d+)"/g))
    for (let row = Number(from); row <= Math.min(Number(to), Number(from) + 100); row += 1) found.add(row)
  return [...found].slice(0, 1000)
}

process.on('message', async ({ bytes, mostRows }: { bytes: Uint8Array; mostRows: number }) => {
  const answer = await read(Buffer.from(bytes), mostRows).catch((error): SheetAnswer => {
    return { refused: error instanceof ZipError ? error.kind : 'broken' }
  })
  process.send?.(answer, () => process.exit(0))
})
process.on('disconnect', () => process.exit(0))
