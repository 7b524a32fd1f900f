import { findNamespace, readAttributes } from './xml-attributes.ts'
import { XmlRefusal } from './xml-refusal.ts'
import { readXmlText } from './xml-text.ts'

/** `name` without its prefix; `namespace` and `attributes` only where the document has some. */
export type XmlElement = {
  name: string
  text: string
  children: XmlElement[]
  namespace?: string
  attributes?: Record<string, string>
}

export type XmlLimits = {
  maxBytes: number
  maxDepth: number
  /** Attributes, name spaces and prefixes, comments and instructions, the last two passed over. Without it all are refused. */
  full?: boolean
  maxElements?: number
}

/** A leading declaration is the one processing instruction that is always let through; white space before it too. */
const prolog = /\s*(?:<\?xml\s[^<>?]*\?>)?\s*/y
const tag = /<(\/?)((?:[A-Za-z_][\w.-]{0,63}:)?[A-Za-z_][\w.-]{0,63})(?=[\s/>])([^<>]*?)(\/?)>/y
const plainTag = /<(\/?)([A-Za-z_][\w.-]{0,63})(\s*)(\/?)>/y
const cdataStart = '<![CDATA['
const cdataEnd = ']]>'

/** An element that is not closed yet, its name as written, and the name spaces in force inside it. */
type Open = { element: XmlElement; written: string; spaces: Record<string, string> }
type Reading = { source: string; limits: XmlLimits; open: Open[]; elements: number }

/**
 * Reads nested elements, text and CDATA. No DTD and no entity but the predefined and the numeric ones is understood:
 * each is refused, which leaves nothing to expand and nothing to fetch. Each character is looked at once, and the first
 * fault ends it: linear in the length. Throws XmlRefusal.
 */
export function readXml(source: string, limits: XmlLimits): XmlElement {
  if (Buffer.byteLength(source) > limits.maxBytes)
    throw new XmlRefusal('too_large', `more than ${limits.maxBytes} bytes of XML`)
  if (source.includes('\0')) refuse('a NUL', source.indexOf('\0'))
  const document: XmlElement = { name: '', text: '', children: [] }
  const open = [{ element: document, written: '', spaces: {} }]
  const reading: Reading = { source, limits, open, elements: 0 }
  let at = endOf(prolog, source, 0)
  while (at < source.length) at = readPiece(reading, at)
  if (open.length !== 1 || document.children.length !== 1) refuse('no single closed root', source.length)
  return document.children[0]!
}

function readPiece(reading: Reading, at: number): number {
  const { source, open, limits } = reading
  const parent = open.at(-1)!.element
  const inside = open.length > 1
  if (source[at] !== '<') {
    const next = source.indexOf('<', at)
    const end = next === -1 ? source.length : next
    const text = source.slice(at, end)
    if (!inside && text.trim() !== '') refuse('text outside', at)
    parent.text += readXmlText(text)
    return end
  }
  if (inside && source.startsWith(cdataStart, at)) {
    const end = source.indexOf(cdataEnd, at)
    if (end === -1) refuse('an open CDATA', at)
    parent.text += source.slice(at + cdataStart.length, end)
    return end + cdataEnd.length
  }
  if (limits.full && source.startsWith('<!--', at)) {
    const end = source.indexOf('--', at + 4)
    if (end === -1 || source[end + 2] !== '>') refuse('a comment that does not end', at)
    return end + 3
  }
  if (limits.full && /^<\?(?!xml[\s?])/i.test(source.slice(at, at + 7))) {
    const end = source.indexOf('?>', at)
    if (end === -1) refuse('an instruction that does not end', at)
    return end + 2
  }
  return readTag(reading, at)
}

function readTag(reading: Reading, at: number): number {
  const { source, open, limits } = reading
  const pattern = limits.full ? tag : plainTag
  pattern.lastIndex = at
  const [, closing, written, inner, selfClosing] = pattern.exec(source) ?? refuse('not a plain tag', at)
  const end = pattern.lastIndex
  if (closing) {
    if (selfClosing || inner!.trim() !== '' || open.length === 1 || open.pop()!.written !== written)
      refuse('a wrong closing tag', at)
    return end
  }
  const { element: parent, spaces: outer } = open.at(-1)!
  if (open.length === 1 && parent.children.length > 0) refuse('a second root', at)
  if (open.length > limits.maxDepth) refuse('too deep', at)
  if (++reading.elements > (limits.maxElements ?? Number.POSITIVE_INFINITY)) refuse('too many elements', at)
  const { attributes, spaces } = readAttributes(inner!, outer) ?? refuse('not a plain tag', at)
  const [prefix, name] = written!.includes(':') ? written!.split(':') : ['', written!]
  const namespace = findNamespace(spaces, prefix!)
  if (namespace === null) refuse('a prefix of no name space', at)
  const element: XmlElement = { name: name!, text: '', children: [] }
  if (namespace) element.namespace = namespace
  if (Object.keys(attributes).length > 0) element.attributes = attributes
  parent.children.push(element)
  if (!selfClosing) open.push({ element, written: written!, spaces })
  return end
}

function endOf(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at
  pattern.exec(source)
  return pattern.lastIndex
}

/** Position only: what stood there may be a resident's words. */
function refuse(what: string, at: number): never {
  throw new XmlRefusal('bad_xml', `${what} at ${at}`)
}
