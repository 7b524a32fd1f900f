import type { Library, Role, Scenario } from '../../../contract/vocabulary.ts'
import { foldText } from '../../platform/search/grams.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { type IndexedScript, indexOf, type ScriptIndex } from './script-index.ts'

export type ScriptReason = { kind: 'keyword' | 'text' | 'meaning' | 'scenario'; words: string[] }

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
  scenario: Scenario | null
  /** Where the matter is; null: unknown, and then only scripts for every village fit. */
  villageId: string | null
  role: Role
}

/** How much a keyword found word for word adds, and a script of the message's own scenario gains (measured). */
const keywordBoost = 2
const scenarioFactor = 1.2
const most = 3
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
  const text = question.text.slice(0, lettersRead).replace(courtesies, ' ')
  const folded = foldText(text)
  const least = leastEvidence * Math.log(1 + index.scripts.length)
  const found = index
    .rank(text, index.scripts.length)
    .map(({ position, ...found }) => ({ script: index.scripts[position]!, ...found }))
    .filter(({ script }) => isAllowed(script, question, today))
    .map(({ script, score, words, meanings }) => {
      const hits = script.keywords.filter(({ word }) => folded.includes(word))
      const boost = keywordBoost * hits.reduce((sum, { weight }) => sum + weight, 0)
      const own = script.library === question.scenario
      return {
        script,
        score,
        hits,
        own,
        words,
        meanings,
        total: (score + boost) * (own ? scenarioFactor : 1),
      }
    })
    .filter(({ hits, score }) => hits.length > 0 || score >= least)
    .sort((x, y) => y.total - x.total || (x.script.code < y.script.code ? -1 : 1))
  const suggested: SuggestedScript[] = []
  for (const { script, hits, own, words, meanings } of found) {
    if (suggested.length === most) break
    const shared = words()
    // Better no suggestion than a random one.
    const meant = meanings()
    if (hits.length === 0 && shared.length === 0 && meant.length === 0) continue
    const reasons = reasonsOf({ keywords: hits.map(({ word }) => word), shared, meant, own })
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

type Evidence = { keywords: string[]; shared: string[]; meant: string[]; own: boolean }

function reasonsOf({ keywords, shared, meant, own }: Evidence): ScriptReason[] {
  const reasons: ScriptReason[] = []
  const told = [...keywords]
  const tell = (kind: ScriptReason['kind'], words: string[]) => {
    const further = words.filter((word) => !told.some((one) => one.includes(word)))
    if (further.length > 0) reasons.push({ kind, words: further })
    told.push(...further)
  }
  if (keywords.length > 0) reasons.push({ kind: 'keyword', words: keywords.slice(0, 3) })
  tell('text', shared)
  tell('meaning', meant)
  if (own) reasons.push({ kind: 'scenario', words: [] })
  return reasons
}

function tellReasons(reasons: ScriptReason[]): string {
  const quoted = (words: string[]) => words.map((word) => `“${word}”`).join('')
  return reasons
    .map(({ kind, words }) => {
      if (kind === 'keyword') return `来信提到${quoted(words)}`
      if (kind === 'text') return `文字相近：${quoted(words)}`
      if (kind === 'meaning') return `意思相近：${quoted(words)}`
      return '属于同一类事项'
    })
    .join('；')
}
