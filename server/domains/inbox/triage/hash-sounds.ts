import { nearSound } from '../../../platform/search/near-sound.ts'
import { readingsOf } from '../../../platform/search/pinyin.ts'
import { type Letters, mark } from './read-letters.ts'

/** The sound of each letter as a number, 0 while nobody has asked. Two letters that a southern ear takes for one have the same. */
const sounds = new Uint32Array(65536)

/**
 * How a message sounds, hashed: each two and each three neighbours. 着货了 sounds like 着火了, and a voice that was
 * written down by a machine, or typed by ear, is read by these where its letters say nothing.
 */
export function hashSounds({ codes, length }: Letters, longest: number): Uint32Array {
  const end = Math.min(length, longest)
  const hashes: number[] = []
  for (let at = 1; at < end; at += 1) {
    if (codes[at] === mark || codes[at - 1] === mark) continue
    const two = Math.imul(soundOf(codes[at - 1]!) ^ 0x2545f491, 0x9e3779b1) + soundOf(codes[at]!)
    hashes.push(mix(two))
    if (at > 1 && codes[at - 2] !== mark)
      hashes.push(mix(Math.imul(two ^ (two >>> 13), 0x85ebca6b) + soundOf(codes[at - 2]!)))
  }
  return Uint32Array.from(hashes)
}

function soundOf(code: number): number {
  const kept = sounds[code]!
  if (kept !== 0) return kept
  const reading = readingsOf(String.fromCharCode(code))[0]
  let hash = 0x811c9dc5
  for (const letter of reading ? nearSound(reading) : `=${code}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  sounds[code] = hash >>> 0 || 1
  return sounds[code]!
}

function mix(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0 || 1
}
