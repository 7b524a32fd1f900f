import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import type { RatingBody } from '../../api/resident-inbox.ts'
import { matterText } from '../text/matter.ts'
import { shellText } from '../text/shell.ts'

type Verdict = RatingBody['verdict']
export const verdictText: Record<Verdict, string> = {
  helped: matterText.helped,
  not_helped: matterText.notHelped,
  objection: matterText.objection,
}
const verdicts: Verdict[] = ['helped', 'not_helped', 'objection']

/** Whether it helped: three buttons, then words if she likes, then a second tap, because an objection opens it again. */
export function RatingForm(props: {
  note: string
  offerReopen?: boolean
  send: (rating: RatingBody & { reopen?: boolean }) => Promise<void>
}) {
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const [words, setWords] = useState('')
  const [reopen, setReopen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  async function confirm() {
    if (!verdict) return
    setBusy(true)
    setTrouble('')
    try {
      await props.send({ verdict, words, ...(verdict === 'not_helped' && reopen ? { reopen } : {}) })
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
      setBusy(false)
    }
  }
  if (!verdict) {
    return (
      <div className="rating">
        <h3>{matterText.askRating}</h3>
        <div className="row">
          {verdicts.map((each) => (
            <button key={each} type="button" className="button outline" onClick={() => setVerdict(each)}>
              {verdictText[each]}
            </button>
          ))}
        </div>
      </div>
    )
  }
  return (
    <div className="rating">
      <h3>{verdictText[verdict]}</h3>
      {verdict === 'objection' ? <p>{matterText.objectionNote}</p> : null}
      {verdict === 'not_helped' && props.offerReopen ? (
        <label className="tick">
          <input type="checkbox" checked={reopen} onChange={(event) => setReopen(event.target.checked)} />
          {matterText.reopenToo}
        </label>
      ) : null}
      <label>
        {matterText.words}
        <textarea rows={3} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <p className="soft">{props.note}</p>
      <p className="trouble" role="alert">
        {trouble}
      </p>
      <div className="row">
        <button type="button" className="button" disabled={busy} onClick={() => void confirm()}>
          {matterText.confirmRating}
        </button>
        <button type="button" className="button outline" onClick={() => setVerdict(null)}>
          {shellText.cancel}
        </button>
      </div>
    </div>
  )
}
