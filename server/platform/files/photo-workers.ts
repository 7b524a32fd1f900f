import { type ChildProcess, execFile, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { resolve } from 'node:path'
import { AppError, invalid } from '../errors.ts'
import type { PhotoAnswer } from './photo-worker.ts'

const script = resolve(import.meta.dirname, 'photo-worker.ts')
/** What a photo may cost, counted in the work of its process: on a busy machine a good photo waits and does no more. */
const drawMs = 10_000
/** And how long its sender waits at all. */
const patienceMs = 45_000
const idleMs = 60_000
/** A worker is replaced after so many photos: decoders leak. */
const photosPerWorker = 200
const mostWaiting = 50

export type DrawnPhoto = Exclude<PhotoAnswer, { refused: string }>

export type PhotoWorkers = {
  /** Draws the photo at a path anew. Throws a sentence for the sender when it cannot be. */
  draw: (path: string) => Promise<DrawnPhoto>
  close: () => void
}

/** Processes that decode photos: started when needed, killed when they take too long, gone when idle. */
export function createPhotoWorkers(size = 2): PhotoWorkers {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const waiting: (() => void)[] = []

  async function take(): Promise<Worker> {
    while (idle.length === 0 && all.size >= size) {
      if (waiting.length >= mostWaiting)
        throw new AppError('unavailable', '现在传照片的人太多，请过一分钟再试。急事拨打110。')
      await new Promise<void>((resume) => waiting.push(resume))
    }
    const worker = idle.pop()
    if (worker?.isUsable()) return worker
    if (worker) all.delete(worker)
    const fresh = startWorker()
    all.add(fresh)
    return fresh
  }

  function giveBack(worker: Worker): void {
    if (worker.isUsable()) idle.push(worker)
    else {
      worker.end()
      all.delete(worker)
    }
    waiting.shift()?.()
  }

  return {
    async draw(path) {
      const worker = await take()
      try {
        const answer = await worker.draw(path)
        if (!('refused' in answer)) return answer
        throw invalid(refusals[answer.refused])
      } finally {
        giveBack(worker)
      }
    },
    close() {
      for (const worker of all) worker.end()
    },
  }
}

const refusals = {
  dimensions: '照片的尺寸太大了（超过 5000 万像素或一边超过 12000 点），请截图或缩小后再发。',
  unreadable: '这张照片打不开，可能没有传完整。请重新选一次，或截图再发。',
}

type Worker = ReturnType<typeof startWorker>

function startWorker() {
  const child = fork(script, {
    // Nothing of ours is inherited: not the address of the database, not a secret, not a flag.
    env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    execArgv: ['--max-old-space-size=128', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  limitProcess(child.pid)
  // Answering people comes before drawing pictures.
  if (child.pid) {
    try {
      setPriority(child.pid, 10)
    } catch {}
  }
  hold(child, false)
  let drawn = 0
  let timer = setTimeout(() => {})
  let ended = false
  child.on('exit', () => {
    ended = true
  })

  return {
    isUsable: () => !ended && child.connected && drawn < photosPerWorker,
    end() {
      ended = true
      clearTimeout(timer)
      child.kill('SIGKILL')
    },
    async draw(path: string): Promise<PhotoAnswer> {
      clearTimeout(timer)
      hold(child, true)
      drawn += 1
      try {
        return await ask(child, path)
      } catch (error) {
        ended = true
        throw error
      } finally {
        hold(child, false)
        timer = setTimeout(() => {
          ended = true
          child.kill('SIGKILL')
        }, idleMs).unref()
      }
    },
  }
}

/** Where the system can (util-linux): no file larger than a decoder's own, few open ones, no dump, an end to its time. */
const processLimits = ['--fsize=268435456', '--nofile=128', '--core=0', '--cpu=1200']

function limitProcess(pid: number | undefined): void {
  if (!pid) return
  // Without the program the other limits hold: memory, time for each photo, nothing inherited.
  execFile('prlimit', ['--pid', String(pid), ...processLimits], () => {})
}

/** A process that waits for photos keeps ours from ending only while it draws one. */
function hold(child: ChildProcess, held: boolean): void {
  child[held ? 'ref' : 'unref']()
  const channel = child.channel as { ref: () => void; unref: () => void } | null | undefined
  channel?.[held ? 'ref' : 'unref']()
}

/** One photo, with the time it may take; a process that dies of it takes only that photo along. */
function ask(child: ChildProcess, path: string): Promise<PhotoAnswer> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const before = workOf(child.pid)
    let busy = false
    const timer = setInterval(() => {
      const waited = performance.now() - start
      const now = workOf(child.pid)
      const work = before === null || now === null ? waited : now - before
      busy = work <= drawMs
      if (!busy || waited > patienceMs) child.kill('SIGKILL')
    }, 250)
    const done = () => {
      clearInterval(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      child.off('error', onExit)
    }
    const onMessage = (message: unknown) => {
      if (message === 'ready') return
      done()
      resolve(message as PhotoAnswer)
    }
    const onExit = () => {
      done()
      const late = busy && performance.now() - start > patienceMs
      reject(
        late
          ? new AppError('unavailable', '现在很忙，照片还没处理好，请过一分钟再传。急事拨打110。')
          : invalid('这张照片处理不了，请截一张图再发。'),
      )
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.on('error', onExit)
    child.send(path, (error) => error && onExit())
  })
}

/** Processor time of a process in milliseconds, or null where the system does not tell. */
function workOf(pid: number | undefined): number | null {
  try {
    // Fields 14 and 15 of proc(5), in ticks of a hundredth; the name before them may hold blanks and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}
