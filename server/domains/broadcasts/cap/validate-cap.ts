import type { XmlElement } from '../../../platform/xml/read-xml.ts'
import { type CapField, capAlertFields, capNamespace } from './cap-schema.ts'
import { checkForm } from './check-form.ts'

/** `path` names the element as CAP does: `info[1]/area[2]/polygon[1]`. The message is for a person. */
export type CapFault = { path: string; message: string }

/** More faults than a person reads: the file is of another kind. */
const mostFaults = 20

/**
 * What is wrong with an alert by the rules of CAP 1.2: elements that are missing, twice, in a wrong order or unknown,
 * and values that are none. Empty when it is valid.
 */
export function validateCap(root: XmlElement): CapFault[] {
  if (root.name !== 'alert' || root.namespace !== capNamespace)
    return [{ path: '', message: '这不是一份1.2版的预警报文' }]
  const faults: CapFault[] = []
  checkFields(root, capAlertFields, '', '预警', faults)
  return faults.slice(0, mostFaults)
}

function checkFields(
  element: XmlElement,
  fields: readonly CapField[],
  path: string,
  called: string,
  faults: CapFault[],
): void {
  const children = element.children.filter(({ namespace }) => namespace === element.namespace)
  if (element.text.trim() !== '') faults.push({ path, message: `“${called}”里有多余的文字` })
  const counts = new Map<string, number>()
  let reached = 0
  for (const child of children) {
    if (faults.length >= mostFaults) return
    const at = fields.findIndex(({ name }) => name === child.name)
    const count = (counts.get(child.name) ?? 0) + 1
    counts.set(child.name, count)
    const where = `${path ? `${path}/` : ''}${child.name}[${count}]`
    const field = fields[at]
    if (!field) {
      faults.push({ path: where, message: `“${called}”里有一项标准里没有的内容` })
      continue
    }
    const name = `${called === '预警' ? '' : `${called}的`}${field.called}`
    if (count === 2 && !field.many) faults.push({ path: where, message: `“${name}”写了不止一次` })
    if (at < reached) faults.push({ path: where, message: `“${name}”的次序和标准不一样` })
    reached = Math.max(reached, at)
    checkValue(child, field, where, field.many ? `第${count}个${name}` : name, faults)
  }
  for (const field of fields)
    if (field.required && !counts.has(field.name)) {
      const name = called === '预警' ? field.called : `${called}的${field.called}`
      faults.push({ path: `${path ? `${path}/` : ''}${field.name}`, message: `缺少“${name}”` })
    }
}

function checkValue(
  element: XmlElement,
  field: CapField,
  path: string,
  called: string,
  faults: CapFault[],
): void {
  const { form } = field
  if (typeof form !== 'string' && typeof form[0] === 'object') {
    checkFields(element, form as readonly CapField[], path, called, faults)
    return
  }
  if (element.children.length > 0) {
    faults.push({ path, message: `“${called}”里不能再有别的项` })
    return
  }
  const wrong = checkForm(form as Exclude<typeof form, readonly CapField[]>, element.text, field.required)
  if (wrong) faults.push({ path, message: `“${called}”${wrong}` })
}
