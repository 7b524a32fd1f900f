import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Telling } from '../../../contract/vocabulary.ts'
import { type Case, showCaseDoor, tellOutcome } from '../../api/cases.ts'
import { settlementWords, toldWords, verdictWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** The result, whether the resident knows it, and what she says of it. */
export function CaseOutcomes({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const tell = useDeed((by: Telling | 'conversation') => tellOutcome(data.id, by), {
    touches: [['case', data.id]],
  })
  const untold = data.outcomes[0] && !data.outcomes[0].toldAt && !readOnly
  const door = useQuery({
    queryKey: ['case', data.id, 'door'],
    queryFn: () => showCaseDoor(data.id),
    enabled: !!untold,
  })
  if (data.outcomes.length === 0) return null
  return (
    <Card title={caseText.finishTitle}>
      {data.outcomes.map((outcome, index) => (
        <div key={outcome.id} className={outcome.reopenedAt ? 'line quiet' : 'line'}>
          <p>
            <DotTag tone="green">{settlementWords[outcome.settlement]}</DotTag>{' '}
            <span className="quiet">
              {outcome.officer?.name} {momentText(outcome.decidedAt)}
            </span>
          </p>
          <p className="pre-line">{outcome.words}</p>
          {outcome.toldAt ? (
            <p className="quiet">
              {momentText(outcome.toldAt)} {outcome.toldByChannel && toldWords[outcome.toldByChannel]}
            </p>
          ) : (
            <p>
              <DotTag tone="amber">{caseText.notTold}</DotTag>
            </p>
          )}
          {untold && index === 0 && (
            <div className="button-row gap-above">
              {door.data?.door && (
                <Button size="small" type="primary" onClick={() => tell.mutate('conversation')}>
                  {caseText.tellNow}
                </Button>
              )}
              <Button size="small" onClick={() => tell.mutate('phone')}>
                {caseText.tellPhone}
              </Button>
              <Button size="small" onClick={() => tell.mutate('walk_in')}>
                {caseText.tellCounter}
              </Button>
              <Button size="small" onClick={() => tell.mutate('writing')}>
                {caseText.tellWriting}
              </Button>
            </div>
          )}
          <p className="quiet">
            {outcome.rating
              ? `${caseText.rating}：${verdictWords[outcome.rating.verdict]} ${outcome.rating.words}`
              : outcome.toldAt && caseText.noRating}
          </p>
        </div>
      ))}
    </Card>
  )
}
