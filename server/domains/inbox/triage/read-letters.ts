import { simplified } from '../../../platform/search/simplify.ts'

/**
 * A message as the reader walks it: one code a letter, width and case evened out, blanks taken away
 * (voice input puts blanks anywhere), punctuation folded to `mark`. `edges[i]` says what stands before
 * letter i: 0 nothing, 1 the end of a clause, 2 the end of a sentence.
 */
export type Letters = { codes: Uint16Array; edges: Uint8Array; length: number }

/** The letter that stands for any punctuation; no word contains it, so no word is found across it. */
export const mark = 0x20

const evened = new Uint16Array(65536)
for (let code = 0; code < 65536; code += 1) evened[code] = code
for (const [letter, simple] of simplified) evened[letter.charCodeAt(0)] = simple.charCodeAt(0)
// Simplified texts have these too, and searches tell them apart (著名, 皇太后); what is read aloud is the same.
for (const [letter, simple] of ['後后', '著着']) evened[letter!.charCodeAt(0)] = simple!.charCodeAt(0)

const blank = 1
const clause = 2
const sentence = 3
const gone = 4
const role = new Uint8Array(65536)
for (const letter of ' \t\u00a0\u3000') role[letter.charCodeAt(0)] = blank
for (const letter of ',、:.~-_—()[]{}<>《》「」『』【】"\'“”‘’`*·|/\\^&%+=@#$')
  role[letter.charCodeAt(0)] = clause
for (const letter of '。!?;\n\r') role[letter.charCodeAt(0)] = sentence
for (const letter of '\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u00ad') role[letter.charCodeAt(0)] = gone

/** Never throws, whatever the string; time and space grow with its length. */
export function readLetters(text: string): Letters {
  const even = text.normalize('NFKC').toLowerCase()
  const codes = new Uint16Array(even.length)
  const edges = new Uint8Array(even.length + 1)
  let length = 0
  for (let at = 0; at < even.length; at += 1) {
    const code = evened[even.charCodeAt(at)]!
    const part = role[code]!
    if (part === gone) continue
    if (part === blank) {
      if (edges[length] === 0) edges[length] = 1
    } else if (part === clause || part === sentence) {
      if (length > 0 && codes[length - 1] !== mark) codes[length++] = mark
      if (edges[length]! < part - 1) edges[length] = part - 1
    } else codes[length++] = code
  }
  return { codes, edges, length }
}

/** How many letters are Chinese: none means the machine has not understood anything. */
export function countChinese(letters: Letters): number {
  let count = 0
  for (let at = 0; at < letters.length; at += 1) {
    const code = letters.codes[at]!
    if (code >= 0x3400 && code <= 0x9fff) count += 1
  }
  return count
}
