import { cue } from './guards.ts'
import type { Stop } from './judge-danger.ts'
import type { Hearing, Sighting } from './listen-for-danger.ts'

const furthest = 26
const asked = cue.screen | cue.drill | cue.rumour

/**
 * Somebody is gone. Children, the old and the confused count at once (nobody has to wait 24 hours);
 * a grown person when the words leave no doubt; a lost cow or an identity card never.
 */
export function judgeMissing(sighting: Sighting, hearing: Hearing): Stop | null {
  if (sighting.meaning.is !== 'gone') return 'topic'
  const { noun, start, clause } = sighting
  const { codes } = hearing.letters
  const clauseCues = hearing.clauses[clause]!
  const sentence = hearing.sentences[sighting.sentence]!
  const help = (hearing.whole & cue.help) !== 0

  if (hearing.whole & asked && !help) return hearing.whole & cue.drill ? 'drill' : 'rumour'
  if (hearing.whole & (cue.found | cue.over)) return 'over'
  if (sentence & cue.hypothesis && !(clauseCues & cue.justNow)) return 'hypothesis'
  if (sentence & cue.prevention && !help) return 'prevention'
  if (clauseCues & cue.longAgo && !(clauseCues & (cue.now | cue.justNow))) return 'past'
  if (sentence & cue.weakHypothesis && !happened.has(codes[sighting.end]!)) return 'topic'
  if (endsWith(codes, start, '怕') || endsWith(codes, start, '防') || endsWith(codes, start, '防止'))
    return 'feared'

  if (noun === null || noun.sentence !== sighting.sentence || start - noun.end > furthest) return 'topic'
  if (noun.being === 'thing' || noun.being === 'vehicle') return 'thing'
  if (noun.end < start && owning.has(codes[noun.end]!)) return 'thing'
  if (isFearedNoun(codes, noun.start)) return 'feared'
  if (noun.being === 'frail') return null
  if (!sighting.meaning.surely || hearing.whole & cue.aftermath) return 'topic'
  return noun.being === 'grown' || noun.end === start ? null : 'topic'
}

const happened = new Set(['了', '哒'].map((letter) => letter.charCodeAt(0)))

/** 老人的…, 爷爷手里…, 崽名下…: it is something of theirs that is gone. */
const owning = new Set(['的', '手', '名', '那'].map((letter) => letter.charCodeAt(0)))

function isFearedNoun(codes: Uint16Array, start: number): boolean {
  return endsWith(codes, start, '怕') || endsWith(codes, start, '担心') || endsWith(codes, start, '防')
}

function endsWith(codes: Uint16Array, end: number, word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    if (codes[end - word.length + at] !== word.charCodeAt(at)) return false
  }
  return true
}
