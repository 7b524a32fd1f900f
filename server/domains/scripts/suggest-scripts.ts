import type { Library, Role, Scenario } from '../../../contract/vocabulary.ts'
import { foldText } from '../../platform/search/grams.ts'
import { simplify } from '../../platform/search/simplify.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type IndexedScript, indexOf, type ScriptIndex } from './script-index.ts'

export type ScriptReason = {
  /** `heard` and `understood_heard` come from what a machine heard in a recording, and from nothing that was written. */
  kind: 'keyword' | 'text' | 'meaning' | 'heard' | 'understood' | 'understood_heard' | 'scenario'
  words: string[]
}

export type SuggestedScript = {
  scriptId: string
  version: number
  code: string
  title: string
  scenario: Library
  /** As approved, with its variables in braces: fill it with fillScript. */
  body: string
  reasons: ScriptReason[]
  /** The reasons as one Chinese sentence. */
  because: string
}

export type Question = {
  text: string
  /** What a machine heard her say, and it may be wrong: counts like her words and is told apart. */
  heard?: string
  /** What a reader of the message made of it, in other words than hers; left out or empty: nothing. */
  understood?: string
  /** It was made of what a machine heard. */
  understoodHeard?: boolean
  scenario: Scenario | null
  /** Where the matter is; null: unknown, and then only scripts for every village fit. */
  villageId: string | null
  role: Role
}

/** How much a keyword found word for word adds, and a script of the message's own scenario gains (measured). */
const keywordBoost = 2
const scenarioFactor = 1.2
const most = 3
/** How much what was understood counts beside what was said (measured). */
const understoodWeight = 0.3
/** What somebody wants stands in the first words of a long story: more of it costs time and finds nothing better. */
const lettersRead = 600
/** Said to be polite: no script is found by it. */
const courtesies =
  /谢谢|多谢|感谢|麻烦您|麻烦你|麻烦|打扰了|辛苦了|您好|你好|在吗|请问|新年好|早上好|晚上好|好的|好嘞|知道了|收到/g
/** Below this, as a multiple of the natural logarithm of the number of scripts, shared characters are chance ("谢谢"). */
const leastEvidence = 2

/**
 * The three approved scripts that fit a message best, each with what it was found by; fewer or none when nothing in
 * the words speaks for one. Only scripts this role may send, in this village, today.
 */
export async function suggestScripts(
  tx: Tx,
  question: Question,
  now = new Date(),
): Promise<SuggestedScript[]> {
  return rankScripts(await indexOf(tx), question, stationDay(now))
}

/** The same on an index at hand. `today` is YYYY-MM-DD. */
export function rankScripts(index: ScriptIndex, question: Question, today: string): SuggestedScript[] {
  const least = leastEvidence * Math.log(1 + index.scripts.length)
  const askedIn = (words: string) => evidenceIn(index, words.slice(0, lettersRead).replace(courtesies, ' '))
  const said = askedIn(question.text)
  const heard = askedIn(question.heard ?? '')
  const understood = evidenceIn(index, question.understood ?? '')
  const found = index.scripts
    .map((script, position) => {
      const [own, spoken, other] = [said(position), heard(position), understood(position)]
      const sameKind = script.library === question.scenario
      const total =
        (own.total + spoken.total + understoodWeight * other.total) * (sameKind ? scenarioFactor : 1)
      const stands = (evidence: Evidence) => evidence.hits.length > 0 || evidence.score >= least
      return {
        script,
        own,
        spoken: stands(spoken) ? spoken : null,
        other: stands(other) ? other : null,
        sameKind,
        total,
        stands: stands(own) || stands(spoken) || stands(other),
      }
    })
    .filter(({ script, stands }) => stands && isAllowed(script, question, today))
    .sort((x, y) => y.total - x.total || (x.script.code < y.script.code ? -1 : 1))
  const suggested: SuggestedScript[] = []
  for (const { script, own, spoken, other, sameKind } of found) {
    if (suggested.length === most) break
    const [shared, meant] = [own.words(), own.meanings()]
    // Better no suggestion than a random one.
    const heardAs = spoken ? [...wordsOf(spoken), ...spoken.meanings()].slice(0, 3) : []
    const nothingSaid = own.hits.length === 0 && shared.length === 0 && meant.length === 0
    if (nothingSaid && heardAs.length === 0 && !other) continue
    const keywords = own.hits.map(({ word }) => word)
    const understoodAs = other ? wordsOf(other).slice(0, 2) : []
    const understoodHeard = question.understoodHeard ?? false
    const reasons = reasonsOf({
      ...{ keywords, shared, meant, heardAs, understoodAs, understoodHeard },
      own: sameKind,
    })
    suggested.push({
      scriptId: script.id,
      version: script.version,
      code: script.code,
      title: script.title,
      scenario: script.library,
      body: script.body,
      reasons,
      because: tellReasons(reasons),
    })
  }
  return suggested
}

