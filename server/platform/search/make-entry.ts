import { foldWords } from './fold-query.ts'
import { gramsOf, hashText } from './grams.ts'
import { doorKeys, joinKeys, keyGrams, letterKeys, phoneKeys } from './keys.ts'
import { nearSound, withoutOne } from './near-sound.ts'
import { spellingsOf } from './pinyin.ts'
import { soundGramsOf } from './sounds.ts'

/** What one thing is found by. Names are found by pinyin and initials too, and by what sounds like them. */
export type Findable = {
  id: string
  /** Of people, each by itself. */
  names?: readonly string[]
  /** Of things: a title is read as a sentence, not with a surname. */
  titles?: readonly string[]
  words?: readonly string[]
  phones?: readonly string[]
  addresses?: readonly string[]
}

export type Entry = { id: string; text: string; keys: string; grams: number[] }

/** A name with more characters than these is no name in which one letter may be wrong. */
const longestName = 6

/** The row of the search index for a thing. */
export function makeEntry({
  id,
  names = [],
  titles = [],
  words = [],
  phones = [],
  addresses = [],
}: Findable): Entry {
  const text = [...names, ...titles, ...addresses, ...words].map(foldWords).filter(Boolean).join('\n')
  const keys = [
    ...new Set([
      ...names.flatMap((name) => letterKeys(name, { name: true })),
      ...titles.flatMap((title) => letterKeys(title, { name: false })),
      ...phones.flatMap(phoneKeys),
      ...addresses.flatMap((address) => doorKeys(foldWords(address))),
    ]),
  ]
  const grams = new Set([
    ...gramsOf(text),
    ...keyGrams(keys),
    ...soundGramsOf([...names, ...titles].join('\n')),
    ...names.flatMap((name) => nearNames(name).flatMap(withoutOne).map(nearGram)),
  ])
  return { id, text, keys: joinKeys(keys), grams: [...grams] }
}

/** A name in letters: as it is spelled, and as southern ears hear it. */
export function nearNames(name: string): string[] {
  if (name.length > longestName) return []
  const spellings = spellingsOf(name, { name: true })
  const all = spellings.flatMap((each) => [each.join(''), each.map(nearSound).join('')])
  return [...new Set(all)].filter((letters) => letters.length > 2)
}

export const nearGram = (letters: string) => hashText(`^${letters}`)
