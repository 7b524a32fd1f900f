import type { Guide } from '../../../contract/services.ts'

/** What a guide says beyond its columns: the document in `guides.content`. */
export type GuideContent = Pick<
  Guide,
  | 'conditions'
  | 'feeYuan'
  | 'feeNote'
  | 'timeLimit'
  | 'where'
  | 'online'
  | 'steps'
  | 'mistakes'
  | 'notAskedFor'
  | 'legalBasis'
  | 'askedAs'
  | 'needsCheck'
  | 'sameDay'
  | 'basisOn'
  | 'proxies'
  | 'plain'
  | 'questions'
  | 'conditionsWhen'
  | 'noPapers'
>

/** What a document written before these were asked for does not say. */
const unsaid: Pick<
  GuideContent,
  'sameDay' | 'basisOn' | 'proxies' | 'plain' | 'questions' | 'conditionsWhen' | 'noPapers'
> = {
  sameDay: false,
  basisOn: null,
  proxies: [],
  plain: [],
  questions: [],
  conditionsWhen: [],
  noPapers: false,
}

export const wholeContent = (content: object): GuideContent => ({ ...unsaid, ...(content as GuideContent) })

export const contentKeys = [
  'conditions',
  'feeYuan',
  'feeNote',
  'timeLimit',
  'where',
  'online',
  'steps',
  'mistakes',
  'notAskedFor',
  'legalBasis',
  'askedAs',
  'needsCheck',
  'sameDay',
  'basisOn',
  'proxies',
  'plain',
  'questions',
  'conditionsWhen',
  'noPapers',
] as const satisfies readonly (keyof GuideContent)[]

/** What is shown above a guide that waits for confirmation or whose day for being read again has passed. */
export function noticeOf(guide: { needsCheck: boolean; expired: boolean }): string | null {
  const notices = [
    ...(guide.expired ? ['这份指南已过复核日期，来之前请先打电话问一问'] : []),
    ...(guide.needsCheck ? ['以窗口核实为准'] : []),
  ]
  return notices.length > 0 ? `${notices.join('；')}。` : null
}
