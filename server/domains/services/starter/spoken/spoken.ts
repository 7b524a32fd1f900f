import type { GuideQuestion, When } from '../../../../../contract/services.ts'
import type { SpokenGuide } from '../starter-guide.ts'

/** What is spoken of a guide, and by which answers its papers (by their keys) are needed. */
export type Spoken = Partial<Omit<SpokenGuide, 'plain'>> & {
  plain: string[]
  rules?: Record<string, When[]>
}

type Answer = [key: string, text: string, leadsTo?: 'end' | `question:${string}` | `guide:${string}`]

export const ask = (key: string, text: string, ...answers: Answer[]): GuideQuestion => ({
  key,
  text,
  answers: answers.map(([answer, words, leadsTo]) => ({
    key: answer,
    text: words,
    leadsTo: leadsTo ?? null,
  })),
})

/** After one of these answers to the question. */
export const on = (question: string, ...answers: string[]): When[] =>
  answers.map((answer) => ({ question, answer }))

/** Whether she comes herself: the one question of every matter that another may see to. */
export const comes = ask('comes', '本人能来吗？', ['self', '本人来'], ['other', '请别人代办'])

export const family = '家里的成年人可以代办，带委托书和双方身份证'
export const guardian = '没满18岁的，由监护人来办'
export const onlySelf = '别人代不了：要本人照相、采指纹'
