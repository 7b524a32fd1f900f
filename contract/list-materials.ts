import { conditionOf } from './narrow-guide.ts'
import { isBrought, type Material } from './services.ts'

/** A paper of the guide's whole list, or of a family's own: there `open` says whether it is decided yet. */
export type SaidPaper = Pick<Material, 'name' | 'form' | 'copies' | 'shared' | 'neededWhen' | 'when'> & {
  open?: boolean
}

/** What to bring in one line for a script: “身份证；户口簿（2份）；结婚证（属婚姻变动的）”. Only what is got ready at home. */
export function listMaterials(papers: readonly SaidPaper[]): string {
  return papers.filter(isBrought).map(sayPaper).join('；')
}

/** The same of a family's own list; null where its answers lead to another guide, whose papers are others. */
export function listFact(list: { bring: readonly SaidPaper[]; elsewhere: boolean }): string | null {
  return list.elsewhere ? null : listMaterials(list.bring)
}

/** '户口簿（2份）'. */
export function sayPaper(paper: SaidPaper): string {
  const remarks = [paper.copies > 1 ? `${paper.copies}份` : null, conditionOf(paper)].filter(Boolean)
  return remarks.length > 0 ? `${paper.name}（${remarks.join('，')}）` : paper.name
}
