import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { AppError, invalid } from '../errors.ts'
import type { SheetAnswer, SheetRefusal, SheetWish } from './sheet-worker.ts'

const worker = resolve(import.meta.dirname, 'sheet-worker.ts')
const megabyte = 1024 * 1024

export type Sheet = Exclude<SheetAnswer, { refused: SheetRefusal }>

/** What is asked of a file, and what the process that reads it may use. */
export type SheetLimits = Omit<SheetWish, 'mostRows'> & {
  largestFile: number
  memoryMegabytes: number
  patienceMs: number
}

/** A workbook of some thousand rows, cell by cell as it stands there. */
const plainWorkbook: SheetLimits = {
  ...{ delimited: false, fillMerged: false },
  ...{ largestFile: 4 * megabyte, mostUnpacked: 48 * megabyte, memoryMegabytes: 256, patienceMs: 30_000 },
}

const refusals: Record<Exclude<SheetRefusal, 'rows'>, string> = {
  broken: '这个文件打不开，可能没有传完整，或者不是 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 再传。',
  bomb: '这个文件展开后太大，不能读。请只留要导入的这一张表，去掉图片和别的工作表。',
  hidden: '这个文件里的表都隐藏了。请在 Excel 或 WPS 里取消隐藏，存好再传。',
  columns: '这张表的列太多，最多 200 列。请删掉右边的空列，或者把要的列复制到一张新表再传。',
  old: '这是旧的 .xls 表格，或者加了密码。请去掉密码，用 Excel 或 WPS 另存为 .xlsx 再传。',
  encoding: '这个文件的文字认不出。请用 Excel 或 WPS 打开，另存为 .xlsx 再传。',
}

/** The first sheet of a workbook that can be seen, as texts, read in a process with little memory and time. Throws a sentence. */
export async function readWorkbook(
  bytes: Buffer,
  mostRows: number,
  limits: SheetLimits = plainWorkbook,
): Promise<Sheet> {
  const most = limits.largestFile / megabyte
  if (bytes.length > limits.largestFile)
    throw new AppError('too_large', `表格文件最多 ${most} MB，请去掉图片，或者分成几个文件。`)
  const { delimited, fillMerged, mostUnpacked } = limits
  const answer = await ask(bytes, { mostRows, delimited, fillMerged, mostUnpacked }, limits)
  if (!('refused' in answer)) return answer
  if (answer.refused === 'rows')
    throw invalid(`这张表有 ${answer.count} 行，一次最多 ${mostRows} 行，请分成几个文件再传。`)
  throw invalid(refusals[answer.refused])
}

function ask(bytes: Buffer, wish: SheetWish, limits: SheetLimits): Promise<SheetAnswer> {
  return new Promise((answer, reject) => {
    const child = fork(worker, {
      env: {},
      execArgv: [`--max-old-space-size=${limits.memoryMegabytes}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.patienceMs)
    child.once('message', (message) => answer(message as SheetAnswer))
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      // After an answer this changes nothing any more.
      answer({ refused: 'bomb' })
    })
    child.send({ bytes, wish }, (error) => error && child.kill('SIGKILL'))
  })
}
