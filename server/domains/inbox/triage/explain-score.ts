import type { Grams } from './grams.ts'
import type { Letters } from './read-letters.ts'
import type { Head } from './score-classes.ts'

/** The two or three letters that spoke most for a class, against the mean of the others; '' when none did. */
export function strongestWord(head: Head, grams: Grams, letters: Letters, label: number): string {
  let best = 0
  let word = ''
  for (let slot = 0; slot < grams.hashes.length; slot += 1) {
    const size = (slot % 3) + 1
    const hash = grams.hashes[slot]!
    if (size === 1 || hash === 0) continue
    const row = (hash & (head.buckets - 1)) * head.classes
    let sum = 0
    for (let other = 0; other < head.classes; other += 1) sum += head.weights[row + other]!
    const own = head.weights[row + label]!
    const gain = head.classes === 1 ? own : own - (sum - own) / (head.classes - 1)
    const start = Math.floor(slot / 3)
    if (gain > best && isReadable(letters, start, size)) {
      best = gain
      word = String.fromCharCode(...letters.codes.subarray(start, start + size))
    }
  }
  return word
}

const joints = new Set(
  [...'的了哒咯吗呢啊我你他她们个是在有不就都也还把给被和跟说讲要去来到得么嘛吧'].map((letter) =>
    letter.charCodeAt(0),
  ),
)

/** Chinese only (no half of a pair, nothing a page or the database could stumble over), and not cut at a particle. */
export function isReadable(letters: Letters, start: number, size: number): boolean {
  if (joints.has(letters.codes[start]!) || joints.has(letters.codes[start + size - 1]!)) return false
  for (let at = start; at < start + size; at += 1) {
    const code = letters.codes[at]!
    if (code < 0x3400 || code > 0x9fff) return false
  }
  return true
}
