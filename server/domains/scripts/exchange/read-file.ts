import { type ExchangeForm, mostImported } from '../../../../contract/script-exchange.ts'
import { mostScriptFiles } from '../../../../contract/scripts.ts'
import { fromPlainText } from '../../../platform/csv.ts'
import { invalid } from '../../../platform/errors.ts'
import { readWorkbook } from '../../../platform/sheets/read-workbook.ts'
import { columns, type FileScript } from './columns.ts'

/** A row of the file; `fault` when it cannot be read as it stands. */
export type FileRow = { row: number; script: FileScript; fault: string | null }
/** `otherSheets`: what else can be seen in a workbook, of which only the first sheet is read. */
export type FileRows = { rows: FileRow[]; otherSheets: string[] }

/** The rows of a spreadsheet or of JSON, unchecked. Throws `invalid` where the whole file cannot be read. */
export async function readFile(form: ExchangeForm, bytes: Buffer): Promise<FileRows> {
  return form === 'xlsx' ? readSheet(bytes) : { rows: readJson(bytes), otherSheets: [] }
}

async function readSheet(bytes: Buffer): Promise<FileRows> {
  const { rows, formulaRows, mergedRows, otherSheets } = await readWorkbook(bytes, mostImported)
  const heads = rows[0]?.map((head) => head.trim()) ?? []
  const missing = columns.filter(({ header }) => !heads.includes(header)).map(({ header }) => header)
  if (missing.length > 0)
    throw invalid(`第一行要是表头，这张表缺：${missing.join('、')}。请先“导出”一份，照它的表头填。`)
  const unknown = heads.filter((head) => head !== '' && !columns.some(({ header }) => header === head))
  if (unknown.length > 0) throw invalid(`不认识的表头：${unknown.slice(0, 5).join('、')}。请改成导出的那样。`)
  const twice = heads.find((head, at) => head !== '' && heads.indexOf(head) !== at)
  if (twice) throw invalid(`表头“${twice}”有两列，请只留一列。`)
  if (mergedRows.includes(1)) throw invalid('表头里有合并的单元格，请取消合并再传。')
  const read = rows.slice(1).flatMap((cells, index) => {
    const row = index + 2
    const merged = mergedRows.includes(row)
    if (cells.every((cell) => cell.trim() === '') && !merged) return []
    const values = columns.map(({ key, header, separator }) => {
      const given = fromPlainText((cells[heads.indexOf(header)] ?? '').trim())
      const text = key === 'expiresOn' ? writtenDay(given) : given
      return [key, separator ? splitList(text, separator) : text]
    })
    const fault = formulaRows.includes(row)
      ? '这一行里有公式，请改成文字。'
      : merged
        ? '这一行里有合并的单元格，请取消合并。'
        : null
    return [{ row, script: Object.fromEntries(values) as FileScript, fault }]
  })
  return { rows: read, otherSheets }
}

/** A day as people type it, 2027/5/1, 2027年5月1号 or 20270501, as 2027-05-01; anything else as it stands. */
function writtenDay(text: string): string {
  const even = text.normalize('NFKC')
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(even) ?? /^(20\d\d)(\d\d)(\d\d)$/.exec(even)
  return parts ? [parts[1], parts[2]!.padStart(2, '0'), parts[3]!.padStart(2, '0')].join('-') : text
}

function splitList(text: string, separator: string): string[] {
  const parts = separator === '\n' ? text.split('\n') : text.split(/[、，,；;\n]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

const known = new Set<string>([...columns.map(({ key }) => key), 'files'])

function readJson(bytes: Buffer): FileRow[] {
  let file: unknown
  try {
    // Notepad puts a mark before the text.
    file = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))
  } catch {
    throw invalid('这个文件不完整，读不懂。请重新导出，或检查后再传。')
  }
  const scripts = (file as { scripts?: unknown } | null)?.scripts
  if (!Array.isArray(scripts)) throw invalid('文件里没有 scripts 这一项，请照导出的样子写。')
  if (scripts.length > mostImported)
    throw invalid(`文件里有 ${scripts.length} 条，一次最多 ${mostImported} 条，请分成几个文件再传。`)
  return scripts.map((given: unknown, index) => {
    const from = (
      typeof given === 'object' && given !== null && !Array.isArray(given) ? given : {}
    ) as Record<string, unknown>
    let fault = from === given ? null : '这一项不是一条话术。'
    const values = columns.map(({ key, separator }) => {
      const value = from[key]
      if (separator) {
        if (value === undefined || value === null) return [key, []]
        if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
          return [key, value.map((each) => each.trim()).filter(Boolean)]
      } else {
        if (value === undefined || value === null) return [key, '']
        if (typeof value === 'string') return [key, value.trim()]
        if (typeof value === 'boolean') return [key, value ? '是' : '否']
      }
      fault ??= `${key} 的写法不对，请照导出的样子写。`
      return [key, separator ? [] : '']
    })
    const unknown = Object.keys(from).find((key) => !known.has(key))
    if (unknown !== undefined) fault ??= `不认识的一项 ${unknown.slice(0, 20)}，请照导出的样子写。`
    const files = readFiles(from['files'])
    if (!files) fault ??= 'files 的写法不对，请照导出的样子写。'
    const script = { ...Object.fromEntries(values), files: files ?? [] } as FileScript
    return { row: index + 1, script, fault }
  })
}

/** Pictures and files by their hashes; null when it cannot be read. */
function readFiles(given: unknown): FileScript['files'] | null {
  if (given === undefined || given === null) return []
  if (!Array.isArray(given) || given.length > mostScriptFiles) return null
  const files = given.map((each: unknown) => {
    const { sha256, alt = '' } = (each ?? {}) as Record<string, unknown>
    const isRight = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
    return isRight && typeof alt === 'string' && alt.length <= 60 ? { sha256, alt: alt.trim() } : null
  })
  return files.some((file) => file === null) ? null : (files as NonNullable<FileScript['files']>)
}
