import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * When process `pid` began, as an opaque word of letters and digits; undefined when there is no such process.
 * A pid given out again shows another word. A zombie counts as gone: in a container whose first process
 * never reaps, a killed PostgreSQL stays in the table for ever.
 */
export function processBirth(pid: number): string | undefined {
  return process.platform === 'linux' ? birthFromProc(pid) : birthFromPs(pid)
}

/**
 * This process as a piece of a file name, known again by `isAlive` even after its pid was given to another.
 */
export function ownMark(): string {
  return `${process.pid}-${processBirth(process.pid)}`
}

/** Whether the process that wrote `mark` at the head of a file name still lives. */
export function isAlive(mark: string): boolean {
  const [pid, birth] = mark.split('-')
  return birth !== undefined && processBirth(Number(pid)) === birth
}

function birthFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    // The name stands in parentheses and may hold blanks; after it come state (field 3) … start (field 22).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

/** For systems without /proc. */
export function birthFromPs(pid: number): string | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'state=', '-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C' },
  })
  const [state, ...start] = stdout?.trim().split(/\s+/) ?? []
  return !state || state.startsWith('Z') ? undefined : start.join('').replaceAll(':', '')
}
