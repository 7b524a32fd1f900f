import { decodeText, readDelimited } from './read-delimited.ts'
import { readZip, ZipError } from './read-zip.ts'
import { fillMerges, rowsOfFormulas, rowsOfMerges, sheetsOf } from './sheet-xml.ts'

/**
 * Reads one sheet in a process of its own: it has no environment, no database, little memory and little time
 * (read-workbook.ts). Formulas are never run: what a cell showed when the file was saved is what it says.
 */

export type SheetWish = {
  mostRows: number
  mostUnpacked: number
  /** Text with commas, tabs or semicolons is read too. */
  delimited: boolean
  /** Every cell of a merged one says what the merged one says. Otherwise rows with merged cells and formulas are named. */
  fillMerged: boolean
}
export type SheetRefusal = 'broken' | 'bomb' | 'rows' | 'hidden' | 'columns' | 'old' | 'encoding'
export type SheetAnswer =
  | {
      rows: string[][]
      /** Numbers of rows, from 1 as a spreadsheet shows them. */
      formulaRows: number[]
      mergedRows: number[]
      sheetName: string
      /** Other sheets that can be seen, and whether some cannot. */
      otherSheets: string[]
      hiddenSheets: number
    }
  | { refused: SheetRefusal; count?: number }

/** GR is the 200th column. */
const beyondColumns = /<(?:\w+:)?c\s[^>]{0,40}?\br="(?:[A-Z]{3}|G[S-Z]|[H-Z][A-Z])\d+"/
const mostColumns = 200

async function read(bytes: Buffer, wish: SheetWish): Promise<SheetAnswer> {
  // A compound file: .xls of before 2007, or a workbook with a password.
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) return { refused: 'old' }
  if (wish.delimited && bytes.toString('latin1', 0, 2) !== 'PK') return readText(bytes, wish)
  const files = readZip(bytes, wish.mostUnpacked)
  const { chosen, place, others, hidden } = sheetsOf(files)
  if (!chosen && hidden > 0) return { refused: 'hidden' }
  const xml = files.get(chosen?.path ?? '')?.toString('utf8')
  if (!chosen || xml === undefined) return { refused: 'broken' }
  const count = xml.match(/<(?:\w+:)?row[\s>]/g)?.length ?? 0
  if (count > wish.mostRows + 1) return { refused: 'rows', count: count - 1 }
  if (beyondColumns.test(xml)) return { refused: 'columns' }
  // Of the archive only what was weighed: it may hold more than its directory says.
  // Loaded only for a workbook: text is read without them.
  const { zipSync } = await import('fflate')
  const { readSheet } = await import('read-excel-file/node')
  const archive = Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }))
  files.clear()
  const data = await readSheet(archive, place)
  if (data.length > wish.mostRows + 1) return { refused: 'rows', count: data.length - 1 }
  const rows = data.map((row) => row.map(textOf))
  return {
    ...{ rows, sheetName: chosen.name, otherSheets: others, hiddenSheets: hidden },
    formulaRows: wish.fillMerged ? [] : rowsOfFormulas(xml),
    mergedRows: wish.fillMerged ? fillMerges(xml, rows) : rowsOfMerges(xml),
  }
}

function readText(bytes: Buffer, wish: SheetWish): SheetAnswer {
  const text = decodeText(bytes)
  if (text === null) return { refused: 'encoding' }
  const rows = readDelimited(text)
  if (rows.length > wish.mostRows + 1) return { refused: 'rows', count: rows.length - 1 }
  if (rows.some((row) => row.length > mostColumns)) return { refused: 'columns' }
  return { rows, formulaRows: [], mergedRows: [], sheetName: '', otherSheets: [], hiddenSheets: 0 }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell)
}

process.on('message', async ({ bytes, wish }: { bytes: Uint8Array; wish: SheetWish }) => {
  const answer = await read(Buffer.from(bytes), wish).catch((error): SheetAnswer => {
    return { refused: error instanceof ZipError ? error.kind : 'broken' }
  })
  process.send?.(answer, () => process.exit(0))
})
process.on('disconnect', () => process.exit(0))
