import { useState } from 'react'
import { offices } from '../../../contract/vocabulary.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { answerOwnReferral, type ReferralAnswer } from '../../api/office-referrals.ts'
import type { ResidentConversation } from '../../api/resident-inbox.ts'
import { PhoneLink } from '../shell/phone-link.tsx'
import { matterText } from '../text/matter.ts'

type Referral = ResidentConversation['referrals'][number]

/** The other office with its number to tap, and once she was asked, whether it was done there. */
export function ReferralCard(props: { referral: Referral; reload: () => Promise<void> }) {
  const { referral, reload } = props
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  async function say(answer: ReferralAnswer) {
    setBusy(true)
    setTrouble('')
    try {
      await answerOwnReferral(referral.id, answer)
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
    }
    await reload()
    setBusy(false)
  }
  return (
    <section className="card">
      <h2>{matterText.otherOffice(offices[referral.office].name)}</h2>
      <PhoneLink number={referral.phone} />
      {referral.answer ? (
        <p role="status">{referral.answer === 'done' ? matterText.officeDone : matterText.officeNotDone}</p>
      ) : referral.askedAt ? (
        <>
          <p>
            <b>{matterText.officeAsked}</b>
          </p>
          <div className="row">
            <button type="button" className="button" disabled={busy} onClick={() => void say('done')}>
              {matterText.officeYes}
            </button>
            <button
              type="button"
              className="button outline"
              disabled={busy}
              onClick={() => void say('not_done')}
            >
              {matterText.officeNo}
            </button>
          </div>
        </>
      ) : (
        <p className="soft">{matterText.officeLater}</p>
      )}
      <p className="trouble" role="alert">
        {trouble}
      </p>
    </section>
  )
}
