import { type GuideAnswers, narrowGuide } from '../../contract/narrow-guide.ts'
import type { GuideQuestion } from '../../contract/services.ts'

/** The questions on a family's way, the next one with them; `elsewhere`: the answers lead to another guide. */
export function askedSoFar(questions: GuideQuestion[], answers: GuideAnswers) {
  const now = narrowGuide({ questions, materials: [], conditionsWhen: [] }, answers)
  const asked = now.path.map(({ question }) => question)
  if (now.kind === 'question') asked.push(now.question)
  return { asked, elsewhere: now.kind === 'guide' }
}
