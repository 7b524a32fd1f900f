import { foldText } from './grams.ts'

/** A piece of a text around what was found in it, and where in the piece that stands. */
export type Snippet = { text: string; marks: [number, number][] }

const before = 16
const most = 64

/** Where the words stand in the text, each wherever it does, without overlaps, in order. Width and case don't matter. */
export function findWords(text: string, words: readonly string[]): [number, number][] {
  // Only a text that keeps its length when folded can be marked by place.
  const plain = text.toLowerCase()
  const folded = plain.length === text.length ? plain : text
  const found: [number, number][] = []
  for (const word of words.map(foldText).filter(Boolean))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      found.push([at, at + word.length])
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return found.filter(([from], at) => found.slice(0, at).every(([, to]) => to <= from))
}

/** The text around the first mark, on one line. */
export function cutSnippet(text: string, marks: readonly [number, number][]): Snippet {
  const line = text.replace(/\s/g, ' ')
  const from = Math.max(0, (marks[0]?.[0] ?? 0) - before)
  const to = Math.min(line.length, from + most)
  const head = from > 0 ? '…' : ''
  const shift = head.length - from
  return {
    text: `${head}${line.slice(from, to)}${to < line.length ? '…' : ''}`,
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  }
}
