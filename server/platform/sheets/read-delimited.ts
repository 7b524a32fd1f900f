/** Text of a table without a workbook: whichever of comma, tab and semicolon its first lines have most of. */
export function readDelimited(text: string): string[][] {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  let begun = 0
  const end = text.length
  for (let at = 0; at < end; at += 1) {
    const sign = text[at]
    if (quoted) {
      if (sign !== '"') continue
      if (text[at + 1] === '"') {
        cell += text.slice(begun, at + 1)
        at += 1
      } else {
        cell += text.slice(begun, at)
        quoted = false
      }
      begun = at + 1
    } else if (sign === '"' && cell === '' && text.slice(begun, at).trim() === '') {
      quoted = true
      begun = at + 1
    } else if (sign === separator || sign === '\n' || sign === '\r') {
      row.push(cell + text.slice(begun, at))
      cell = ''
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      begun = at + 1
      if (sign !== separator) {
        rows.push(row)
        row = []
      }
    }
  }
  if (begun < end || cell !== '' || row.length > 0) rows.push([...row, cell + text.slice(begun)])
  return rows
}

function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const count = (sign: string) => head.split(sign).length - 1
  return [',', '\t', ';'].toSorted((a, b) => count(b) - count(a))[0]!
}

/**
 * The text of a file in the encodings Chinese spreadsheets write: UTF-8 and UTF-16 with their marks, UTF-8 without, and
 * GB18030 (which holds GBK and GB2312). Null when it is none of them.
 */
export function decodeText(bytes: Buffer): string | null {
  const [first, second, third] = bytes
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : first === 0xef && second === 0xbb && third === 0xbf
          ? 'utf-8'
          : null
  if (encoding) return decode(bytes, encoding)
  // No text has it: a picture, a program.
  if (bytes.subarray(0, 4096).includes(0)) return null
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
}

function decode(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
