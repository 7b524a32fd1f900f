import type { Case } from '../../api/cases.ts'
import { caseStatusWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

export function CaseTimeline({ data }: { data: Case }) {
  return (
    <Card title={caseText.timeline}>
      <ol className="plain-list steps">
        {data.statusChanges.map((change) => (
          <li key={change.id}>
            <b>{caseStatusWords[change.status]}</b>{' '}
            <span className="quiet">
              {change.byResident ? caseText.byResident : change.officer?.name} {momentText(change.changedAt)}
            </span>
            {change.note && <p className="pre-line">{change.note}</p>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
