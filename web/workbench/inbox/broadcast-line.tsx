import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listBroadcastsOf } from '../../api/broadcast-receipts.ts'
import { receiptText } from '../../ui/text/workbench/broadcast-receipts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

/** The broadcasts after which this matter was written: what she says may be about them. */
export function BroadcastLine({ conversationId }: { conversationId: string }) {
  const { data } = useQuery({
    queryKey: ['conversation', conversationId, 'broadcasts'],
    queryFn: () => listBroadcastsOf(conversationId),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Card title={receiptText.answersTo}>
      <ul className="plain-list">
        {data.items.map(({ id, title, number, at }) => (
          <li key={id} className="spread line">
            <Link to={`/broadcasts/${id}`}>{title}</Link>
            <span className="quiet">
              {number} · {momentText(at)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
