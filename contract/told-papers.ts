import { conditionOf, type GuideAnswers, unsure, wordsOf } from './narrow-guide.ts'
import type { GuideQuestion, When } from './services.ts'

/** A paper of a guide as a resident tells of it; `photos` are places in the message, from 1. */
export type ToldPaper = { name: string; photos: number[] }
/** Of a family: what it answered to the guide's questions, in words. */
export type ToldAnswer = { question: string; answer: string }
export type ToldPapers = {
  guide: string
  answers?: ToldAnswer[]
  ready: ToldPaper[]
  missing: string[]
}

const closing = '”，材料请看一下。'
/** How such a message begins. */
export const toldPapersOpening = (guide: string) => `我想办“${guide}${closing}`
/** Whether a message is such a list: the words of its papers and questions are the guide's, not hers. */
export const tellsPapers = (body: string) => /^我想办“[^”\n]{1,60}”，材料请看一下。/.test(body)
const aboutLine = '我的情况：'
const haveLine = '备好了：'
const lackLine = '还没有：'
const have = '✓ '
const lack = '· '

/** A paper that is not there yet, with the situation it hangs on as long as her answers leave that open. */
export function sayLacking(paper: { name: string; neededWhen: string | null; when: When[]; open: boolean }) {
  const condition = conditionOf(paper)
  return condition ? `${paper.name}（只有这种情况要：${condition}）` : paper.name
}

/** The message that tells the station which papers of a guide are ready: a plain list, for people to read. Always Chinese. */
export function writeToldPapers({ guide, answers = [], ready, missing }: ToldPapers): string {
  const photos = (places: number[]) => (places.length > 0 ? `（照片${places.join('、')}）` : '')
  return [
    toldPapersOpening(guide),
    ...(answers.length > 0 ? [aboutLine, ...answers.map(tellAnswer)] : []),
    haveLine,
    ...ready.map(({ name, photos: places }) => `${have}${name}${photos(places)}`),
    ...(missing.length > 0 ? [lackLine, ...missing.map((name) => `${lack}${name}`)] : []),
  ].join('\n')
}

/** What such a message says is ready for this guide; null when it is another message. */
export function readToldPapers(body: string, guide: string): ToldPaper[] | null {
  const lines = body.split('\n')
  const from = lines.indexOf(haveLine)
  if (lines[0] !== toldPapersOpening(guide) || from < 0 || (from > 1 && lines[1] !== aboutLine)) return null
  return lines
    .slice(from + 1)
    .filter((line) => line.startsWith(have))
    .map((line) => {
      const [, name = '', places = ''] = /^(.*?)(?:（照片([0-9、]+)）)?$/.exec(line.slice(have.length)) ?? []
      return { name, photos: places.split('、').filter(Boolean).map(Number) }
    })
}

/** Whether a message is such a list and nothing else: whoever adds words of her own says something herself. */
export function saysOnlyPapers(body: string): boolean {
  const [first = '', ...lines] = body.split('\n')
  if (!tellsPapers(body) || !first.endsWith(closing)) return false
  const from = lines.indexOf(haveLine)
  if (from < 0 || (from > 0 && lines[0] !== aboutLine)) return false
  const paper = (line: string) => line === lackLine || line.startsWith(have) || line.startsWith(lack)
  return lines.slice(from + 1).every(paper)
}

const tellAnswer = ({ question, answer }: ToldAnswer) => `${question} ${answer}`

/** The answers of a guide's questions in the words of such a message; questions nobody asked are left out. */
export function wordAnswers(questions: GuideQuestion[], answers: GuideAnswers): ToldAnswer[] {
  return questions.flatMap(({ key }) => {
    const given = answers[key]
    const words = given === undefined ? null : wordsOf(questions, key, given)
    return words ? [{ question: words.asked, answer: words.said }] : []
  })
}

/** What such a message answers to these questions. */
export function readToldAnswers(body: string, questions: GuideQuestion[]): GuideAnswers {
  const lines = new Set(body.split('\n'))
  const entries = questions.flatMap(({ key, text, answers }) => {
    const said = [...answers.map((each) => each.key), unsure].find((answer) =>
      lines.has(tellAnswer({ question: text, answer: wordsOf(questions, key, answer)!.said })),
    )
    return said ? [[key, said] as const] : []
  })
  return Object.fromEntries(entries)
}
