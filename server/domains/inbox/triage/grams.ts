import { hashIdeas } from './find-ideas.ts'
import { hashSounds } from './hash-sounds.ts'
import { type Letters, mark } from './read-letters.ts'

/** Only the beginning of a long message reaches the weights (the danger words are sought in all of it). */
const longest = 600

/**
 * The runs of one, two and three letters of a message, hashed: three numbers a letter, 0 where a run
 * would cross punctuation or the end. `count` is how many there are. `ideas` are the hashed ideas (find-ideas.ts), `sounds` how it sounds (hash-sounds.ts).
 */
export type Grams = { hashes: Uint32Array; count: number; ideas: Uint32Array; sounds: Uint32Array }

export function hashGrams(letters: Letters): Grams {
  const { codes } = letters
  const length = Math.min(letters.length, longest)
  const hashes = new Uint32Array(length * 3)
  let count = 0
  for (let at = 0; at < length; at += 1) {
    const first = codes[at]!
    if (first === mark) continue
    const one = Math.imul(first + 0x51ed, 0x9e3779b1)
    hashes[at * 3] = mix(one)
    count += 1
    const second = at + 1 < length ? codes[at + 1]! : mark
    if (second === mark) continue
    const two = Math.imul((one ^ (one >>> 15)) + second, 0x85ebca6b)
    hashes[at * 3 + 1] = mix(two)
    count += 1
    const third = at + 2 < length ? codes[at + 2]! : mark
    if (third === mark) continue
    hashes[at * 3 + 2] = mix(Math.imul((two ^ (two >>> 13)) + third, 0xc2b2ae35))
    count += 1
  }
  return { hashes, count, ideas: hashIdeas(letters, longest), sounds: hashSounds(letters, longest) }
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x7feb352d)
  mixed ^= mixed >>> 15
  mixed = Math.imul(mixed, 0x846ca68b)
  mixed ^= mixed >>> 16
  return mixed >>> 0 || 1
}
