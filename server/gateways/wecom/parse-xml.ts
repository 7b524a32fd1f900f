import { CallbackRefusal } from './callback-refusal.ts'
import { readXmlText } from './xml-text.ts'

export type XmlElement = { name: string; text: string; children: XmlElement[] }

const maxBytes = 1024 * 1024
const maxDepth = 8

/** A leading declaration is the one processing instruction that is let through; white space before it too. */
const prolog = /\s*(?:<\?xml\s[^<>?]*\?>)?\s*/y
const tag = /<(\/?)([A-Za-z_][\w.-]{0,63})\s*(\/?)>/y
const cdataStart = '<![CDATA['
const cdataEnd = ']]>'

/**
 * Reads what WeCom calls XML: nested elements, text, CDATA. There is no DTD, no entity but the predefined and the
 * numeric ones, no attribute, comment or instruction in any callback, so none is understood and each is refused.
 * That leaves nothing to expand and nothing to fetch. Each character is looked at once, and the first fault ends
 * it: linear in the length. Throws CallbackRefusal.
 */
export function parseXml(source: string): XmlElement {
  if (Buffer.byteLength(source) > maxBytes) throw new CallbackRefusal('too_large', 'more than 1 MB of XML')
  if (source.includes('\0')) refuse('a NUL', source.indexOf('\0'))
  const document: XmlElement = { name: '', text: '', children: [] }
  const open = [document]
  let at = endOf(prolog, source, 0)
  while (at < source.length) {
    const parent = open.at(-1)!
    if (source[at] !== '<') {
      const next = source.indexOf('<', at)
      const end = next === -1 ? source.length : next
      const text = source.slice(at, end)
      if (parent === document && text.trim() !== '') refuse('text outside', at)
      parent.text += readXmlText(text)
      at = end
    } else if (parent !== document && source.startsWith(cdataStart, at)) {
      const end = source.indexOf(cdataEnd, at)
      if (end === -1) refuse('an open CDATA', at)
      parent.text += source.slice(at + cdataStart.length, end)
      at = end + cdataEnd.length
    } else {
      at = readTag(source, at, open)
    }
  }
  if (open.length !== 1 || document.children.length !== 1) refuse('no single closed root', source.length)
  return document.children[0]!
}

function readTag(source: string, at: number, open: XmlElement[]): number {
  tag.lastIndex = at
  const [, closing, name, selfClosing] = tag.exec(source) ?? refuse('not a plain tag', at)
  if (closing) {
    if (selfClosing || open.length === 1 || open.pop()!.name !== name) refuse('a wrong closing tag', at)
    return tag.lastIndex
  }
  const element: XmlElement = { name: name!, text: '', children: [] }
  if (open.length === 1 && open[0]!.children.length > 0) refuse('a second root', at)
  if (open.length > maxDepth) refuse('too deep', at)
  open.at(-1)!.children.push(element)
  if (!selfClosing) open.push(element)
  return tag.lastIndex
}

function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  pattern.exec(source)
  return pattern.lastIndex
}

/** Position only: what stood there may be a resident's words. */
function refuse(what: string, at: number): never {
  throw new CallbackRefusal('bad_xml', `${what} at ${at}`)
}
