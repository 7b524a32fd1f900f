import { Button } from 'antd'
import { useState } from 'react'
import type { Role } from '../../../contract/vocabulary.ts'
import type { Case, CaseClock } from '../../api/cases.ts'
import { clockWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { dueText, durationText, momentText } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { useMe } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { type ClockDeed, ClockDialog } from './clock-dialog.tsx'

/** The deadlines with what is left of them; every pause and extension keeps its reason. */
export function CaseClocks({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [deed, setDeed] = useState<ClockDeed>()
  return (
    <Card
      className="case-clocks"
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
  const deeds = deedsOf(clock, left, useMe().officer.role)
  const running = !clock.stoppedAt && !clock.pausedAt
  return (
    <div className={`clock ${clock.overdue ? 'overdue' : ''}`}>
      <div className="spread">
        <span>
          {clockWords[clock.kind]} <span className="quiet">{dueText(clock.dueAt)}</span>
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
      {onDeed && deeds.length > 0 && (
        <div className="button-row">
          {deeds.map((change) => (
            <Button
              key={change}
              size="small"
              aria-label={`${clockWords[clock.kind]} ${caseText[change]}`}
              onClick={() => onDeed({ change, clockId: clock.id, kind: clock.kind })}
            >
              {caseText[change]}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

/** What the server would not refuse: a paused clock must run again first, one that has run out stays as it is. */
function deedsOf(clock: CaseClock, left: number, role: Role): ('pause' | 'resume' | 'extend')[] {
  if (clock.stoppedAt) return []
  if (clock.pausedAt) return ['resume']
  if (left < 0) return []
  // To put a deadline off is an officer's decision.
  return role === 'auxiliary' ? ['pause'] : ['pause', 'extend']
}
