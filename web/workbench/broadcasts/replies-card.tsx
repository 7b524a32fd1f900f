import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listReplies } from '../../api/broadcast-receipts.ts'
import { receiptText } from '../../ui/text/workbench/broadcast-receipts.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'

/** What came back, with the way to each matter. */
export function RepliesCard({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['broadcast', id, 'replies'], queryFn: () => listReplies(id) })
  return (
    <Card title={receiptText.replies}>
      <p className="quiet gap-below">{receiptText.repliesHint}</p>
      <Loaded
        query={query}
        rows={2}
        empty={receiptText.noReplies}
        isEmpty={({ items, hidden }) => items.length + hidden === 0}
      >
        {({ items, hidden }) => (
          <>
            <ul className="plain-list">
              {items.map((reply) => (
                <li key={`${reply.conversationId} ${reply.at}`} className="line">
                  <div className="spread">
                    <Link to={`/inbox/all/${reply.conversationId}`}>
                      {reply.number} {reply.name}
                    </Link>
                    <span className="quiet">
                      {reply.villageName} {momentText(reply.at)}
                    </span>
                  </div>
                  <div>{reply.body}</div>
                </li>
              ))}
            </ul>
            {hidden > 0 && <p className="quiet">{receiptText.hiddenReplies(hidden)}</p>}
          </>
        )}
      </Loaded>
    </Card>
  )
}
