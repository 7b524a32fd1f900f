import type { CapField, CapForm } from './cap-schema.ts'
import { readCapMoment, readCircle, readPolygon, readReferences } from './read-written.ts'

/** RFC 3066 by the schema's xs:language. */
const language = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/

/** What is wrong with the text of one element, as the end of a sentence; null when nothing is. */
export function checkForm(
  form: Exclude<CapForm, readonly CapField[]>,
  text: string,
  required = false,
): string | null {
  const trimmed = text.trim()
  if (form === 'anything') return null
  if (trimmed === '') return required || form !== 'words' ? '是空的' : null
  // The lists are the schema's enumerations: a value with white space around it is read as it is meant.
  if (typeof form !== 'string') return form.includes(trimmed) ? null : '不是标准里的值'
  switch (form) {
    case 'words':
      return null
    case 'identifier':
      // 3.2.1: no spaces, commas or restricted characters (< and &).
      return /[\s,<&]/.test(trimmed) ? '里不能有空格、逗号或特殊符号' : null
    case 'moment':
      return readCapMoment(trimmed) ? null : '要写成带时区的时间，例如2026-06-05T08:00:00+08:00'
    case 'references':
      return readReferences(trimmed) ? null : '要写成“发布者,编号,发布时间”'
    case 'language':
      return language.test(trimmed) ? null : '不是语言代码'
    case 'address':
      return /\s/.test(trimmed) ? '不是网址' : null
    case 'whole':
      return /^[+-]?\d{1,18}$/.test(trimmed) ? null : '要写成整数'
    case 'decimal':
      return /^[+-]?(\d{1,9}(\.\d{0,9})?|\.\d{1,9})$/.test(trimmed) ? null : '要写成数字'
    case 'polygon':
      return saidOf(readPolygon(trimmed))
    case 'circle':
      return saidOf(readCircle(trimmed))
  }
}

const saidOf = (read: unknown) => (typeof read === 'string' ? `：${read}` : null)
