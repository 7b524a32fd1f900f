import { Button } from 'antd'
import { useState } from 'react'
import type { Case, CaseClock } from '../../api/cases.ts'
import { clockWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { durationText, momentText } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { type ClockDeed, ClockDialog } from './clock-dialog.tsx'

/** The deadlines with what is left of them; every pause and extension keeps its reason. */
export function CaseClocks({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [deed, setDeed] = useState<ClockDeed>()
  return (
    <Card
      title={caseText.clocks}
      extra={
        !readOnly && (
          <Button size="small" onClick={() => setDeed({ change: 'promise' })}>
            {caseText.promise}
          </Button>
        )
      }
    >
      {data.clocks.length === 0 && <p className="quiet">{caseText.noDue}</p>}
      {data.clocks.map((clock) => (
        <Clock key={clock.id} clock={clock} onDeed={readOnly ? undefined : setDeed} />
      ))}
      {deed && <ClockDialog caseId={data.id} deed={deed} onClose={() => setDeed(undefined)} />}
    </Card>
  )
}

function Clock({ clock, onDeed }: { clock: CaseClock; onDeed: ((deed: ClockDeed) => void) | undefined }) {
  const now = useNow(30_000)
  const left = Date.parse(clock.dueAt) - now
  const running = !clock.stoppedAt && !clock.pausedAt
  return (
    <div className={`clock ${clock.overdue ? 'overdue' : ''}`}>
      <div className="spread">
        <span>
          {clockWords[clock.kind]} <span className="quiet">{momentText(clock.dueAt)}</span>
        </span>
        <b>
          {running && (left >= 0 ? caseText.left(durationText(left)) : caseText.over(durationText(left)))}
          {clock.stoppedAt && <DotTag tone={clock.overdue ? 'red' : 'green'}>{caseText.stopped}</DotTag>}
          {clock.pausedAt && !clock.stoppedAt && <DotTag tone="violet">{caseText.paused}</DotTag>}
        </b>
      </div>
      {clock.changes.map((change) => (
        <p key={change.id} className="quiet">
          {momentText(change.changedAt)} {change.officer?.name} {caseText[change.change]}
          {change.workingDays ? ` +${change.workingDays}` : ''}：{change.reason}
        </p>
      ))}
      {onDeed && !clock.stoppedAt && clock.kind !== 'first_answer' && (
        <div className="button-row">
          {clock.pausedAt ? (
            <Button size="small" type="text" onClick={() => onDeed({ change: 'resume', clockId: clock.id })}>
              {caseText.resume}
            </Button>
          ) : (
            <Button size="small" type="text" onClick={() => onDeed({ change: 'pause', clockId: clock.id })}>
              {caseText.pause}
            </Button>
          )}
          <Button size="small" type="text" onClick={() => onDeed({ change: 'extend', clockId: clock.id })}>
            {caseText.extend}
          </Button>
        </div>
      )}
    </div>
  )
}
