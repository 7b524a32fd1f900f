import { randomFillSync } from 'node:crypto'

const random = Buffer.alloc(9000)
let used = random.length
let lastMs = 0
let counter = 0

function takeRandom(): string {
  if (used === random.length) {
    randomFillSync(random)
    used = 0
  }
  used += 9
  return random.toString('hex', used - 9, used)
}

/**
 * A new UUIDv7 (RFC 9562 §6.2, method 1): 48 bits of milliseconds, a 12-bit counter within one, 62 random bits.
 * Ids made by one process sort in the order in which they were made, also when the clock steps back.
 */
export function newId(now = Date.now()): string {
  const rand = takeRandom()
  if (now > lastMs) {
    lastMs = now
    counter = Number.parseInt(rand.slice(0, 2), 16)
  } else if (++counter > 0xfff) {
    lastMs++
    counter = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const count = counter.toString(16).padStart(3, '0')
  const variant = ((Number.parseInt(rand[2]!, 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${variant}${rand.slice(3, 6)}-${rand.slice(6)}`
}

/** The lowest id that can have been made at a moment: ids begin with their milliseconds. */
export function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
