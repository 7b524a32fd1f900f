import type { Pool } from './database/pool.ts'
import { inStation } from './tenancy.ts'

type Block = { next: number; last: number; size: number; takenAt: number }

const smallest = 10
const largest = 200
/** A block used up sooner than this is followed by one twice as large. */
const busyMs = 10_000

type Series = { blocks: Map<string, Block>; reserving: Map<string, Promise<void>> }
const memory = new WeakMap<Pool, Series>()

/**
 * The next display number of a series, such as 261123-0042: the day, then at least four digits. Blocks are
 * reserved in short transactions of their own and used up in memory, so that no two requests wait for one row; a
 * number is unique across all processes, and a gap means a block that was not used up. `day` is YYYY-MM-DD where the
 * station is. Call it before a transaction is opened, not inside one: it may need a connection of its own.
 */
export async function nextNumber(
  pool: Pool,
  stationId: string,
  series: string,
  day: string,
): Promise<string> {
  const key = `${stationId} ${series} ${day}`
  const { blocks, reserving } = memoryOf(pool)
  for (;;) {
    const block = blocks.get(key)
    if (block && block.next <= block.last) return formatNumber(day, block.next++)
    let reservation = reserving.get(key)
    if (!reservation) {
      reservation = reserveBlock(pool, stationId, series, day, sizeAfter(block))
        .then((reserved) => {
          // What is left of earlier days is of no more use.
          for (const old of blocks.keys())
            if (old.startsWith(`${stationId} ${series} `) && old < key) blocks.delete(old)
          blocks.set(key, reserved)
        })
        .finally(() => reserving.delete(key))
      reserving.set(key, reservation)
    }
    await reservation
  }
}

function memoryOf(pool: Pool): Series {
  let series = memory.get(pool)
  if (!series) {
    series = { blocks: new Map(), reserving: new Map() }
    memory.set(pool, series)
  }
  return series
}

function sizeAfter(block: Block | undefined): number {
  if (!block) return smallest
  const busy = Date.now() - block.takenAt < busyMs
  return busy ? Math.min(block.size * 2, largest) : Math.max(Math.floor(block.size / 2), smallest)
}

async function reserveBlock(pool: Pool, stationId: string, series: string, day: string, size: number) {
  const last = await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'reserve-numbers',
      text: `insert into number_blocks (station_id, series, day, taken) values ($1, $2, $3, $4)
             on conflict (station_id, series, day) do update set taken = number_blocks.taken + excluded.taken
             returning taken`,
      values: [stationId, series, day, size],
    })
    return rows[0].taken as number
  })
  return { next: last - size + 1, last, size, takenAt: Date.now() } satisfies Block
}

/** `2026-11-23` and 42 make `261123-0042`. */
export function formatNumber(day: string, count: number): string {
  return `${day.slice(2).replaceAll('-', '')}-${String(count).padStart(4, '0')}`
}
