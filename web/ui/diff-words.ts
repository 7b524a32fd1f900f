export type DiffPart = { kind: 'same' | 'gone' | 'new'; text: string }

/** So many words are compared with so many; beyond, what differs is shown as one piece. */
const mostCells = 1_500_000
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** What was taken out of a text and what was put in, word by word: the longest common sequence stays. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)]
  let start = 0
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1
  let tail = 0
  while (
    tail < old.length - start &&
    tail < fresh.length - start &&
    old.at(-1 - tail) === fresh.at(-1 - tail)
  )
    tail += 1
  const middle = compare(old.slice(start, old.length - tail), fresh.slice(start, fresh.length - tail))
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: tail === 0 ? '' : old.slice(-tail).join('') },
  ])
}

function compare(old: string[], fresh: string[]): DiffPart[] {
  if (old.length * fresh.length > mostCells)
    return [
      { kind: 'gone', text: old.join('') },
      { kind: 'new', text: fresh.join('') },
    ]
  const width = fresh.length + 1
  // Length of the longest common sequence of what is left of both, from the end.
  const common = new Uint16Array((old.length + 1) * width)
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        old[i] === fresh[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!)
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      parts.push({ kind: 'same', text: old[i]! })
      i += 1
      j += 1
    } else if (
      i < old.length &&
      (j === fresh.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      parts.push({ kind: 'gone', text: old[i]! })
      i += 1
    } else {
      parts.push({ kind: 'new', text: fresh[j]! })
      j += 1
    }
  }
  return parts
}

function joined(parts: DiffPart[]): DiffPart[] {
  const out: DiffPart[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) last.text += part.text
    else out.push({ ...part })
  }
  return out
}
