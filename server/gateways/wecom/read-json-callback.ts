import type { XmlElement } from '../../platform/xml/read-xml.ts'
import { CallbackRefusal } from './callback-refusal.ts'

const maxDepth = 8

/** Smart robots and hardware send JSON: the same tree as of XML, so that one reader serves both. */
export function readJsonCallback(source: string): XmlElement {
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    throw new CallbackRefusal('bad_json', 'not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CallbackRefusal('bad_json', 'not an object')
  }
  return { name: 'xml', text: '', children: childrenOf(value, 1) }
}

function childrenOf(value: object, depth: number): XmlElement[] {
  if (depth > maxDepth) throw new CallbackRefusal('bad_json', 'too deep')
  return Object.entries(value).flatMap(([name, field]) => {
    if (!Array.isArray(field)) return [element(name, field, depth)]
    return [{ name, text: '', children: field.map((item) => element('Item', item, depth + 1)) }]
  })
}

function element(name: string, value: unknown, depth: number): XmlElement {
  if (typeof value === 'object' && value !== null) {
    return { name, text: '', children: childrenOf(value, depth + 1) }
  }
  return { name, text: value === null ? '' : String(value), children: [] }
}
