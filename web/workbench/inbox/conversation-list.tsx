import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import type { Channel, InboxQueue, Scenario } from '../../../contract/vocabulary.ts'
import { listConversations } from '../../api/inbox.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { Loaded } from '../ui/loaded.tsx'
import { ConversationRow } from './conversation-row.tsx'

export function ConversationList({ queue, chosen }: { queue: InboxQueue; chosen: string | undefined }) {
  const [search] = useSearchParams()
  const { id } = useParams()
  const filters = {
    queue,
    channel: (search.get('channel') as Channel) ?? undefined,
    scenario: (search.get('scenario') as Scenario) ?? undefined,
    villageId: search.get('village') ?? undefined,
    contactId: search.get('contact') ?? undefined,
  }
  const query = useInfiniteQuery({
    queryKey: ['conversations', filters],
    queryFn: ({ pageParam, signal }) =>
      listConversations({ ...filters, after: pageParam, limit: 40 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <div className="conversation-list">
      <Loaded
        query={query}
        rows={12}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={queue === 'waiting' ? inboxText.emptyWaiting : inboxText.empty}
      >
        {({ pages }) => (
          <ul className="plain-list">
            {pages
              .flatMap(({ items }) => items)
              .map((item) => (
                <ConversationRow
                  key={item.id}
                  item={item}
                  chosen={item.id === (chosen ?? id)}
                  to={`/inbox/${queue}/${item.id}?${search}`}
                />
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button
          block
          type="text"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {commonText.loadMore}
        </Button>
      )}
    </div>
  )
}
