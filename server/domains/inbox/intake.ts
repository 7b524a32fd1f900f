import type { Context } from '../../platform/context.ts'
import { findTaken, type IncomingMessage, type TakenMessage, takeArrivals } from './arrivals.ts'
import { fileArrivals } from './file-arrivals.ts'

/** Takes a message and answers when it is on disk. */
export type Intake = (stationId: string, message: IncomingMessage) => Promise<TakenMessage>

type Waiting = {
  message: IncomingMessage
  resolve: (taken: TakenMessage) => void
  reject: (error: unknown) => void
}

const maxBatch = 200
const maxFlushes = 2
/** With more than this many unanswered it is a rush: whoever is on disk is answered before being filed. */
const rushAt = 24
/** In a rush the filing takes about a fifth of the time; the rest is for those who are not answered yet. */
const rushRestMs = 200

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

  const unanswered = (stationId: string) =>
    (flushing.get(stationId) ?? []).reduce((sum, size) => sum + size, queues.get(stationId)?.length ?? 0)

  async function flush(stationId: string): Promise<void> {
    const queue = queues.get(stationId)
    const running = flushing.get(stationId) ?? []
    if (!queue?.length || running.length >= maxFlushes) return
    const batch = queue.splice(0, maxBatch)
    running.push(batch.length)
    flushing.set(stationId, running)
    try {
      await store(stationId, batch)
    } finally {
      running.splice(running.indexOf(batch.length), 1)
      if (running.length === 0) flushing.delete(stationId)
      if (queue.length > 0) void flush(stationId)
      else if (running.length === 0) queues.delete(stationId)
    }
  }

  async function store(stationId: string, batch: Waiting[]): Promise<void> {
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
    const rush = unanswered(stationId) > rushAt
    // What an officer writes down she opens next; an emergency waits for nobody.
    const soon = taken.filter(
      (each, index) =>
        each !== null && (!rush || each.emergency || batch[index]!.message.actor.kind === 'officer'),
    ) as TakenMessage[]
    if (rush) void drain(stationId)
    if (soon.length > 0) await file(stationId, soon)
    for (const [index, { message, resolve, reject }] of batch.entries()) {
      const answer = taken[index]
      if (answer) resolve(answer)
      else findTaken(pool, stationId, message.contact.id, message.clientKey).then(resolve, reject)
    }
  }

  /** They are on disk: whatever goes wrong here, the filing that looks every second comes to them. */
  async function file(stationId: string, taken: TakenMessage[]): Promise<void> {
    const crowded = draining.has(stationId)
    await fileArrivals(context, stationId, { taken, crowded }).catch((err) =>
      log.warn({ err }, 'messages on disk could not be filed, trying again within a second'),
    )
  }

  async function drain(stationId: string): Promise<void> {
    if (draining.has(stationId)) return
    draining.add(stationId)
    try {
      while ((await fileArrivals(context, stationId, { olderThanMs: 0 })) > 0) {
        if (flushing.has(stationId)) await new Promise((resolve) => setTimeout(resolve, rushRestMs))
      }
    } catch (err) {
      log.warn({ err: err as Error }, 'messages on disk could not be filed, trying again within a second')
    } finally {
      draining.delete(stationId)
    }
  }

  return (stationId, message) =>
    new Promise((resolve, reject) => {
      const queue = queues.get(stationId) ?? []
      queues.set(stationId, queue)
      queue.push({ message, resolve, reject })
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
