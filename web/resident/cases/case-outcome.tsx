import { useState } from 'react'
import { type ResidentCase, rateCase } from '../../api/resident-cases.ts'
import { momentText } from '../../ui/time.ts'
import { RatingForm, verdictText } from '../inbox/rating-form.tsx'
import { caseText } from '../text/cases.ts'
import { matterText } from '../text/matter.ts'

/** What came of it, and whether it helped. The latest word counts, so it may be said again. */
export function CaseOutcome(props: { matter: ResidentCase; reload: () => Promise<void> }) {
  const { id, outcome } = props.matter
  const [thanks, setThanks] = useState('')
  const [again, setAgain] = useState(false)
  if (!outcome) {
    return thanks ? (
      <p className="notice" role="status">
        {thanks}
      </p>
    ) : null
  }
  const rating = again ? null : outcome.rating
  return (
    <section className="card outcome">
      <h2>{caseText.outcome}</h2>
      <p className="said">{outcome.words}</p>
      <p className="soft">{matterText.closedAt(momentText(outcome.decidedAt))}</p>
      {thanks ? <p role="status">{thanks}</p> : null}
      {rating ? (
        <>
          <p>{matterText.youSaid(verdictText[rating.verdict])}</p>
          {rating.words ? <p className="said soft">{rating.words}</p> : null}
          <button type="button" className="button outline small" onClick={() => setAgain(true)}>
            {matterText.change}
          </button>
        </>
      ) : (
        <RatingForm
          note={matterText.changeable}
          offerReopen
          send={async (body) => {
            const { reopened } = await rateCase(id, body)
            setAgain(false)
            setThanks(reopened ? matterText.reopened : matterText.thanks)
            await props.reload()
          }}
        />
      )}
    </section>
  )
}
