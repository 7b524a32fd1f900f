import { XmlRefusal } from './xml-refusal.ts'

const predefined: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const reference = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));|&/g

/** Text outside CDATA with its references replaced, once. A reference to anything else is refused. */
export function readXmlText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(reference, (_, hex?: string, decimal?: string, name?: string) => {
    if (name) return predefined[name]!
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (!isXmlCharacter(point)) throw new XmlRefusal('bad_xml', 'an unknown entity')
    return String.fromCodePoint(point)
  })
}

/** Text as it may stand between two tags or in an attribute. Throws on what XML 1.0 cannot carry. */
export function writeXmlText(text: string): string {
  for (const sign of text)
    if (!isXmlCharacter(sign.codePointAt(0)!)) throw new XmlRefusal('bad_xml', 'a character of no XML')
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}

/** XML 1.0, production 2; NaN, for a bare ampersand, is none. */
function isXmlCharacter(point: number): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff)
}
