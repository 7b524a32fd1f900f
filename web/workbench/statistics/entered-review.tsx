import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ReviewSample, takeBackReview } from '../../api/reviews.ts'
import { reviewText } from '../../ui/text/workbench/reviews.ts'
import { momentText } from '../../ui/time.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** One review as it was entered; a wrong one is taken back by who entered it, or by the chief. */
export function EnteredReview({ review }: { review: ReviewSample['entered'][number] }) {
  const [asking, setAsking] = useState(false)
  const takeBack = useDeed((reason: string) => takeBackReview(review.reviewId, reason), {
    said: reviewText.takenBackNow,
    touches: [['reviews'], ['statistics'], ['figure-rows']],
    onDone: () => setAsking(false),
  })
  const { takenBack } = review
  const place = review.kind === 'case' ? `/cases/${review.id}` : `/inbox/all/${review.id}`
  return (
    <li className="spread line">
      <div>
        <Link to={place}>{review.number}</Link>{' '}
        <span className={takenBack ? 'struck' : undefined}>
          {review.wasEmergency ? reviewText.was : reviewText.wasNot}
          {review.note && ` · ${review.note}`}
        </span>
        <div className="quiet">
          {reviewText.entered(momentText(review.reviewedAt), review.reviewedBy ?? '')}
        </div>
        {takenBack && (
          <div className="quiet">
            {reviewText.takenBack(momentText(takenBack.at), takenBack.by ?? '', takenBack.why)}
          </div>
        )}
      </div>
      {review.mayTakeBack && <Button onClick={() => setAsking(true)}>{reviewText.takeBack}</Button>}
      {asking && (
        <ReasonDialog
          title={`${review.number} · ${reviewText.takeBack}`}
          label={reviewText.takeBackWhy}
          danger
          max={500}
          busy={takeBack.isPending}
          onReason={(reason) => takeBack.mutate(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
