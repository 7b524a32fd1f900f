/** The body in pieces, the longest words first where they overlap. Width and case are the reader's, not the words'. */
export function splitAtWords(body: string, words: string[]): { text: string; marked: boolean; at: number }[] {
  const even = body.toLowerCase()
  const marks = new Uint8Array(body.length)
  const wanted = [...new Set(words)].filter(Boolean).sort((a, b) => b.length - a.length)
  for (const word of wanted) {
    for (let at = even.indexOf(word.toLowerCase()); at >= 0; at = even.indexOf(word.toLowerCase(), at + 1))
      marks.fill(1, at, at + word.length)
  }
  const parts: { text: string; marked: boolean; at: number }[] = []
  for (let at = 0; at < body.length; ) {
    let end = at + 1
    while (end < body.length && marks[end] === marks[at]) end += 1
    parts.push({ text: body.slice(at, end), marked: marks[at] === 1, at })
    at = end
  }
  return parts
}
