import { readXmlText } from './xml-text.ts'

type Spaces = Record<string, string>
const attribute = /\s+((?:[A-Za-z_][\w.-]{0,63}:)?[A-Za-z_][\w.-]{0,63})\s*=\s*(?:"([^"]*)"|'([^']*)')/y
const xmlSpace = 'http://www.w3.org/XML/1998/namespace'

/**
 * What stands in a tag behind its name: the attributes, and the name spaces in force inside it (those of the outer
 * element and its own). Null when it is not written as XML has it, or one is given twice.
 */
export function readAttributes(
  inner: string,
  outer: Spaces,
): { attributes: Record<string, string>; spaces: Spaces } | null {
  const attributes: Record<string, string> = Object.create(null)
  let spaces = outer
  let at = 0
  for (;;) {
    attribute.lastIndex = at
    const found = attribute.exec(inner)
    if (!found) break
    at = attribute.lastIndex
    const name = found[1]!
    const value = readXmlText(found[2] ?? found[3]!)
    if (name === 'xmlns' || name.startsWith('xmlns:'))
      spaces = Object.assign(Object.create(null), spaces, { [name === 'xmlns' ? '' : name.slice(6)]: value })
    else if (name in attributes) return null
    else attributes[name] = value
  }
  return inner.slice(at).trim() === '' ? { attributes: { ...attributes }, spaces } : null
}

/** What a prefix stands for; '' without a name space, null for a prefix nobody declared. */
export function findNamespace(spaces: Spaces, prefix: string): string | null {
  if (prefix === 'xml') return xmlSpace
  return spaces[prefix] ?? (prefix === '' ? '' : null)
}
