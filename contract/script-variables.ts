import { type ScriptVariable, scriptVariables } from './vocabulary.ts'

const variableNames: ReadonlySet<string> = new Set(scriptVariables)

export function isVariable(name: string): name is ScriptVariable {
  return variableNames.has(name)
}

/**
 * What stands in braces in a script: the variables, each once in order of appearance, and everything else that has
 * a brace, which no value can ever fill (a mistyped name, a brace left open, the wide braces of a Chinese keyboard).
 */
export function readVariables(body: string): { variables: ScriptVariable[]; unknown: string[] } {
  const variables = new Set<ScriptVariable>()
  const unknown: string[] = []
  const rest = body.replace(/\{([^{}\n]*)\}/g, (whole, name: string) => {
    if (isVariable(name)) variables.add(name)
    else unknown.push(whole)
    return ''
  })
  unknown.push(...(rest.match(/｛[^｛｝\n]*｝|[{}｛｝]/g) ?? []))
  return { variables: [...variables], unknown }
}
