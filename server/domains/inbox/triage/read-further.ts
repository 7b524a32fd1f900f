import { tellsPapers } from '../../../../contract/told-papers.ts'
import { type Office, readOfficeCodes, type Scenario, scenarios } from '../../../../contract/vocabulary.ts'
import { hashGrams } from './grams.ts'
import { starterModel, type TriageModel } from './model.ts'
import { countChinese, readLetters } from './read-letters.ts'
import { readRules } from './read-rules.ts'
import { largest, scoreClasses, softmax } from './score-classes.ts'

/** What else a message asks: whose matter, by which word, and the part of the message that says it. */
export type FurtherSubject = { scenario: Scenario; office: Office | null; word: string; text: string }

/** Where one thought may end and the next begin; people who dictate leave out the stops and say 另外, 还有. */
const joints =
  /[。！？；;!?\n，,]+|(?=另外|顺便|再就是|再一个|还想问|还要问|再问|对了|第二)|(?<=.{6})(?=还有)/u
const shortest = 5
const mostParts = 16
/** A part must say so by a word of its own and be this sure: a question is not made of a side remark. */
const surely = 0.8

/**
 * The subjects of a message besides its main one, in the order they come. Reads part by part; one subject is told once. A
 * list of papers has none: 离婚证 in it asks nothing of the civil affairs office.
 * Pure; time grows with the length of the message.
 */
export function readFurther(
  text: string,
  main: Scenario,
  model: TriageModel = starterModel,
): FurtherSubject[] {
  const found = new Map<Scenario, FurtherSubject>()
  if (tellsPapers(text)) return []
  for (const part of partsOf(text.slice(0, 1000))) {
    const letters = readLetters(part)
    const grams = hashGrams(letters)
    const { scenarioBonus, officeBonus, matches, named } = readRules(letters)
    const logits = scoreClasses(model.scenario, grams).map((logit, label) => logit + scenarioBonus[label]!)
    const shares = softmax(logits, model.temperature)
    const best = largest(shares)
    const scenario = scenarios[best]!
    if (scenario === main || found.has(scenario) || shares[best]! < surely) continue
    const said = matches
      .filter(({ rule }) => rule.scenario === scenario)
      .sort((a, b) => b.rule.weight - a.rule.weight)[0]
    if (!said || said.rule.weight < 1.5) continue
    const forOffice = scoreClasses(model.office, grams).map((logit, label) => logit + officeBonus[label]!)
    const office = scenario === 'other_office' ? (named ?? readOfficeCodes[largest(forOffice)]!) : null
    found.set(scenario, { scenario, office, word: said.word, text: part })
  }
  return [...found.values()]
}

/** Parts of at least five Chinese letters; a shorter one goes with the one before it. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const piece of text.split(joints)) {
    if (!piece.trim()) continue
    const long = countChinese(readLetters(piece)) >= shortest
    if (long && parts.length < mostParts) parts.push(piece)
    else if (parts.length > 0) parts[parts.length - 1] += `，${piece}`
  }
  return parts.length > 1 ? parts : []
}
