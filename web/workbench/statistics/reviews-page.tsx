import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { listReviews } from '../../api/reviews.ts'
import { reviewText } from '../../ui/text/workbench/reviews.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { stationDay } from '../../ui/time.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { EnteredReview } from './entered-review.tsx'
import { ReviewRow } from './review-row.tsx'

/** The calendar month before a month YYYY-MM. */
function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7)
}

/** A second look at a few closed matters, drawn by chance: what the diversion rate is to be believed by. */
export function ReviewsPage() {
  const thisMonth = stationDay().slice(0, 7)
  const [month, setMonth] = useState(monthBefore(thisMonth))
  const query = useQuery({ queryKey: ['reviews', month], queryFn: () => listReviews(month) })
  return (
    <Page title={reviewText.title} above={<Link to="/statistics">{statisticsText.title}</Link>}>
      <p className="quiet gap-below">{reviewText.hint}</p>
      <Segmented
        className="gap-below"
        value={month}
        onChange={setMonth}
        options={[
          { value: monthBefore(thisMonth), label: reviewText.lastMonth },
          { value: thisMonth, label: reviewText.thisMonth },
        ]}
      />
      <Loaded query={query} rows={8}>
        {({ drawn, reviewed, own, items, entered }) => (
          <>
            <section className="card">
              <p role="status">
                <b>{reviewText.progress(drawn, reviewed)}</b>
                {own > 0 && <span className="quiet"> {reviewText.own(own)}</span>}
              </p>
              <ul className="plain-list">
                {items.map((item) => (
                  <ReviewRow key={item.id} month={month} item={item} />
                ))}
              </ul>
              {items.length === 0 && <p className="quiet gap-above">{reviewText.empty}</p>}
            </section>
            {entered.length > 0 && (
              <section className="card gap-above">
                <h2>{reviewText.enteredTitle}</h2>
                <ul className="plain-list">
                  {entered.map((review) => (
                    <EnteredReview key={review.reviewId} review={review} />
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
