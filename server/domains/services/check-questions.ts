import { targetOf, unsure } from '../../../contract/narrow-guide.ts'
import type { ConditionWhen, GuideQuestion, When } from '../../../contract/services.ts'

type Asking = {
  slug: string
  questions: GuideQuestion[]
  materials: { name: string; neededWhen: string | null; when: When[] }[]
  conditionsWhen: ConditionWhen[]
}

/** What is wrong with a guide's questions, as a sentence for who writes them; null when nothing is. */
export function findQuestionFault(guide: Asking): string | null {
  const { questions } = guide
  const keys = questions.map(({ key }) => key)
  if (new Set(keys).size < keys.length) return '有两个问题用了同一个代号，请改成不一样的。'
  const asked = questions.map(({ text }) => text.trim())
  const again = asked.find((words, at) => asked.indexOf(words) !== at)
  if (again) return `问题“${again}”写了两遍，请去掉一个，或者换一种问法。`
  for (const { text, answers } of questions) {
    const own = answers.map(({ key }) => key)
    if (new Set(own).size < own.length) return `问题“${text}”有两个回答用了同一个代号，请改成不一样的。`
    const said = answers.map((each) => each.text.trim())
    const twice = said.find((words, at) => said.indexOf(words) !== at)
    if (twice) return `问题“${text}”有两个回答都写着“${twice}”，居民分不出来，请改成不一样的话。`
    if (own.includes(unsure)) return `问题“${text}”不用写“我不清楚”，每个问题本来就有。`
    for (const answer of answers) {
      if (answer.leadsTo === `guide:${guide.slug}`)
        return `问题“${text}”回答“${answer.text}”以后又回到这份指南自己，请改成别的指南或到此为止。`
      if (answer.leadsTo?.startsWith('question:') && !keys.includes(answer.leadsTo.slice(9)))
        return `问题“${text}”回答“${answer.text}”以后要问的问题没有了，请重新选。`
    }
  }
  return findCircle(questions) ?? findLooseRule(guide)
}

/** Every slug the answers lead to. */
export function guidesNamedIn(questions: GuideQuestion[]): string[] {
  const targets = questions.flatMap(({ answers }) => answers.map(({ leadsTo }) => leadsTo))
  return [...new Set(targets.flatMap((target) => (target?.startsWith('guide:') ? [target.slice(6)] : [])))]
}

/** Questions that lead back to themselves, named in the order in which they would be asked. */
function findCircle(questions: GuideQuestion[]): string | null {
  const fine = new Set<string>()
  const walk = (question: GuideQuestion, way: GuideQuestion[]): GuideQuestion[] | null => {
    const again = way.indexOf(question)
    if (again >= 0) return [...way.slice(again), question]
    if (fine.has(question.key)) return null
    for (const answer of [...question.answers.map(({ key }) => key), unsure]) {
      const target = targetOf(questions, question, answer)
      const next = target.kind === 'question' && questions.find(({ key }) => key === target.key)
      const circle = next ? walk(next, [...way, question]) : null
      if (circle) return circle
    }
    fine.add(question.key)
    return null
  }
  for (const question of questions) {
    const circle = walk(question, [])
    if (circle) {
      const named = circle.map(({ text }) => `“${text}”`).join('→')
      return `问题绕成了一圈，居民永远答不完：${named}。请把其中一个回答改成问后面的问题，或到此为止。`
    }
  }
  return null
}

function findLooseRule({ questions, materials, conditionsWhen }: Asking): string | null {
  const isAnswer = ({ question, answer }: When) =>
    questions.some(({ key, answers }) => key === question && answers.some((each) => each.key === answer))
  for (const { name, when, neededWhen } of materials) {
    if (!when.every(isAnswer)) return `材料“${name}”跟着的那个回答已经没有了，请重新选。`
    if (when.length > 0 && !neededWhen) return `材料“${name}”不是人人都要，请写明什么情况要。`
  }
  const loose = conditionsWhen.find(({ when }) => !when.every(isAnswer))
  return loose ? `条件“${loose.text}”跟着的那个回答已经没有了，请重新选。` : null
}
