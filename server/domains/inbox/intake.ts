import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../platform/context.ts'
import { findTaken, type IncomingMessage, type TakenMessage, takeArrivals } from './arrivals.ts'
import { fileArrivals } from './file-arrivals.ts'

/**
 * Takes a message and answers when it is on disk. `read` makes all of the message when its batch is written: those of
 * a batch are read one after the other, which on a busy machine takes half the time of reading each as it comes.
 */
export type Intake = (stationId: string, read: () => IncomingMessage) => Promise<TakenMessage>

type Waiting = {
  read: () => IncomingMessage
  resolve: (taken: TakenMessage) => void
  reject: (error: unknown) => void
}
type Read = Omit<Waiting, 'read'> & { message: IncomingMessage }

const maxBatch = 200
const maxFlushes = 2
/** With more than this many unanswered it is a rush: whoever is on disk is answered before being filed. */
const rushAt = 24
/** So long the filing stands aside for a rush; a longer one shares the machine with it. */
export const longestRushMs = 10_000
/** Then a pass of filing is followed by a rest so many times as long, for those who are not answered yet. */
const rushRest = 6
const longestRestMs = 2000
const rushLookMs = 50
const calmMs = 250
const retryMs = 1000

/**
 * Messages wait in memory until the next of at most two writes may start, and go in together: one statement, one
 * commit, one flush of the disk for all of them. There is no timer, so a single message waits for nothing. Each is
 * answered only after its commit, in quiet times when it is filed as well. When a batch is refused, its messages are
 * tried one by one, so that a bad one fails alone.
 */
export function createIntake(context: Pick<Context, 'pool' | 'jobs' | 'log'>): Intake {
  const { pool, log } = context
  const queues = new Map<string, Waiting[]>()
  /** The sizes of the batches that are being written. */
  const flushing = new Map<string, number[]>()
  const draining = new Set<string>()
  const rushedAt = new Map<string, number>()

  const unanswered = (stationId: string) =>
    (flushing.get(stationId) ?? []).reduce((sum, size) => sum + size, queues.get(stationId)?.length ?? 0)

  /** Between two batches there are always a few moments of few: a rush is over when it has been calm for a while. */
  function isRush(stationId: string): boolean {
    if (unanswered(stationId) > rushAt) rushedAt.set(stationId, performance.now())
    return performance.now() - (rushedAt.get(stationId) ?? -Infinity) < calmMs
  }

  async function flush(stationId: string): Promise<void> {
    const queue = queues.get(stationId)
    const running = flushing.get(stationId) ?? []
    if (!queue?.length || running.length >= maxFlushes) return
    const batch = queue.splice(0, maxBatch)
    running.push(batch.length)
    flushing.set(stationId, running)
    try {
      await store(stationId, readAll(batch))
    } finally {
      running.splice(running.indexOf(batch.length), 1)
      if (running.length === 0) flushing.delete(stationId)
      if (queue.length > 0) void flush(stationId)
      else if (running.length === 0) queues.delete(stationId)
    }
  }

  /** Reads the messages of a batch; one that cannot be read (a fault of ours) fails alone. */
  function readAll(waiting: Waiting[]): Read[] {
    const batch: Read[] = []
    for (const { read, resolve, reject } of waiting) {
      try {
        batch.push({ message: read(), resolve, reject })
      } catch (error) {
        reject(error)
      }
    }
    return batch
  }

  async function store(stationId: string, batch: Read[]): Promise<void> {
    let taken: (TakenMessage | null)[]
    try {
      taken = await takeArrivals(
        pool,
        stationId,
        batch.map(({ message }) => message),
      )
    } catch (error) {
      if (batch.length > 1 && isOfOneMessage(error))
        for (const waiting of batch) await store(stationId, [waiting])
      else for (const { reject } of batch) reject(error)
      return
    }
    const rush = isRush(stationId)
    // Also while what a rush left is still being filed: behind that, these would wait.
    const later = rush || draining.has(stationId)
    const soon: { taken: TakenMessage; resolve: (taken: TakenMessage) => void }[] = []
    for (const [index, { message, resolve, reject }] of batch.entries()) {
      const answer = taken[index]
      if (!answer) findTaken(pool, stationId, message.contact.id, message.clientKey).then(resolve, reject)
      // What an officer writes down she opens next; an emergency waits for nobody.
      else if (!later || answer.emergency || message.actor.kind === 'officer')
        soon.push({ taken: answer, resolve })
      else resolve(answer)
    }
    if (rush) void drain(stationId)
    if (soon.length === 0) return
    await file(
      stationId,
      soon.map((each) => each.taken),
    )
    for (const { taken: answer, resolve } of soon) resolve(answer)
  }

  /** They are on disk: whatever goes wrong here, they are come back to. */
  async function file(stationId: string, taken: TakenMessage[]): Promise<void> {
    const crowded = draining.has(stationId)
    await fileArrivals(context, stationId, { taken, crowded }).catch((err) => tryAgain(stationId, err))
  }

  function tryAgain(stationId: string, err: Error): void {
    log.warn({ err }, 'messages on disk could not be filed, trying again in a second')
    setTimeout(() => void drain(stationId), retryMs).unref()
  }

  /** Files what a rush left on disk, when it is over. */
  async function drain(stationId: string): Promise<void> {
    if (draining.has(stationId)) return
    draining.add(stationId)
    const aside = performance.now() + longestRushMs
    try {
      while (isRush(stationId) && performance.now() < aside) await sleep(rushLookMs)
      for (;;) {
        const start = performance.now()
        if ((await fileArrivals(context, stationId, { olderThanMs: 0 })) === 0) break
        const pass = performance.now() - start
        if (isRush(stationId)) await sleep(Math.min(pass * rushRest, longestRestMs))
        else if (flushing.has(stationId)) await sleep(pass)
      }
    } catch (err) {
      tryAgain(stationId, err as Error)
    } finally {
      draining.delete(stationId)
    }
  }

  return (stationId, read) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(stationId) ?? []
      queues.set(stationId, queue)
      queue.push({ read, resolve, reject })
      // A tick later, so that requests parsed in the same turn of the loop share a batch.
      setImmediate(() => void flush(stationId))
    })
}

/**
 * Whether one message spoilt the batch: its data (SQLSTATE class 22), a rule it breaks (23), or somebody at the same
 * key (40, or 55P03 when that lasts). Anything else, as a database that is away, would meet each of them again.
 */
function isOfOneMessage(error: unknown): boolean {
  return /^(22|23|40|55P03)/.test(String((error as { code?: unknown }).code ?? ''))
}
