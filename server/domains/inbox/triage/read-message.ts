import { saysOnlyPapers } from '../../../../contract/told-papers.ts'
import {
  type Office,
  offices,
  readOfficeCodes,
  type Scenario,
  scenarios,
} from '../../../../contract/vocabulary.ts'
import { strongestWord } from './explain-score.ts'
import { findVillage, type VillageNames } from './find-village.ts'
import { type Grams, hashGrams } from './grams.ts'
import { hearMatters, hearSentences } from './hear-sentences.ts'
import type { RuleMatch } from './match-rules.ts'
import { starterModel, type TriageModel } from './model.ts'
import { putDangers } from './put-dangers.ts'
import { type DangerReading, readDanger } from './read-danger.ts'
import { readFurther } from './read-further.ts'
import { countChinese, type Letters, readLetters } from './read-letters.ts'
import { readRules } from './read-rules.ts'
import { largest, scoreClasses, softmax } from './score-classes.ts'
import { hasWords, weighDanger } from './weigh-danger.ts'

type ReadingReason = {
  kind: 'emergency' | 'scenario' | 'office' | 'village' | 'further'
  word: string
  because: string
  /** What else the message asks (kind 'further'): a person may make it the main subject. */
  scenario?: Scenario
  office?: Office | null
}

/** What the machine makes of one message. A suggestion: a person reads, answers and closes. */
export type Reading = {
  emergency: boolean
  /** The dangers understood, as residents put them (put-dangers.ts); empty when there is none. */
  understood: string
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
/** What a danger adds to the logit of its scenario. */
const dangerBonus = 1.2

/** Pure and synchronous; never throws, and takes time in proportion to the length, whatever the string. */
export function readMessage(message: MessageToRead, model: TriageModel = starterModel): Reading {
  const letters = readLetters(message.text)
  const grams = hashGrams(letters)
  // A list of papers is written by the page that she ticked: no story to be weighed, unless she adds words of her own.
  const told = saysOnlyPapers(message.text)
  const { scenarioBonus, officeBonus, matches, named } = readRules(letters)
  const calmLogits = add(scoreClasses(model.scenario, grams), scenarioBonus)
  // As delivered: what a station corrects about subjects must not reach what rings.
  const delivered =
    model.scenario === starterModel.scenario
      ? calmLogits
      : add(scoreClasses(starterModel.scenario, grams), scenarioBonus)
  const ofFraud = scenarios[largest(delivered)] === 'anti_fraud'
  const weighed = weighDanger(readDanger(letters), letters, grams, model, { byScore: !told, ofFraud })
  const danger = told
    ? weighed
    : hearSentences(message.text, hearMatters(message.text, weighed, model), model)
  const chinese = countChinese(letters)
  const logits = danger.emergency ? scoreKind(danger, grams, model) : calmLogits
  const shares = softmax(logits, model.temperature)
  const best = largest(shares)
  // Digits, signs and faces are like no subject more than another.
  const wordless = !danger.emergency && !hasWords(letters) && matches.length === 0
  const scenario = wordless ? 'business' : scenarios[best]!
  const office =
    scenario !== 'other_office'
      ? null
      : danger.emergency
        ? 'ambulance'
        : (named ?? readOfficeCodes[largest(add(scoreClasses(model.office, grams), officeBonus))]!)
  const thin = chinese === 0 || (chinese < 4 && matches.length === 0)
  const confidence = wordless ? 0 : thin ? Math.min(0.3, shares[best]!) : shares[best]!
  const mention = findVillage(letters, message.villages, message.townName)

  const reasons: ReadingReason[] = danger.reasons.map((reason) => ({ kind: 'emergency', ...reason }))
  if (message.hasVoice) reasons.push(unread('语音', '语音机器没有听，要请人先听一遍'))
  else if (grams.count === 0) reasons.push(unread('', '没有可读的文字，机器不知道急不急，请人看一看'))
  else if (chinese === 0) reasons.push(unread('', '没有读到汉字，机器读不懂，请人看一看'))
  if (!wordless) reasons.push(explainScenario(scenario, matches, model, grams, letters))
  if (office) reasons.push(explainOffice(office, matches, danger))
  for (const { scenario: also, office: of, word } of readFurther(message.text, scenario, model)) {
    const because = `还像在问${scenarioNames[also]}：“${word}”`
    reasons.push({ kind: 'further', word, because, scenario: also, office: of })
  }
  if (mention) reasons.push({ kind: 'village', word: mention.word, because: `提到了${mention.word}` })
  else if (message.defaultVillageId) {
    reasons.push({ kind: 'village', word: '', because: '没有提到地方，按来信人住的村' })
  }
  return {
    emergency: danger.emergency,
    understood: putDangers(danger.dangers),
    scenario,
    office,
    villageId: mention?.id ?? message.defaultVillageId ?? null,
    confidence: Math.round(confidence * 1000) / 1000,
    reasons,
    version: model.version,
  }
}

/** Whose matter a danger is: what the words name counts as much as `dangerBonus`, the rest is learned. */
function scoreKind(danger: DangerReading, grams: Grams, model: TriageModel): Float64Array {
  const logits = scoreClasses(model.kind, grams)
  if (danger.scenario) logits[scenarios.indexOf(danger.scenario)]! += dangerBonus
  return logits
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
