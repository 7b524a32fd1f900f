import type { XmlElement } from '../../platform/xml/read-xml.ts'

/** The first element of the name, trimmed; '' when absent. For ids and codes, which have no outer white space. */
export function fieldOf(parent: XmlElement, name: string): string {
  return parent.children.find((child) => child.name === name)?.text.trim() ?? ''
}

/** All elements of the name: WeCom repeats some, such as AuthAddOpenKfId. */
export function fieldsOf(parent: XmlElement, name: string): string[] {
  return parent.children.filter((child) => child.name === name).map((child) => child.text.trim())
}

/** The servers write a list as <Item>s or, older ones, as a text with commas. */
export function listOf(parent: XmlElement, name: string): string[] {
  const list = parent.children.find((child) => child.name === name)
  if (!list) return []
  const items = list.children.length > 0 ? list.children.map((item) => item.text) : list.text.split(',')
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

/** A count or a moment; undefined when absent or no whole number. */
export function numberOf(parent: XmlElement, name: string): number | undefined {
  const text = fieldOf(parent, name)
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
