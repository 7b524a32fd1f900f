import { strongestWord } from './explain-score.ts'
import { hashGrams } from './grams.ts'
import type { TriageModel } from './model.ts'
import { type DangerReading, readDanger } from './read-danger.ts'
import { readLetters } from './read-letters.ts'
import { scoreClasses } from './score-classes.ts'
import { weighDanger } from './weigh-danger.ts'

/** A message must be longer than this, and a sentence in it at least so long, for one sentence to ring by itself. */
const longMessage = 40
const shortestSentence = 10
const mostSentences = 60
/** How much surer the score must be of one sentence than of a whole message, which says more of what it means. */
const surer = 2.5

/** Where somebody goes over to something else: a question about papers or a rumour takes back nothing said beside it. */
const turns = /(?<=.)(?=另外|顺便|顺带|对了|再就是|再一个|还有(?:就是|个事|件事|一个事|一件事|[，,、：: ]))/u
/** Without such a word: a sentence about her own people or next door, and about now. */
const ofHers =
  /我(?:们|)(?:家|屋|崽|爸|妈|爷|奶|娘|爹|公|婆|堂客|老婆|老公|老倌|孩|儿|女|弟|妹|哥|姐|孙)|隔壁|邻居|对门|楼上|楼下/u
const ofNow = /现在|而今|正在|正要|刚刚|刚才|方才|头先|还在|这会|此刻/u
const mostMatters = 8

/** A danger that words name in one of several matters rings, whatever the others say. Time grows with the length. */
export function hearMatters(text: string, heard: DangerReading, model: TriageModel): DangerReading {
  if (heard.emergency) return heard
  for (const matter of mattersOf(text)) {
    const letters = readLetters(matter)
    const named = readDanger(letters)
    if (!named.emergency) continue
    const options = { byScore: false, ofFraud: false }
    const weighed = weighDanger(named, letters, hashGrams(letters), model, options)
    if (weighed.emergency) return weighed
  }
  return heard
}

function mattersOf(text: string): string[] {
  const parts = text.split(turns)
  const own = text.split(/[。！？!?；;\n]/).filter((each) => ofHers.test(each) && ofNow.test(each))
  return [...(parts.length > 1 ? parts.slice(0, mostMatters) : []), ...own.slice(0, mostMatters)]
}

/**
 * In a long message the danger may stand in one sentence among papers, thanks and a rumour, and the whole sounds calm: a
 * sentence rings by itself when the score is very sure of it. Time grows with the length.
 */
export function hearSentences(text: string, heard: DangerReading, model: TriageModel): DangerReading {
  if (heard.emergency || text.length <= longMessage) return heard
  const sentences = text.split(/[。！？!?；;\n]/).filter((sentence) => sentence.length >= shortestSentence)
  if (sentences.length < 2) return heard
  for (const sentence of sentences.slice(0, mostSentences)) {
    const letters = readLetters(sentence)
    const grams = hashGrams(letters)
    if (scoreClasses(model.danger, grams)[0]! < model.dangerAt + surer) continue
    const word = strongestWord(model.danger, grams, letters, 0)
    const because = '其中有一句像是有人正有危险，机器拿不准，请人马上看'
    return { emergency: true, dangers: ['unsure'], reasons: [{ word, because }], scenario: null, cry: false }
  }
  return heard
}
