import { largestImportFile, mostImportRows } from '../../../../contract/register-imports.ts'
import { invalid } from '../../../platform/errors.ts'
import { readWorkbook, type SheetLimits } from '../../../platform/sheets/read-workbook.ts'
import { withoutIdentity } from './columns.ts'

const limits: SheetLimits = {
  ...{ delimited: true, fillMerged: true },
  largestFile: largestImportFile,
  mostUnpacked: 160 * 1024 * 1024,
  memoryMegabytes: 768,
  patienceMs: 90_000,
}
/** No cell that is taken may be longer; of others nobody needs the rest. */
const longestCell = 600
/** Titles above the headings. */
const mostTitles = 20

export type ReadFile = {
  sheetName: string
  rows: string[][]
  remarks: string[]
  /** Columns in which citizens' numbers stood, from 0. */
  identityColumns: number[]
}

/**
 * The cells of a roster, with every citizen's number taken out here in memory: it is written nowhere. Throws a sentence
 * where the file cannot be read.
 */
export async function readFile(bytes: Buffer): Promise<ReadFile> {
  const sheet = await readWorkbook(bytes, mostImportRows + mostTitles, limits)
  const identityColumns = new Set<number>()
  const rows = sheet.rows.map((cells) =>
    cells.map((cell, column) => {
      const { text, found } = withoutIdentity(cell)
      if (found) identityColumns.add(column)
      return text.slice(0, longestCell)
    }),
  )
  while (rows.length > 0 && rows.at(-1)!.every((cell) => cell.trim() === '')) rows.pop()
  if (rows.length === 0) throw invalid('这张表是空的，没有可以导入的行。')
  const { otherSheets, hiddenSheets, mergedRows } = sheet
  return {
    ...{ sheetName: sheet.sheetName, rows, identityColumns: [...identityColumns] },
    remarks: [
      otherSheets.length > 0 &&
        `只读了“${sheet.sheetName}”这张表；另外 ${otherSheets.length} 张没有读：${otherSheets.slice(0, 5).join('、')}。`,
      hiddenSheets > 0 && `有 ${hiddenSheets} 张隐藏的表，没有读。`,
      mergedRows.length > 0 && `有 ${mergedRows.length} 处合并的单元格，每一格都按同样的内容读。`,
    ].filter((remark) => remark !== false),
  }
}
