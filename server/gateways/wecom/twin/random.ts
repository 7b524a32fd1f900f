export type Random = {
  /** From 0 up to, not reaching, 1. */
  next: () => number
  chance: (probability: number) => boolean
  /** A whole number, both ends included. */
  between: (low: number, high: number) => number
  letters: (count: number) => string
  bytes: (count: number) => Buffer
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Named streams of one seed: how many numbers one part of the twin draws does not change what another one draws. */
export function createRandom(seed: number): (stream: string) => Random {
  const streams = new Map<string, Random>()
  return (stream) => {
    const known = streams.get(stream)
    if (known) return known
    let state = seed >>> 0
    for (const character of stream) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0
    const made = streamFrom(state)
    streams.set(stream, made)
    return made
  }
}

/** The generator known as mulberry32 (public domain): small, quick, and even enough for choosing faults. */
function streamFrom(start: number): Random {
  let state = start
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    chance: (probability) => probability > 0 && next() < probability,
    letters(count) {
      let word = ''
      while (word.length < count) word += alphabet[between(0, 61)]
      return word
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => between(0, 255))),
  }
}