function isAllowed(script: IndexedScript, question: Question, today: string): boolean {
  if (script.expiresOn < today) return false
  if (question.role === 'auxiliary' && !script.auxiliaryMay) return false
  return (
    script.villageIds === null ||
    (question.villageId !== null && script.villageIds.includes(question.villageId))
  )
}

type Evidence = {
  score: number
  hits: { word: string; weight: number }[]
  /** Score and keywords together. */
  total: number
  words: () => string[]
  meanings: () => string[]
}

/** What a text says for each script, by its position. */
function evidenceIn(index: ScriptIndex, text: string): (position: number) => Evidence {
  const folded = simplify(foldText(text))
  if (folded.trim() === '') return () => nothing
  const { scores, words, meanings } = index.match(text)
  return (position) => {
    const score = scores[position]!
    const hits = index.scripts[position]!.keywords.filter(({ word }) => folded.includes(word))
    const total = score + keywordBoost * hits.reduce((sum, { weight }) => sum + weight, 0)
    return { score, hits, total, words: () => words(position), meanings: () => meanings(position) }
  }
}

const wordsOf = (evidence: Evidence) => [...evidence.hits.map(({ word }) => word), ...evidence.words()]

const nothing: Evidence = { score: 0, hits: [], total: 0, words: () => [], meanings: () => [] }

type Told = {
  keywords: string[]
  shared: string[]
  meant: string[]
  heardAs: string[]
  understoodAs: string[]
  understoodHeard: boolean
  own: boolean
}

function reasonsOf(told: Told): ScriptReason[] {
  const { keywords, shared, meant, heardAs, understoodAs, understoodHeard, own } = told
  const reasons: ScriptReason[] = []
  const named = [...keywords]
  const tell = (kind: ScriptReason['kind'], words: string[]) => {
    const further: string[] = []
    for (const word of words)
      if (![...named, ...further].some((one) => one.includes(word))) further.push(word)
    if (further.length > 0) reasons.push({ kind, words: further })
    named.push(...further)
  }
  if (keywords.length > 0) reasons.push({ kind: 'keyword', words: keywords.slice(0, 3) })
  tell('text', shared)
  tell('meaning', meant)
  tell('heard', heardAs)
  tell(understoodHeard ? 'understood_heard' : 'understood', understoodAs)
  if (own) reasons.push({ kind: 'scenario', words: [] })
  return reasons
}

/** Something of it rests on what a machine heard in a recording. */
export const fromHeard = (reasons: ScriptReason[]): boolean =>
  reasons.some(({ kind }) => kind === 'heard' || kind === 'understood_heard')

function tellReasons(reasons: ScriptReason[]): string {
  const quoted = (words: string[]) => words.map((word) => `“${word}”`).join('')
  return reasons
    .map(({ kind, words }) => {
      if (kind === 'keyword') return `来信提到${quoted(words)}`
      if (kind === 'text') return `文字相近：${quoted(words)}`
      if (kind === 'meaning') return `意思相近：${quoted(words)}`
      if (kind === 'heard') return `机器在录音里听到${quoted(words)}`
      if (kind === 'understood_heard') return `机器把听到的读作${quoted(words)}`
      if (kind === 'understood') return `机器读作${quoted(words)}`
      return '属于同一类事项'
    })
    .join('；')
}
