import { foldWords } from './fold-query.ts'
import { doorOf, tailKey } from './keys.ts'

/**
 * One way to understand a piece of what was typed: words that stand in the text, or the beginning of a key. A door is no
 * words (3组 stands in 13组 too), but where nothing has keys it is looked for as it was `said`.
 */
export type Reading = { words: string } | { key: string; said?: string }
/** Each piece has to be met, in one of its readings. */
export type Query = { text: string; pieces: Reading[][] }

const doorPiece = /(?:\d+(?:村民小组|村民组|小组|组|队|栋|号楼|单元|号|室|-))+(?:\d+(?!\d))?|\d+-\d+/g
/** Of a conversation or a case: it stands in the text as it is. */
const numberPiece = /(?<!\d)\d{6}-\d{4,6}(?!\d)/g
/** As telephones write them: 130 0000 4417, +86 130-0000-4417, 0731-8788 1234. */
const phone =
  /(?<![\d-])(?:\+?86[\s-]?)?(1\d{2}[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{3,4}[\s-]?\d{4})(?![\d-])/g
const tailPiece = /尾号\s*(\d{3,11})/g

/** Telephone numbers without what stands between their digits, and without the country. */
export function joinPhones(typed: string): string {
  return typed.normalize('NFKC').replace(phone, (_, digits: string) => digits.replace(/\D/g, ''))
}

/** What was typed, in pieces: a door, the end of a telephone number, letters, words. Spaces part it. */
export function parseQuery(typed: string): Query {
  const text = foldWords(joinPhones(typed))
  const pieces: Reading[][] = []
  const rest = text
    .replace(tailPiece, (_, digits) => {
      pieces.push([{ key: tailKey(digits) }])
      return ' '
    })
    .replace(numberPiece, (words) => {
      pieces.push([{ words }])
      return ' '
    })
    .replace(doorPiece, (found) => {
      pieces.push(readDoor(found))
      return ' '
    })
  for (const word of rest.split(/[\s,，。、]+/).filter(Boolean)) pieces.push(readWord(word))
  return { text, pieces }
}

/** 3组12号 → exactly that door; 3组 → every door of the group. */
function readDoor(found: string): Reading[] {
  const numbers = doorOf(found)
  const whole = /[号室\d]$/.test(found)
  return [{ key: whole ? `@${numbers};` : `@${numbers}-`, said: found }]
}

function readWord(word: string): Reading[] {
  if (/^[a-z]+$/.test(word)) return [{ key: word }]
  if (/^\+?[\d-]+$/.test(word)) {
    const digits = word.replace(/\D/g, '')
    if (digits === '') return [{ words: word }]
    const short = [{ key: `@${Number(digits)};` }, { words: word }]
    return digits.length < 3 ? short : [{ key: tailKey(digits) }, { key: `+${digits}` }, ...short]
  }
  return [{ words: word }]
}
