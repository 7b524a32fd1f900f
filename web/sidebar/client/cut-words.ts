/** The client's limit of one message is not told; application messages end at 2048 bytes. */
const mostBytes = 2000
const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Words in messages that the client takes: whole lines where they fit, else whole sentences, else signs. */
export function cutWords(words: string): string[] {
  return join(pieces(words, [/(?<=\n)/, /(?<=[。！？；])/]))
    .map((part) => part.trim())
    .filter(Boolean)
}

function pieces(text: string, [first, ...others]: RegExp[]): string[] {
  if (bytesOf(text) <= mostBytes) return [text]
  const parts = first ? text.split(first) : [...text]
  return parts.flatMap((part) => pieces(part, others))
}

function join(parts: string[]): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const longer = (joined.at(-1) ?? '') + part
    if (joined.length > 0 && bytesOf(longer) <= mostBytes) joined[joined.length - 1] = longer
    else joined.push(part)
  }
  return joined
}
