import {
  type Office,
  officeCodes,
  offices,
  type Scenario,
  scenarios,
} from '../../../../contract/vocabulary.ts'
import { strongestWord } from './explain-score.ts'
import { findVillage, type VillageNames } from './find-village.ts'
import { type Grams, hashGrams } from './grams.ts'
import { matchRules, type RuleMatch } from './match-rules.ts'
import { starterModel, type TriageModel } from './model.ts'
import { type DangerReading, readDanger } from './read-danger.ts'
import { countChinese, type Letters, readLetters } from './read-letters.ts'
import { largest, scoreClasses, softmax } from './score-classes.ts'

type ReadingReason = {
  kind: 'emergency' | 'scenario' | 'office' | 'village'
  word: string
  because: string
}

/** What the machine makes of one message. A suggestion: a person reads, answers and closes. */
export type Reading = {
  emergency: boolean
  scenario: Scenario
  /** Set when the scenario is `other_office`. */
  office: Office | null
  villageId: string | null
  /** 0–1, for the scenario. 0: nothing could be read. */
  confidence: number
  /** Never empty. A reason of kind 'emergency' with `emergency` false tells the person what to look at. */
  reasons: ReadingReason[]
  version: string
}

export type MessageToRead = {
  text: string
  villages: VillageNames[]
  hasVoice?: boolean
  defaultVillageId?: string | null
  /** The town's or the station's own name: a village called the same is meant only with 村 behind it. */
  townName?: string | null
}

const scenarioNames: Record<Scenario, string> = {
  anti_fraud: '反诈防诈',
  mediation: '矛盾调解',
  business: '业务咨询',
  safety: '安全提示',
  public_information: '舆情辟谣',
  other_office: '别的单位管的事',
}
/** Below this many letters only words ring the bell: the score knows too little. */
const shortestScored = 5
/** What a danger adds to the logit of its scenario. */
const dangerBonus = 3

/** Pure and synchronous; never throws, and takes time in proportion to the length, whatever the string. */
export function readMessage(message: MessageToRead, model: TriageModel = starterModel): Reading {
  const letters = readLetters(message.text)
  const grams = hashGrams(letters)
  const danger = weighDanger(readDanger(letters), letters, grams, model)
  const { scenarioBonus, officeBonus, matches } = matchRules(letters)
  if (danger.scenario) scenarioBonus[scenarios.indexOf(danger.scenario)]! += dangerBonus
  if (danger.scenario === 'other_office') officeBonus[officeCodes.indexOf('ambulance')]! += dangerBonus

  const chinese = countChinese(letters)
  const shares = softmax(add(scoreClasses(model.scenario, grams), scenarioBonus), model.temperature)
  const best = largest(shares)
  const scenario = grams.count === 0 ? 'business' : scenarios[best]!
  const office =
    scenario === 'other_office'
      ? officeCodes[largest(add(scoreClasses(model.office, grams), officeBonus))]!
      : null
  const thin = chinese === 0 || (chinese < 4 && matches.length === 0)
  const confidence = grams.count === 0 ? 0 : thin ? Math.min(0.3, shares[best]!) : shares[best]!
  const mention = findVillage(letters, message.villages, message.townName)

  const reasons: ReadingReason[] = danger.reasons.map((reason) => ({ kind: 'emergency', ...reason }))
  if (message.hasVoice) reasons.push(unread('语音', '语音机器没有听，要请人先听一遍'))
  else if (grams.count === 0) reasons.push(unread('', '没有可读的文字，机器不知道急不急，请人看一看'))
  else if (chinese === 0) reasons.push(unread('', '没有读到汉字，机器读不懂，请人看一看'))
  if (grams.count > 0) reasons.push(explainScenario(scenario, matches, model, grams, letters))
  if (office) reasons.push(explainOffice(office, matches, danger))
  if (mention) reasons.push({ kind: 'village', word: mention.word, because: `提到了${mention.word}` })
  else if (message.defaultVillageId) {
    reasons.push({ kind: 'village', word: '', because: '没有提到地方，按来信人住的村' })
  }
  return {
    emergency: danger.emergency,
    scenario,
    office,
    villageId: mention?.id ?? message.defaultVillageId ?? null,
    confidence: Math.round(confidence * 1000) / 1000,
    reasons,
    version: model.version,
  }
}

/** The words come first. When they are silent, the trained score may still ring the bell; it never stops it. */
function weighDanger(
  heard: DangerReading,
  letters: Letters,
  grams: Grams,
  model: TriageModel,
): DangerReading {
  if (heard.emergency || letters.length < shortestScored) return heard
  const setAside = heard.reasons.length > 0 ? 1 : 0
  if (scoreClasses(model.danger, grams)[0]! < model.dangerAt + setAside) return heard
  const word = strongestWord(model.danger, grams, letters, 0)
  const because = '整句话像是有人正有危险，机器拿不准，请人马上看'
  return { emergency: true, reasons: [{ word, because }], scenario: null }
}

function explainScenario(
  scenario: Scenario,
  matches: RuleMatch[],
  model: TriageModel,
  grams: Grams,
  letters: Letters,
): ReadingReason {
  const said = matches
    .filter(({ rule }) => rule.scenario === scenario)
    .sort((a, b) => b.rule.weight - a.rule.weight)[0]
  if (said) return { kind: 'scenario', word: said.word, because: `“${said.word}”：${said.rule.because}` }
  const word = strongestWord(model.scenario, grams, letters, scenarios.indexOf(scenario))
  const because = word ? `“${word}”多见于${scenarioNames[scenario]}` : `整句话最像${scenarioNames[scenario]}`
  return { kind: 'scenario', word, because }
}

function explainOffice(office: Office, matches: RuleMatch[], danger: DangerReading): ReadingReason {
  const said = matches.find(({ rule }) => rule.office === office)
  const word = said?.word ?? (danger.scenario === 'other_office' ? (danger.reasons[0]?.word ?? '') : '')
  const { name, phone } = offices[office]
  return { kind: 'office', word, because: `像是${name}管的事，电话${phone}` }
}

function unread(word: string, because: string): ReadingReason {
  return { kind: 'emergency', word, because }
}

function add(logits: Float64Array, bonus: Float64Array): Float64Array {
  for (let label = 0; label < logits.length; label += 1) logits[label]! += bonus[label]!
  return logits
}
