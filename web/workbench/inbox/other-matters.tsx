import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type Conversation, listConversations } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

/** What the same person asked at other times, so that nobody has to tell it twice. */
export function OtherMatters({ data }: { data: Conversation }) {
  const contactId = data.contact.id
  const wanted = data.contact.otherConversations > 0
  const open = useQuery({
    queryKey: ['conversations', { contactId, queue: 'all' }],
    queryFn: () => listConversations({ contactId, queue: 'all', limit: 10 }),
    enabled: wanted,
  })
  const closed = useQuery({
    queryKey: ['conversations', { contactId, queue: 'closed' }],
    queryFn: () => listConversations({ contactId, queue: 'closed', limit: 10 }),
    enabled: wanted,
  })
  const items = [...(open.data?.items ?? []), ...(closed.data?.items ?? [])]
  const unique = [...new Map(items.map((item) => [item.id, item])).values()].filter(
    ({ id }) => id !== data.conversation.id,
  )
  return (
    <Card title={inboxText.otherMatters}>
      {unique.length === 0 ? (
        <p className="quiet">{inboxText.noOther}</p>
      ) : (
        <ul className="plain-list link-list">
          {unique.map((item) => (
            <li key={item.id}>
              <Link to={`/inbox/${item.closedAt ? 'closed' : 'all'}/${item.id}`}>
                <span className="one-line">{item.preview}</span>
                <span className="quiet">
                  {item.number} · {momentText(item.lastMessageAt)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
