export type Xml = string | number | Xml[] | { [name: string]: Xml | undefined }

/** Texts as CDATA, numbers bare, a list as repeated elements, in the order given. */
export function xmlOf(fields: { [name: string]: Xml | undefined }): string {
  return `<xml>${inside(fields)}</xml>`
}

function inside(fields: { [name: string]: Xml | undefined }): string {
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : element(name, value)))
    .join('')
}

function element(name: string, value: Xml): string {
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('')
  if (typeof value === 'number') return `<${name}>${value}</${name}>`
  if (typeof value === 'string') return `<${name}><![CDATA[${value.replaceAll(']]>', '')}]]></${name}>`
  return `<${name}>${inside(value)}</${name}>`
}
