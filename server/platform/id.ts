import { randomUUID } from 'node:crypto'

let lastMs = 0
let time = ''
let counter = 0

/**
 * A new UUIDv7 (RFC 9562 §6.2, method 1): 48 bits of milliseconds, a 12-bit counter within one, 62 random bits (the
 * last ones of a random UUID, whose variant is the same). Ids made by one process sort in the order in which they were
 * made, also when the clock steps back.
 */
export function newId(now = Date.now()): string {
  const random = randomUUID()
  if (now > lastMs) {
    startMs(now)
    counter = Number.parseInt(random.slice(0, 2), 16)
  } else if (++counter > 0xfff) {
    startMs(lastMs + 1)
    counter = 0
  }
  return `${time}${counter.toString(16).padStart(3, '0')}${random.slice(18)}`
}

function startMs(ms: number): void {
  lastMs = ms
  const digits = ms.toString(16).padStart(12, '0')
  time = `${digits.slice(0, 8)}-${digits.slice(8)}-7`
}

/** The lowest id that can have been made at a moment: ids begin with their milliseconds. */
export function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
