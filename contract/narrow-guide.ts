import type { GuideQuestion, When } from './services.ts'

/** What somebody answered: question key → answer key, or `unsure`. */
export type GuideAnswers = Record<string, string>
/** Answers as rows, as an object. */
export const answersOf = (answers: readonly { question: string; answer: string }[]): GuideAnswers =>
  Object.fromEntries(answers.map(({ question, answer }) => [question, answer]))

/** The answer every question has besides its own: it decides nothing, and what hangs on it stays on the list. */
export const unsure = 'unsure'
const unsureWords = '我不清楚'

/** In which words something was asked and answered; null when the guide does not ask it, or not with this answer. */
export function wordsOf(questions: GuideQuestion[], key: string, answer: string) {
  const question = questions.find((each) => each.key === key)
  const said = answer === unsure ? unsureWords : question?.answers.find((each) => each.key === answer)?.text
  return question && said !== undefined ? { asked: question.text, said } : null
}

export type Narrowable<M extends { when: When[] }, C extends { when: When[] }> = {
  questions: GuideQuestion[]
  materials: M[]
  conditionsWhen: C[]
}

export type Step = { question: GuideQuestion; answer: string }

/**
 * Where the answers lead. `path` is what was asked and answered on the way, in order; answers to questions that are not
 * on the way count for nothing and are nobody's loss.
 */
export type Narrowed<M, C> = { path: Step[] } & (
  | { kind: 'question'; question: GuideQuestion; most: number }
  | { kind: 'guide'; slug: string }
  | { kind: 'checklist'; materials: (M & { open: boolean })[]; conditions: C[] }
)

type Target = { kind: 'question'; key: string } | { kind: 'guide'; slug: string } | { kind: 'end' }

/** Where an answer leads; without a word of its own to the question that stands next, after the last to the end. */
export function targetOf(questions: GuideQuestion[], question: GuideQuestion, answer: string): Target {
  const leadsTo = question.answers.find(({ key }) => key === answer)?.leadsTo
  if (leadsTo?.startsWith('guide:')) return { kind: 'guide', slug: leadsTo.slice(6) }
  if (leadsTo?.startsWith('question:')) return { kind: 'question', key: leadsTo.slice(9) }
  const next = leadsTo === 'end' ? undefined : questions[questions.indexOf(question) + 1]
  return next ? { kind: 'question', key: next.key } : { kind: 'end' }
}

/** Walks from the first question along the answers. Always ends: a question that comes again ends the way. */
export function narrowGuide<M extends { when: When[] }, C extends { when: When[] }>(
  guide: Narrowable<M, C>,
  answers: GuideAnswers,
): Narrowed<M, C> {
  const { questions } = guide
  const path: Step[] = []
  let question = questions[0]
  while (question && !path.some((step) => step.question === question)) {
    const answer = Object.hasOwn(answers, question.key) ? answers[question.key]! : ''
    if (answer !== unsure && !question.answers.some(({ key }) => key === answer))
      return { kind: 'question', question, most: longestFrom(questions, question, []), path }
    path.push({ question, answer })
    const target = targetOf(questions, question, answer)
    if (target.kind === 'guide') return { kind: 'guide', slug: target.slug, path }
    question = target.kind === 'question' ? questions.find(({ key }) => key === target.key) : undefined
  }
  return { kind: 'checklist', path, ...checklistOf(guide, path) }
}

/** What stays on the list. `open`: nobody could say yet whether it is needed. */
export function checklistOf<M extends { when: When[] }, C extends { when: When[] }>(
  guide: Pick<Narrowable<M, C>, 'materials' | 'conditionsWhen'>,
  path: Step[],
) {
  return {
    materials: guide.materials.flatMap((material) => {
      const need = needOf(material.when, path)
      return need === 'no' ? [] : [{ ...material, open: need === 'open' }]
    }),
    // Of use once its question was asked: before, one condition would contradict the next.
    conditions: guide.conditionsWhen.filter(
      ({ when }) =>
        needOf(when, path) !== 'no' &&
        when.every((rule) => path.some((step) => step.question.key === rule.question)),
    ),
  }
}

/**
 * Whether something is needed: of each question its rule names, one of the answers named must have been given. A question
 * that was not asked, or answered with “I am not sure”, leaves it open; it is never taken off the list for that.
 */
export function needOf(when: When[], path: Step[]): 'yes' | 'no' | 'open' {
  let open = false
  for (const key of new Set(when.map(({ question }) => question))) {
    const given = path.find(({ question }) => question.key === key)?.answer ?? unsure
    if (given === unsure) open = true
    else if (!when.some(({ question, answer }) => question === key && answer === given)) return 'no'
  }
  return open ? 'open' : 'yes'
}

/**
 * The list of a family by what it answered, what its answers take off the whole list, and what else matters for it.
 * `elsewhere`: its answers lead to another guide.
 */
export function ownList<M extends { when: When[] }, C extends { when: When[] }>(
  guide: Narrowable<M, C>,
  answers: GuideAnswers,
) {
  const { path, kind } = narrowGuide(guide, answers)
  const { materials, conditions } = checklistOf(guide, path)
  const waived = guide.materials.filter(({ when }) => needOf(when, path) === 'no')
  return { bring: materials, waived, conditions, elsewhere: kind === 'guide' }
}

/** In which situation a paper is needed; null: it is, for the family whose list this is. Without `open`: of the whole list. */
export const conditionOf = (paper: { neededWhen: string | null; when: When[]; open?: boolean }) =>
  paper.open === false && paper.when.length > 0 ? null : paper.neededWhen

/** How many questions may still come, this one included. */
function longestFrom(questions: GuideQuestion[], question: GuideQuestion, seen: GuideQuestion[]): number {
  if (seen.includes(question)) return 0
  const targets = [...question.answers.map(({ key }) => key), unsure].map((answer) =>
    targetOf(questions, question, answer),
  )
  const next = new Set(targets.flatMap((target) => (target.kind === 'question' ? [target.key] : [])))
  const rest = questions
    .filter(({ key }) => next.has(key))
    .map((each) => longestFrom(questions, each, [...seen, question]))
  return 1 + Math.max(0, ...rest)
}

/** Answers in an address: `q1.a1_q2.a2`. */
export const writeAnswers = (answers: GuideAnswers): string =>
  Object.entries(answers)
    .map(([question, answer]) => `${question}.${answer}`)
    .join('_')

export function readAnswers(text: string): GuideAnswers {
  const pairs = text.split('_').map((pair) => pair.split('.'))
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => pair.length === 2 && pair.every(Boolean)),
  )
}
