import { type SaidPaper, sayPaper } from '../../../contract/list-materials.ts'
import { conditionOf } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'

/** A family's own list. `whole`: how many papers the guide has. */
export type SaidList = {
  bring: readonly SaidPaper[]
  conditions: readonly string[]
  whole: number
  elsewhere: boolean
}

/**
 * What to bring as sentences of a message: first what is certain, then what hangs on something nobody has answered yet,
 * each with its condition, then what else matters for this family. Empty for a guide without papers.
 */
export function sayWhatToBring({ bring, conditions, whole, elsewhere }: SaidList): string {
  // As on her page: papers for what she does not need would send her the wrong way.
  if (elsewhere) return '照您说的情况，要办的可能是别的事，来之前请先问我们一句，带什么到时候告诉您。'
  const brought = bring.filter(isBrought)
  const besides = conditions.map((line) => `${line.replace(/[。；]$/, '')}。`).join('')
  if (brought.length === 0) return whole > 0 ? `不用带材料。${besides}` : besides
  const [certain, open] = [brought.filter((paper) => !conditionOf(paper)), brought.filter(conditionOf)]
  return [
    certain.length > 0 ? `请带好：${certain.map(sayPaper).join('；')}。` : '',
    open.length > 0 ? `看您家情况，也许还要：${open.map(sayPaper).join('；')}。` : '',
    besides,
  ].join('')
}
