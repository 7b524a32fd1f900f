import { type ScriptVariable, scriptVariables } from '../../contract/vocabulary.ts'

/** The variables that still stand in braces, in the order of the text. Sending waits until there are none. */
export function missingVariables(text: string): ScriptVariable[] {
  const found = [...text.matchAll(/\{([^{}]{1,12})\}/g)].map((match) => match[1])
  return scriptVariables
    .filter((name) => found.includes(name))
    .toSorted((a, b) => found.indexOf(a) - found.indexOf(b))
}
