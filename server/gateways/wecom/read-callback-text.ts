import type { XmlElement } from '../../platform/xml/read-xml.ts'
import { parseXml } from './parse-xml.ts'
import { readJsonCallback } from './read-json-callback.ts'

/** XML for every event of an application, JSON of robots and devices: told apart by the leading brace. */
export function readCallbackText(text: string): XmlElement {
  return /^\s*\{/.test(text) ? readJsonCallback(text) : parseXml(text)
}
