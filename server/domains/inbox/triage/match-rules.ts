import { readOfficeCodes, scenarios } from '../../../../contract/vocabulary.ts'
import { findNothing, findWordsAt, growWordTree } from './find-words.ts'
import type { Letters } from './read-letters.ts'
import { type ScenarioRule, scenarioRules } from './scenario-words.ts'

export type RuleMatch = { rule: ScenarioRule; word: string }
/** What the strong words add to the logits, and which word of each rule was found first. */
export type RuleMatches = { scenarioBonus: Float64Array; officeBonus: Float64Array; matches: RuleMatch[] }

const tree = growWordTree(
  scenarioRules.flatMap((rule, at) => rule.words.map((word) => [word, { at, word }] as const)),
)
const mostBonus = 3

/** Each rule counts once however often its words stand in the message; a scenario gains at most 3. */
export function matchRules(letters: Letters): RuleMatches {
  const scenarioBonus = new Float64Array(scenarios.length)
  const officeBonus = new Float64Array(readOfficeCodes.length)
  const matches: RuleMatch[] = []
  const met = new Set<number>()
  const found = findNothing<{ at: number; word: string }>()
  for (let start = 0; start < letters.length; start += 1) {
    if (tree.first[letters.codes[start]!] === 0) continue
    findWordsAt(tree, letters.codes, letters.length, start, found)
    for (let each = 0; each < found.count; each += 1) {
      const { at, word } = found.things[each]!
      if (met.has(at)) continue
      met.add(at)
      const rule = scenarioRules[at]!
      matches.push({ rule, word })
      const scenario = scenarios.indexOf(rule.scenario)
      scenarioBonus[scenario] = Math.min(mostBonus, scenarioBonus[scenario]! + rule.weight)
      if (rule.office) officeBonus[readOfficeCodes.indexOf(rule.office)]! += rule.weight
    }
  }
  return { scenarioBonus, officeBonus, matches }
}
