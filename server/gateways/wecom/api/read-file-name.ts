/**
 * The name in a Content-Disposition, '' if there is none. Headers come as Latin-1 while the name is UTF-8. Whatever
 * could lead out of a folder is dropped.
 */
export function readFileName(disposition: string): string {
  const extended = /filename\*\s*=\s*utf-8''([^;]+)/i.exec(disposition)?.[1]
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;]+))/i.exec(disposition)
  const given = (extended && decodePercent(extended)) || fromLatin1(plain?.[1] ?? plain?.[2] ?? '')
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const name = last
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 200)
  return name === '.' || name === '..' ? '' : name
}

function fromLatin1(text: string): string {
  const decoded = decodePercent(text) ?? text
  return /[\u0080-\u00ff]/.test(decoded) ? Buffer.from(decoded, 'latin1').toString() : decoded
}

function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
