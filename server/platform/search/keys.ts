import { hashText } from './grams.ts'
import { spellingsOf } from './pinyin.ts'

/** Letters of a key that are kept, and of these, how many are hashed: what is longer is told apart by reading the key. */
const keptLetters = 24
const hashedLetters = 7

const door = /(\d+)(?:村民小组|村民组|小组|组|队|栋|号楼|单元|号|室|-)+/g

/** The numbers of a door from the outside in: 大成桥村3组12号 → 3-12. Empty where there are none. The text is folded. */
export function doorOf(folded: string): string {
  return [...folded.matchAll(door), ...folded.matchAll(/-(\d+)$/g)]
    .map(([, number]) => Number(number))
    .join('-')
}

/** What a name is found by that is typed in letters: initials and pinyin, from each of its characters on. */
export function letterKeys(name: string, options: { name: boolean }): string[] {
  const keys = new Set<string>()
  for (const spelling of spellingsOf(name, options))
    for (let from = 0; from < spelling.length; from++) {
      const rest = spelling.slice(from, from + keptLetters)
      keys.add(rest.map((syllable) => syllable[0]).join(''))
      keys.add(rest.join('').slice(0, keptLetters))
    }
  return [...keys]
}

/** A telephone is found by its end, three digits and more, and by its beginning. */
export function phoneKeys(phone: string): string[] {
  const digits = phone.normalize('NFKC').replace(/\D/g, '')
  return digits.length < 3 ? [] : [tailKey(digits), `+${digits}`]
}

export const tailKey = (digits: string) => `#${[...digits].reverse().join('')}`

/** A door by its whole number and by the inner parts of it: 3-12 also as 12. */
export function doorKeys(folded: string): string[] {
  const numbers = doorOf(folded)
  if (numbers === '') return []
  const parts = numbers.split('-')
  return parts.map((_, from) => `@${parts.slice(from).join('-')};`)
}

/** Numbers for the index by which each beginning of each key is found. */
export function keyGrams(keys: readonly string[]): number[] {
  const grams = new Set<number>()
  for (const key of keys)
    for (let size = 1; size <= Math.min(hashedLetters, key.length); size++)
      grams.add(keyGram(key.slice(0, size)))
  return [...grams]
}

/** The one number that keys with this beginning have. */
export function keyGram(beginning: string): number {
  return hashText(` ${beginning.slice(0, hashedLetters)}`)
}

/** Keys in one text, in which a beginning is looked for behind its space. */
export const joinKeys = (keys: readonly string[]) => keys.map((key) => ` ${key}`).join('')
