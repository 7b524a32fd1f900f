import { cleanFileName } from '../../../platform/files/clean-file-name.ts'

/**
 * The name in a Content-Disposition (RFC 6266, with RFC 5987's filename* first), '' if there is none. Headers come as
 * Latin-1 while a plain name is UTF-8, or GBK from old machines, as it is or in percents.
 */
export function readFileName(disposition: string): string {
  const extended = /(?:^|;)\s*filename\*\s*=\s*"?([\w-]+)'[^']*'([^;"]*)/i.exec(disposition)
  const named = extended && decode(bytesOf(extended[2]!), extended[1]!)
  const plain = /(?:^|;)\s*filename\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/i.exec(disposition)
  const given = plain?.[1]?.replace(/\\(["\\])/g, '$1') ?? plain?.[2] ?? ''
  return cleanFileName(named || decode(bytesOf(given), 'utf-8') || decode(bytesOf(given), 'gb18030') || '')
}

/** Percents are bytes; a percent that is none stands for itself. */
function bytesOf(text: string): Buffer {
  const latin = text.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /[^\u0000-\u00ff]/.test(text) ? Buffer.from(text) : Buffer.from(latin, 'latin1')
}

/** Null when the bytes are not of these letters, or nobody knows them. */
function decode(bytes: Buffer, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
