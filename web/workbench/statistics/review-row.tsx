import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type ReviewSample, reviewMatter } from '../../api/reviews.ts'
import { scenarioWords, settlementWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { reviewText } from '../../ui/text/workbench/reviews.ts'
import { momentText } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** One matter of the sample: to be opened and read, then judged. */
export function ReviewRow({ month, item }: { month: string; item: ReviewSample['items'][number] }) {
  const [saying, setSaying] = useState<'was' | 'wasNot'>()
  const review = useDeed(
    (note: string) =>
      reviewMatter({ month, kind: item.kind, id: item.id, wasEmergency: saying === 'was', note }),
    {
      said: reviewText.done,
      touches: [['reviews'], ['statistics'], ['figure-rows']],
      onDone: () => setSaying(undefined),
    },
  )
  const place = item.kind === 'case' ? `/cases/${item.id}` : `/inbox/all/${item.id}`
  return (
    <li className="spread line">
      <div>
        <Link to={place}>{item.number}</Link> {item.title}
        <div className="quiet">
          {item.villageName ?? commonText.unknownVillage} ·{' '}
          {reviewText.closed(momentText(item.closedAt), item.closedBy ?? '')}{' '}
          <DotTag>{scenarioWords[item.scenario]}</DotTag> <DotTag>{settlementWords[item.settlement]}</DotTag>
        </div>
      </div>
      <span className="button-row">
        <Button onClick={() => setSaying('wasNot')}>{reviewText.wasNot}</Button>
        <Button danger onClick={() => setSaying('was')}>
          {reviewText.was}
        </Button>
      </span>
      {saying && (
        <ReasonDialog
          title={`${item.number} · ${reviewText[saying]}`}
          label={saying === 'was' ? reviewText.why : reviewText.note}
          optional={saying === 'wasNot'}
          danger={saying === 'was'}
          max={500}
          busy={review.isPending}
          onReason={(note) => review.mutate(note)}
          onClose={() => setSaying(undefined)}
        />
      )}
    </li>
  )
}
