import { conditionOf, type ownList } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'
import type { Guide } from '../../api/services.ts'
import { papersMessage } from '../../ui/text/sidebar.ts'

type Own = ReturnType<typeof ownList<Guide['materials'][number], Guide['conditionsWhen'][number]>>

/**
 * What to bring as one message: a numbered list that an old person can tick off with a pencil. Only what is got ready at
 * home: what the station finds itself or has at the window is asked of nobody.
 */
export function papersText(
  { name, timeLimit, notice }: Pick<Guide, 'name' | 'timeLimit' | 'notice'>,
  { bring, conditions }: Pick<Own, 'bring' | 'conditions'>,
): string {
  const lines = bring.filter(isBrought).map((paper, index) => {
    const remarks = [
      paper.copies > 1 || paper.form !== 'original'
        ? `${papersMessage.form[paper.form]}${paper.copies > 1 ? papersMessage.copies(paper.copies) : ''}`
        : '',
      conditionOf(paper) ?? '',
      paper.electronic ? papersMessage.electronic : '',
    ].filter(Boolean)
    return `${index + 1}. ${paper.name}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`
  })
  return [
    lines.length > 0 ? papersMessage.opening(name) : papersMessage.nothing(name),
    ...lines,
    ...conditions.map(({ text }) => papersMessage.mind(text)),
    papersMessage.limit(timeLimit),
    notice ?? '',
  ]
    .filter(Boolean)
    .join('\n')
    .slice(0, 2000)
}
