import { hashText } from './grams.ts'
import { nearSound } from './near-sound.ts'
import { readingsOf } from './pinyin.ts'
import type { Cut } from './syllables.ts'

const near = new Map<string, readonly string[]>()

/** How a character may sound to a southern ear, without repeats. */
function soundsOf(character: string): readonly string[] {
  const kept = near.get(character)
  if (kept) return kept
  const sounds = [...new Set(readingsOf(character).map(nearSound))]
  near.set(character, sounds)
  return sounds
}

const numbers = new Map<string, number>()

/** Two neighbours as one number: mixed, as numbers cost a tenth of what the hash of their letters would. */
function pair(first: string, second: string): number {
  return (Math.imul(numberOf(first), 0x9e3779b1) ^ numberOf(second)) | 0
}

function numberOf(sound: string): number {
  const kept = numbers.get(sound)
  if (kept !== undefined) return kept
  const number = hashText(`~${sound}`)
  numbers.set(sound, number)
  return number
}

/** Hashes of the sounds of each two neighbours of a text, in every way these are read: what the index of sounds holds. */
export function soundGramsOf(text: string): number[] {
  const grams = new Set<number>()
  let before: readonly string[] = []
  for (const character of text) {
    const sounds = soundsOf(character)
    for (const first of before) for (const second of sounds) grams.add(pair(first, second))
    before = sounds
  }
  return [...grams]
}

/** The hashes a text must have to contain these syllables; none for one syllable alone. */
export function soundGramsOfQuery(syllables: readonly string[]): number[] {
  const sounds = syllables.map(nearSound)
  return [...new Set(sounds.slice(1).map((sound, at) => pair(sounds[at]!, sound)))]
}

/**
 * Where in a text a cut of letters is first heard, as [from, to); null where it is not. `exact`: as pinyin spells it;
 * otherwise as it may be heard.
 */
export function findSound(text: string, { syllables, rest }: Cut, exact: boolean): [number, number] | null {
  const wanted = exact ? syllables : syllables.map(nearSound)
  const read = exact ? readingsOf : soundsOf
  const last = text.length - wanted.length - (rest ? 1 : 0)
  for (let from = 0; from <= last; from++) {
    if (!wanted.every((syllable, at) => read(text[from + at]!).includes(syllable))) continue
    const to = from + wanted.length
    if (!rest) return [from, to]
    if (readingsOf(text[to]!).some((reading) => reading.startsWith(rest))) return [from, to + 1]
  }
  return null
}
