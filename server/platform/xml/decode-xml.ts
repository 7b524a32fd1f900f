import { XmlRefusal } from './xml-refusal.ts'

/** What a declaration may name, as the platform calls it. All of GBK's names are read as its superset. */
const encodings: Record<string, string> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  'utf-16': 'utf-16',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
}
const declared = /^\s*<\?xml\s[^<>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/

/**
 * The text of a document by its mark or its declaration, UTF-8 without either (XML 1.0, appendix F). Bytes that the
 * named encoding does not have are refused: a warning with guessed letters is worse than none. Throws XmlRefusal.
 */
export function decodeXml(bytes: Uint8Array): { text: string; encoding: string } {
  const encoding = encodingOf(bytes)
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    throw new XmlRefusal('bad_xml', `not ${encoding}`)
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const head = Buffer.from(bytes.subarray(0, 300)).toString('latin1')
  const named = declared.exec(head)?.[1]?.toLowerCase()
  const encoding = named === undefined ? 'utf-8' : encodings[named]
  if (!encoding) throw new XmlRefusal('bad_xml', 'an unknown encoding')
  // Its declaration could be read byte by byte: whatever this is, it is not that.
  if (encoding === 'utf-16') throw new XmlRefusal('bad_xml', 'not utf-16')
  return encoding
}
