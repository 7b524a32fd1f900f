import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'
import { type IncomingMessage, type InsertedMessage, insertMessages } from './insert-messages.ts'

/** Takes a message and answers when it is on disk; null when its conversation is not the sender's. */
export type Intake = (stationId: string, message: IncomingMessage) => Promise<InsertedMessage | null>

type Waiting = {
  message: IncomingMessage
  resolve: (stored: InsertedMessage | null) => void
  reject: (error: unknown) => void
}

const maxBatch = 200
const maxFlushes = 2

/**
 * Messages wait in memory until the next of at most two writes may start, and go in together: one statement, one
 * commit, one flush of the disk for all of them. There is no timer, so a single message waits for nothing. Each is
 * answered only after its commit. When a batch is refused, its messages are tried one by one, so that a bad one
 * fails alone.
 */
export function createIntake(pool: Pool): Intake {
  const queues = new Map<string, Waiting[]>()
  const flushing = new Map<string, number>()

  async function flush(stationId: string): Promise<void> {
    const queue = queues.get(stationId)
    const running = flushing.get(stationId) ?? 0
    if (!queue?.length || running >= maxFlushes) return
    flushing.set(stationId, running + 1)
    const batch = queue.splice(0, maxBatch)
    try {
      await store(stationId, batch)
    } finally {
      const left = (flushing.get(stationId) ?? 1) - 1
      if (left === 0) flushing.delete(stationId)
      else flushing.set(stationId, left)
      if (queue.length > 0) void flush(stationId)
      else if (left === 0) queues.delete(stationId)
    }
  }

  async function store(stationId: string, batch: Waiting[]): Promise<void> {
    try {
      const messages = batch.map((waiting) => waiting.message)
      const stored = await inStation(pool, stationId, (tx) => insertMessages(tx, messages))
      batch.forEach((waiting, index) => {
        waiting.resolve(stored[index] ?? null)
      })
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error)
      else for (const waiting of batch) await store(stationId, [waiting])
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
