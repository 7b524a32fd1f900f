import { findWords } from './mark-words.ts'
import type { Query } from './parse-query.ts'
import { readingsOf } from './pinyin.ts'
import { readTyped } from './read-typed.ts'
import { findSound } from './sounds.ts'
import { cutSyllables } from './syllables.ts'

/** Where in a text stands what a query asks for: words, pinyin, initials, the end of a number, a door. */
export function markQuery(text: string, query: Query, near = false): [number, number][] {
  if (near) {
    const heard = readTyped(query)?.cuts.map((cut) => findSound(text, cut, false)) ?? []
    return heard.filter((each) => each !== null).slice(0, 1)
  }
  const marks = query.pieces.flatMap((readings) => {
    for (const reading of readings) {
      const found = 'words' in reading ? findWords(text, [reading.words]) : markKey(text, reading.key)
      if (found.length > 0) return found
    }
    return []
  })
  marks.sort((a, b) => a[0] - b[0])
  return marks.filter(([from], at) => at === 0 || from >= marks[at - 1]![1])
}

function markKey(text: string, key: string): [number, number][] {
  if (key.startsWith('#')) return findDigits(text, [...key.slice(1)].reverse().join(''))
  if (key.startsWith('+')) return findDigits(text, key.slice(1))
  if (key.startsWith('@')) return findDoor(text, key)
  const found =
    findInitials(text, key) ?? findFirst(cutSyllables(key).map((cut) => findSound(text, cut, true)))
  return found ? [found] : []
}

/** The last place where these digits stand, also where a number is kept in groups: 139 0000-4417. */
function findDigits(text: string, digits: string): [number, number][] {
  const found = [...text.matchAll(new RegExp([...digits].join('[\\s-]?'), 'g'))].at(-1)
  return found ? [[found.index, found.index + found[0].length]] : []
}

/** @3-12; stands in 大成桥村3组12号. */
function findDoor(text: string, key: string): [number, number][] {
  const numbers = key.slice(1).split(/[-;]/).filter(Boolean)
  const found = new RegExp(`(?<!\\d)${numbers.join('\\D{1,5}')}(?!\\d)[组队栋号室]?`).exec(text)
  return found ? [[found.index, found.index + found[0].length]] : []
}

function findInitials(text: string, letters: string): [number, number] | null {
  for (let from = 0; from + letters.length <= text.length; from++) {
    const met = [...letters].every((letter, at) => beginsWith(text[from + at]!, letter))
    if (met) return [from, from + letters.length]
  }
  return null
}

function beginsWith(character: string, letter: string): boolean {
  return character.toLowerCase() === letter || readingsOf(character).some((reading) => reading[0] === letter)
}

function findFirst(found: ([number, number] | null)[]): [number, number] | null {
  return found.find((each) => each !== null) ?? null
}
