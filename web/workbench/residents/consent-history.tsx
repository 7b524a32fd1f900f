import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listConsents } from '../../api/people.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import {
  consentStateWords,
  consentWayWords,
  personText,
  purposeWords,
} from '../../ui/text/workbench/person.ts'
import { momentText } from '../../ui/time.ts'
import { Loaded } from '../ui/loaded.tsx'

/** All that was ever answered; fetched only when asked for, since that is a look too. */
export function ConsentHistory({ residentId }: { residentId: string }) {
  const [asked, setAsked] = useState(false)
  const query = useQuery({
    queryKey: ['resident-consents', residentId],
    queryFn: () => listConsents(residentId),
    enabled: asked,
  })
  if (!asked) {
    return (
      <Button type="link" className="bare-link gap-above" onClick={() => setAsked(true)}>
        {personText.history}
      </Button>
    )
  }
  return (
    <Loaded query={query} rows={2} isEmpty={({ items }) => items.length === 0} empty={commonText.none}>
      {({ items }) => (
        <ul className="plain-list gap-above">
          {items.map((line) => (
            <li key={line.id}>
              {purposeWords[line.purpose]}：{consentStateWords[line.state]}{' '}
              <span className="quiet">
                {personText.sinceBy(
                  momentText(line.recordedAt),
                  consentWayWords[line.how],
                  line.recordedBy ?? '',
                )}
                {line.note && ` · ${line.note}`} {line.void && `（${personText.void}）`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}
