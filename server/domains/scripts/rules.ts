import { isVariable } from '../../../contract/script-variables.ts'
import type { ScriptState } from '../../../contract/scripts.ts'
import type { Library, ScriptVariable } from '../../../contract/vocabulary.ts'

const braces = /\{([^{}\n]*)\}/g
/**
 * The text with its variables filled. A value that is left out or blank is `missing` and keeps its braces: such a
 * text is not sent. Braces inside a value become full-width ones, so that nobody's name is read as a variable.
 */
export function fillScript(
  body: string,
  values: Partial<Record<ScriptVariable, string | null | undefined>>,
): { text: string; missing: ScriptVariable[] } {
  const missing = new Set<ScriptVariable>()
  const text = body.replace(braces, (whole, name: string) => {
    if (!isVariable(name)) return whole
    const value = values[name]?.trim()
    if (value) return value.replaceAll('{', '｛').replaceAll('}', '｝')
    missing.add(name)
    return whole
  })
  return { text, missing: [...missing] }
}

/** Where a script stands on `today` (YYYY-MM-DD); its last day still counts. */
export function stateOf(
  script: { retiredAt: Date | null; approvedVersion: number | null; expiresOn: string },
  today: string,
): ScriptState {
  if (script.retiredAt) return 'retired'
  if (script.approvedVersion === null) return 'draft'
  return script.expiresOn < today ? 'expired' : 'usable'
}

/** The letters a library's script codes begin with: AF01. */
export const codePrefixes: Record<Library, string> = {
  anti_fraud: 'AF',
  mediation: 'ME',
  business: 'BU',
  safety: 'SA',
  public_information: 'PI',
}

/** The code after the highest one taken, at least two digits. */
export function nextCode(library: Library, taken: readonly string[]): string {
  const prefix = codePrefixes[library]
  const numbers = taken.filter((code) => code.startsWith(prefix)).map((code) => Number(code.slice(2)))
  const highest = Math.max(0, ...numbers.filter(Number.isInteger))
  return `${prefix}${String(highest + 1).padStart(2, '0')}`
}
