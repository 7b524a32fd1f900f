/** Windows' editors put it before the first line. */
const byteOrderMark = '\ufeff'

/**
 * The lines of a stream in which anything stands, as many at a time as have arrived. Ends lines at \n only, unlike
 * node:readline, for which U+2028 inside a JSON text ends one as well. undefined stands for a line of more than
 * maxBytes, which is not kept.
 */
export async function* readLines(
  stream: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<(string | undefined)[]> {
  let pieces: Buffer[] = []
  let length = 0
  let isFirst = true
  const take = () => {
    const line = length > maxBytes ? undefined : Buffer.concat(pieces).toString()
    pieces = []
    length = 0
    const text = isFirst && line?.startsWith(byteOrderMark) ? line.slice(1) : line
    isFirst = false
    return text
  }
  const keep = (piece: Buffer) => {
    length += piece.length
    if (length > maxBytes) pieces = []
    else pieces.push(piece)
  }
  for await (const chunk of stream) {
    const lines: (string | undefined)[] = []
    let start = 0
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
      keep(chunk.subarray(start, end))
      lines.push(take())
      start = end + 1
    }
    keep(chunk.subarray(start))
    const said = lines.filter(saysAnything)
    if (said.length > 0) yield said
  }
  const rest = [take()].filter(saysAnything)
  if (rest.length > 0) yield rest
}

const saysAnything = (line: string | undefined) => line === undefined || line.trim() !== ''
