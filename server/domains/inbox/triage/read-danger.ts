import type { Scenario } from '../../../../contract/vocabulary.ts'
import { cue } from './guards.ts'
import { judgeDanger, type Stop, stops } from './judge-danger.ts'
import { judgeFraud } from './judge-fraud.ts'
import { judgeMissing } from './judge-missing.ts'
import { type Hearing, listenForDanger, type Sighting } from './listen-for-danger.ts'
import { countChinese, type Letters, mark } from './read-letters.ts'

type DangerReason = { word: string; because: string }

export type DangerReading = {
  emergency: boolean
  /** Names of the dangers, as in dangers.ts, `missing`, `fraud`, `call`; `unsure` where only the score rings. */
  dangers: string[]
  reasons: DangerReason[]
  /** Where such a danger belongs; null when nobody is in danger. */
  scenario: Scenario | null
  /** Somebody cries for help, speaks of dying, or says of a danger that it begins just now. */
  cry: boolean
}

const mostReasons = 3

/**
 * What the words alone say: is somebody in danger now? The trained score has its say after them
 * (weigh-danger.ts). A danger word that was set aside still gives a reason, for the person who looks again.
 */
export function readDanger(letters: Letters): DangerReading {
  const hearing = listenForDanger(letters)
  const standing = new Map<string, DangerReason>()
  const setAside = new Map<Stop, DangerReason>()
  let scenario: Scenario | null = null
  let cry = false
  const stand = (name: string, word: string, because: string, where: Scenario) => {
    if (standing.has(name) || standing.size >= mostReasons) return
    standing.set(name, { word, because })
    if (scenario === null || scenario === 'safety') scenario = where
  }

  for (const sighting of hearing.sightings) {
    const { meaning } = sighting
    const missing = meaning.is === 'gone'
    const stop = missing ? judgeMissing(sighting, hearing) : judgeDanger(sighting, hearing)
    if (stop === null) {
      if (meaning.is === 'gone') stand('missing', meaning.word, '可能有人走失或下落不明', 'safety')
      else stand(meaning.danger.name, meaning.word, meaning.danger.because, meaning.danger.scenario)
      if (meaning.is === 'danger' && (meaning.tier === 'cry' || isBeginning(sighting, hearing))) cry = true
    } else if (!missing && !setAside.has(stop)) {
      const because = `提到“${meaning.word}”，但${stops[stop]}，没有当急事；请人再看一眼`
      setAside.set(stop, { word: meaning.word, because })
    }
  }

  // 相撞 … 受伤: one bare name of a danger proves little, two different ones do.
  const bare = hearing.sightings.filter((sighting) => judgeDanger(sighting, hearing) === 'topic')
  const names = new Set(bare.map(({ meaning }) => meaning.word))
  const first = bare[0]?.meaning
  if (names.size > 1 && first?.is === 'danger' && !(hearing.whole & cue.weakHypothesis)) {
    stand(first.danger.name, first.word, first.danger.because, first.danger.scenario)
  }

  const fraud = judgeFraud(hearing)
  if (fraud) stand('fraud', '被骗的钱', fraud, 'anti_fraud')
  const call = readCall(hearing)
  const said = [...standing.values()].some(({ word }) => word === call?.word)
  if (call && !said) stand('call', call.word, call.because, 'safety')
  if (standing.size > 0) {
    return { emergency: true, dangers: [...standing.keys()], reasons: [...standing.values()], scenario, cry }
  }
  const reasons = [...setAside.values()].slice(0, 2)
  return { emergency: false, dangers: [], reasons, scenario: null, cry }
}

/** 又要打起来, 正在打人, 刚刚翻车了: and nothing of the law or of another day anywhere. */
function isBeginning(sighting: Sighting, hearing: Hearing): boolean {
  const elsewhere = cue.aftermath | cue.longAgo | cue.daysAgo | cue.weakHypothesis
  return (hearing.clauses[sighting.clause]! & cue.justNow) !== 0 && (hearing.whole & elsewhere) === 0
}

const asking = [
  '吗',
  '什么',
  '多少',
  '电话',
  '回执',
  '怎么',
  '要不要',
  '费',
  '过警',
  '报警了',
  '号',
  '打错',
  '哪',
  '会不会',
  '举报',
]

/** What is a cry only where nothing else is said: “I need help with my card” is none. */
const cries = new Set(['help', 'sos', '救'])

/** A few letters with 110 or 报警 in them and no question, or a bare cry: somebody wants the police now. */
function readCall({ letters }: Hearing): DangerReason | null {
  if (letters.length > 12) return null
  const text = String.fromCharCode(...letters.codes.subarray(0, letters.length))
  const bare = text.replaceAll(String.fromCharCode(mark), '')
  if (cries.has(bare)) return { word: bare, because: '对方在求救，没有说别的' }
  if (asking.some((word) => text.includes(word))) return null
  const because = '对方在报警，没有说别的'
  if (text.includes('报警') && countChinese(letters) <= 8) return { word: '报警', because }
  return /(^|\D)110(\D|$)/.test(text) && countChinese(letters) <= 6 ? { word: '110', because } : null
}
