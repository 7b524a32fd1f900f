import { conditionOf } from '../../../contract/narrow-guide.ts'
import { isBrought, type Material } from '../../../contract/services.ts'

/** A paper of the guide's whole list, or of a family's own: there `open` says whether it is decided yet. */
export type SaidPaper = Pick<Material, 'name' | 'form' | 'copies' | 'shared' | 'neededWhen' | 'when'> & {
  open?: boolean
}

/** What to bring in one line for a script: “身份证；户口簿（2份）；结婚证（属婚姻变动的）”. Only what is got ready at home. */
export function listMaterials(papers: readonly SaidPaper[]): string {
  return papers.filter(isBrought).map(sayPaper).join('；')
}

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

function sayPaper(paper: SaidPaper): string {
  const remarks = [paper.copies > 1 ? `${paper.copies}份` : null, conditionOf(paper)].filter(Boolean)
  return remarks.length > 0 ? `${paper.name}（${remarks.join('，')}）` : paper.name
}
