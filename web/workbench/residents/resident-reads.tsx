import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listResidentReads } from '../../api/people.ts'
import { eventWords } from '../../ui/text/workbench/audit.ts'
import { personText } from '../../ui/text/workbench/person.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'

const most = 30

/** Who has looked at her entry and her matters; fetched only when asked for. */
export function ResidentReads({ residentId }: { residentId: string }) {
  const [asked, setAsked] = useState(false)
  const query = useQuery({
    queryKey: ['contact-reads', residentId],
    queryFn: () => listResidentReads(residentId),
    enabled: asked,
  })
  return (
    <Card title={personText.reads}>
      <p className="quiet">{personText.readsHint}</p>
      {!asked && (
        <Button type="link" className="bare-link" onClick={() => setAsked(true)}>
          {personText.showReads}
        </Button>
      )}
      {asked && (
        <Loaded query={query} isEmpty={({ items }) => items.length === 0} empty={personText.noReads} rows={2}>
          {({ items }) => (
            <ul className="plain-list">
              {items.slice(0, most).map((look) => (
                <li key={`${look.at} ${look.officerId} ${look.name}`}>
                  {look.officerName}{' '}
                  <span className="quiet">
                    {eventWords[look.name]} · {momentText(look.at)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </Card>
  )
}
