import { cue } from './guards.ts'
import type { Hearing, Sighting } from './listen-for-danger.ts'
import { mark } from './read-letters.ts'

/** Why a danger word was not taken as an emergency, in words for the person who looks again. */
export const stops = {
  denied: '说的是没有这回事',
  feared: '像在担心或想预防',
  topic: '只是提到，没有说正在发生',
  thing: '说的像是东西或牲畜',
  past: '说的像是从前的事',
  prevention: '像在问怎么预防、怎么学',
  hypothesis: '说的是万一、如果',
  screen: '像是电视、视频或梦里的事',
  rumour: '像在打听传言真假',
  drill: '说的是演习',
  aftermath: '像在问事后怎么处理、怎么赔',
  over: '说已经过去了、没事了',
} as const
export type Stop = keyof typeof stops

const past = cue.longAgo | cue.daysAgo
const present = cue.now | cue.justNow | cue.clock
const done = cue.fireOut | cue.found | cue.over | cue.unharmed

/** `null`: take it as an emergency. When the words around it do not clearly take it back, it stands. */
export function judgeDanger(sighting: Sighting, hearing: Hearing): Stop | null {
  if (sighting.meaning.is !== 'danger') return 'topic'
  const { danger, tier } = sighting.meaning
  const clause = hearing.clauses[sighting.clause]!
  const sentence = hearing.sentences[sighting.sentence]!
  const { whole } = hearing
  const help = (whole & cue.help) !== 0 && danger.name !== 'cry'
  const happening = (clause & cue.justNow) !== 0 || help
  const stoppedBy = danger.stoppedBy

  if (whole & stoppedBy & cue.drill) return 'drill'
  if (whole & stoppedBy & cue.screen && !(whole & cue.liveShow)) return 'screen'
  if (whole & stoppedBy & cue.rumour && !help) return 'rumour'
  if (danger.denied && isDenied(sighting, hearing)) return 'denied'
  if (danger.feared && !happening && (clause & cue.worry || isFeared(sighting, hearing))) return 'feared'
  if (danger.people && isThing(sighting, hearing)) return 'thing'
  if (tier !== 'cry' && hearing.letters.codes[sighting.end] === 过 && sighting.end < hearing.letters.length)
    return 'past'
  if (sentence & stoppedBy & cue.prevention && !help) return 'prevention'
  if (sentence & stoppedBy & cue.hypothesis && !happening) return 'hypothesis'
  if (whole & stoppedBy & done) return 'over'
  if (isPast(sighting, hearing) && !help) return 'past'
  if (whole & stoppedBy & cue.aftermath && !happening) return 'aftermath'
  if (danger.name === 'beating' && whole & cue.habit && whole & cue.aftermath && !happening)
    return 'aftermath'
  if (tier === 'topic' && !happening && !isHappening(sighting, hearing)) return 'topic'
  return null
}

/** A past time in the clause; or earlier in the sentence while the clause has no time of its own. */
function isPast(sighting: Sighting, hearing: Hearing): boolean {
  if (sighting.meaning.is !== 'danger') return false
  const { stoppedBy, name } = sighting.meaning.danger
  const clause = hearing.clauses[sighting.clause]!
  if (clause & stoppedBy & past) return sighting.pastBefore || !(clause & present)
  if (name === 'weapon' || clause & present) return false
  return (hearing.sentences[sighting.sentence]! & stoppedBy & past) !== 0
}

const afterwards = letterSet('了哒啦咯喽')
const ongoing = letterSet('在又')

function isHappening(sighting: Sighting, hearing: Hearing): boolean {
  const { codes, length } = hearing.letters
  if (sighting.end < length && afterwards.has(codes[sighting.end]!)) return true
  if (sighting.start > 0 && ongoing.has(codes[sighting.start - 1]!)) return true
  if (hearing.clauses[sighting.clause]! & (cue.now | cue.justNow)) return true
  if (hearing.sentences[sighting.sentence]! & cue.justNow) return true
  return sighting.aboutSomeone && !(hearing.sentences[sighting.sentence]! & cue.weakHypothesis)
}

/** 钓鱼的, 电话里说: not the thing, but who is at it. */
const speaking = letterSet('的说讲里')

/** 牛掉到塘里, 手机中毒: a few letters between the thing and the word. */
function isThing(sighting: Sighting, hearing: Hearing): boolean {
  const { noun, start, clause } = sighting
  if (noun === null || noun.being !== 'thing' || noun.clause !== clause || start - noun.end > 5) return false
  return !speaking.has(hearing.letters.codes[noun.end]!)
}

const filler = letterSet('有人再真的被发生出现任何受去得到过还')
const nots = letterSet('没冇未无')
const reopening = letterSet('是怕莫要该')

/** 没有人受伤, 冇着火, 不是打架 — but not 是不是着火, 有没有人落水, 怕不是着火. */
function isDenied(sighting: Sighting, hearing: Hearing): boolean {
  const { codes } = hearing.letters
  const at = skipBack(codes, sighting.start - 1)
  if (at < 0) return false
  if (nots.has(codes[at]!)) return !(at > 0 && codes[at - 1] === 有)
  const verb = codes[at]
  if ((verb === 是 || verb === 会) && at > 0 && codes[at - 1] === 不) {
    return !(at > 1 && (reopening.has(codes[at - 2]!) || codes[at - 2] === 会))
  }
  return false
}

const fears = [
  '防',
  '怕',
  '担心',
  '引起',
  '引发',
  '导致',
  '造成',
  '会不会',
  '容易',
  '避免',
  '以免',
  '免得',
  '预防',
  '防止',
  '小心',
  '惹',
  '引',
]

/** 怕电动车着火, 会不会爆炸, 引起山火: the word follows a fear, with at most one noun between. */
function isFeared(sighting: Sighting, hearing: Hearing): boolean {
  const { codes } = hearing.letters
  const { noun, start } = sighting
  const near = noun !== null && noun.clause === sighting.clause && start - noun.end <= 2
  return (
    endsWithFear(codes, skipBack(codes, start - 1)) ||
    (near && endsWithFear(codes, skipBack(codes, noun.start - 1)))
  )
}

function endsWithFear(codes: Uint16Array, last: number): boolean {
  return fears.some((fear) => {
    for (let back = 0; back < fear.length; back += 1) {
      if (codes[last - back] !== fear.charCodeAt(fear.length - 1 - back)) return false
    }
    return true
  })
}

function skipBack(codes: Uint16Array, from: number): number {
  let at = from
  while (at >= 0 && from - at < 4 && filler.has(codes[at]!)) at -= 1
  return at >= 0 && codes[at] === mark ? -1 : at
}

const 过 = '过'.charCodeAt(0)
const 有 = '有'.charCodeAt(0)
const 是 = '是'.charCodeAt(0)
const 会 = '会'.charCodeAt(0)
const 不 = '不'.charCodeAt(0)

function letterSet(letters: string): Set<number> {
  return new Set([...letters].map((letter) => letter.charCodeAt(0)))
}
