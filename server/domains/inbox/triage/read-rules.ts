import { type Office, scenarios } from '../../../../contract/vocabulary.ts'
import { byHandRules } from './by-hand-offices.ts'
import { findNothing, findWordsAt, growWordTree } from './find-words.ts'
import { matchRules, type RuleMatch, type RuleMatches } from './match-rules.ts'
import type { Letters } from './read-letters.ts'

const tree = growWordTree(
  byHandRules.flatMap((rule) => rule.words.map((word) => [word, { rule, word }] as const)),
)
const otherOffice = scenarios.indexOf('other_office')
/** Twice what other words can add, in logits: 残疾证 outweighs the 到期 and 在哪里换 of every other card. */
const surely = 6

/** What the rules say of a message, with the office that only unmistakable words name; null: none does. */
export function readRules(letters: Letters): RuleMatches & { named: Office | null } {
  const found = matchRules(letters)
  // A swindle that speaks of an office ("残疾证能领补贴，点链接") is a swindle.
  if (found.matches.some(({ rule }) => rule.scenario === 'anti_fraud')) return { ...found, named: null }
  const match = firstNamed(letters)
  if (!match) return { ...found, named: null }
  found.scenarioBonus[otherOffice] = surely
  return { ...found, matches: [match, ...found.matches], named: match.rule.office ?? null }
}

function firstNamed(letters: Letters): RuleMatch | null {
  const found = findNothing<RuleMatch>()
  for (let start = 0; start < letters.length; start += 1) {
    if (tree.first[letters.codes[start]!] === 0) continue
    findWordsAt(tree, letters.codes, letters.length, start, found)
    if (found.count > 0) return found.things[0]!
  }
  return null
}
