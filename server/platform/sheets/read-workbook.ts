import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import { AppError, invalid } from '../errors.ts'
import type { SheetAnswer } from './sheet-worker.ts'

const worker = resolve(import.meta.dirname, 'sheet-worker.ts')
export const largestWorkbook = 4 * 1024 * 1024
const patienceMs = 30_000
const memoryMegabytes = 256

export type Sheet = Exclude<SheetAnswer, { refused: string }>

const refusals = {
  broken: '这个文件打不开，可能没有传完整，或者不是 .xlsx 表格。请用 Excel 或 WPS 另存为 .xlsx 再传。',
  bomb: '这个文件展开后太大，不能读。请只留话术这一张表，去掉图片和别的工作表。',
}

/** The first sheet of a workbook as texts, read in a process with little memory and time. Throws a sentence. */
export async function readWorkbook(bytes: Buffer, mostRows: number): Promise<Sheet> {
  if (bytes.length > largestWorkbook)
    throw new AppError('too_large', '表格文件最多 4 MB，请去掉图片，或者分成几个文件。')
  const answer = await ask(bytes, mostRows)
  if (!('refused' in answer)) return answer
  if (answer.refused === 'rows')
    throw invalid(`这张表有 ${answer.count} 行，一次最多 ${mostRows} 行，请分成几个文件再传。`)
  throw invalid(refusals[answer.refused])
}

function ask(bytes: Buffer, mostRows: number): Promise<SheetAnswer> {
  return new Promise((answer, reject) => {
    const child = fork(worker, {
      env: {},
      execArgv: [`--max-old-space-size=${memoryMegabytes}`, '--no-warnings'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    })
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    child.once('message', (message) => answer(message as SheetAnswer))
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      // After an answer this changes nothing any more.
      answer({ refused: 'bomb' })
    })
    child.send({ bytes, mostRows }, (error) => error && child.kill('SIGKILL'))
  })
}
