import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listConversations } from '../../api/inbox.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { momentText } from '../../ui/time.ts'
import { scenarioTone } from '../inbox/scenario-tone.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'

/** Everything one contact asked, open matters first. */
export function ContactMatters({ contactId }: { contactId: string }) {
  const [open, closed] = useQueries({
    queries: (['all', 'closed'] as const).map((queue) => ({
      queryKey: ['conversations', { contactId, queue }],
      queryFn: () => listConversations({ contactId, queue, limit: 20 }),
    })),
  })
  const items = [...(open?.data?.items ?? []), ...(closed?.data?.items ?? [])]
  const unique = [...new Map(items.map((item) => [item.id, item])).values()]
  return (
    <Card title={residentText.matters}>
      {unique.length === 0 && <p className="quiet">{residentText.noMatters}</p>}
      <ul className="plain-list">
        {unique.map((item) => (
          <li key={item.id} className="line">
            <Link to={`/inbox/${item.closedAt ? 'closed' : 'all'}/${item.id}`}>
              {item.preview || item.number}
            </Link>
            <div className="quiet">
              <DotTag tone={scenarioTone[item.scenario]}>{scenarioWords[item.scenario]}</DotTag> {item.number}{' '}
              · {momentText(item.lastMessageAt)}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
