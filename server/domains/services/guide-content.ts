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
>

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
] as const satisfies readonly (keyof GuideContent)[]

/** What is shown above a guide that waits for confirmation or whose day for being read again has passed. */
export function noticeOf(guide: { needsCheck: boolean; expired: boolean }): string | null {
  const notices = [
    ...(guide.expired ? ['这份指南已过复核日期，来之前请先打电话问一问'] : []),
    ...(guide.needsCheck ? ['以窗口核实为准'] : []),
  ]
  return notices.length > 0 ? `${notices.join('；')}。` : null
}
