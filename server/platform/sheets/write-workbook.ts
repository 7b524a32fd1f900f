import writeExcelFile from 'write-excel-file/node'
import { asPlainText } from '../csv.ts'

/** One sheet of texts as .xlsx, the first row bold; nothing in it is run as a formula. */
export async function writeWorkbook(name: string, rows: string[][], widths: number[]): Promise<Buffer> {
  const [head = [], ...rest] = rows
  const data = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rest.map((row) => row.map((value) => ({ value: asPlainText(value), type: String, wrap: true }))),
  ]
  return writeExcelFile(data, {
    sheet: name,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer()
}
