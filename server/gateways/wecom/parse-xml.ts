import { readXml, type XmlElement } from '../../platform/xml/read-xml.ts'
import { XmlRefusal } from '../../platform/xml/xml-refusal.ts'
import { CallbackRefusal } from './callback-refusal.ts'

const limits = { maxBytes: 1024 * 1024, maxDepth: 8 }

/**
 * Reads what WeCom calls XML: nested elements, text, CDATA. There is no attribute, comment or instruction in any
 * callback, so none is understood. Throws CallbackRefusal.
 */
export function parseXml(source: string): XmlElement {
  try {
    return readXml(source, limits)
  } catch (error) {
    if (error instanceof XmlRefusal) throw new CallbackRefusal(error.code, error.message)
    throw error
  }
}
