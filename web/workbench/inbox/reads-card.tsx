import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listReads } from '../../api/residents.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'

/** Who has looked at this person's matters; fetched only when asked for. */
export function ReadsCard({ contactId }: { contactId: string }) {
  const [asked, setAsked] = useState(false)
  const query = useQuery({
    queryKey: ['contact-reads', contactId],
    queryFn: () => listReads(contactId),
    enabled: asked,
  })
  if (!asked) {
    return (
      <Button type="link" onClick={() => setAsked(true)}>
        {inboxText.seenBy}
      </Button>
    )
  }
  return (
    <Card title={inboxText.seenBy}>
      <Loaded query={query} isEmpty={({ items }) => items.length === 0} rows={2}>
        {({ items }) => (
          <ul className="plain-list">
            {items.slice(0, 20).map((look) => (
              <li key={`${look.at} ${look.officerId}`}>
                {look.officerName} <span className="quiet">{momentText(look.at)}</span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  )
}
