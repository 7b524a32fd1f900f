import { Button } from 'antd'
import { useState } from 'react'
import type { Case } from '../../api/cases.ts'
import { caseText, searchTellerWords } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { durationText, momentText } from '../../ui/time.ts'
import { OwnSearchDialog } from './own-search-dialog.tsx'

/** The line of the facts that says how long she had searched herself before she asked. */
export function CaseOwnSearch({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [writing, setWriting] = useState(false)
  const { ownSearch } = data
  const told = data.outcomes[0] && !data.outcomes[0].reopenedAt && data.outcomes[0].toldAt
  const mayWrite = !readOnly && !told && data.status !== 'closed'
  if (data.kind !== 'help' && !ownSearch) return null
  return (
    <>
      <dt>{caseText.ownSearchShort}</dt>
      <dd>
        {ownSearch ? (
          <>
            <b>
              {ownSearch.minutes === 0 ? caseText.ownSearchNone : durationText(ownSearch.minutes * 60_000)}
            </b>{' '}
            <span className="quiet">
              {caseText.saidByTo(
                searchTellerWords[ownSearch.saidBy],
                ownSearch.officer?.name ?? '',
                momentText(ownSearch.recordedAt),
              )}
            </span>
          </>
        ) : (
          <span className="quiet">{caseText.ownSearchUnknown}</span>
        )}{' '}
        {mayWrite && data.kind === 'help' && (
          <Button size="small" onClick={() => setWriting(true)}>
            {ownSearch ? commonText.change : caseText.record}
          </Button>
        )}
        {writing && <OwnSearchDialog data={data} onClose={() => setWriting(false)} />}
      </dd>
    </>
  )
}
