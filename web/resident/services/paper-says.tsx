import type { Material } from '../../api/public-guides.ts'
import { formWords, guideText } from '../text/guides.ts'

/** How a paper is wanted: the thing itself or a copy, how many, what replaces it, and what else is to be said of it. */
export function PaperSays(props: {
  paper: Pick<Material, 'form' | 'copies' | 'electronic' | 'shared'> & { advice: string | null }
}) {
  const { form, copies, electronic, shared, advice } = props.paper
  return (
    <>
      <span className="soft">
        {copies > 1 ? `${formWords[form]} ${guideText.copies(copies)}` : formWords[form]}
      </span>
      {electronic ? <span className="soft">{guideText.electronic}</span> : null}
      {shared ? <span className="soft">{guideText.shared}</span> : null}
      {advice ? <span className="soft">{advice}</span> : null}
    </>
  )
}
