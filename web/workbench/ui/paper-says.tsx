import { guideText } from '../../ui/text/workbench/services.ts'
import { DotTag } from './dot-tag.tsx'

/** How a paper is wanted: the thing itself or a copy, how many, what replaces it, and what else is to be said of it. */
export function PaperSays({
  paper,
}: {
  paper: {
    form: 'original' | 'copy' | 'form' | 'at_window'
    copies: number
    electronic: boolean
    shared: boolean
    advice: string | null
  }
}) {
  return (
    <>
      <span className="quiet">
        {guideText[paper.form]}
        {paper.copies > 1 && ` ${guideText.copies(paper.copies)}`}
      </span>{' '}
      {paper.shared && <DotTag tone="green">{guideText.shared}</DotTag>}{' '}
      {paper.electronic && <DotTag tone="blue">{guideText.electronic}</DotTag>}
      {paper.advice && <div className="quiet">{paper.advice}</div>}
    </>
  )
}
