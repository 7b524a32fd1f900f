import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { Link } from 'react-router'
import { listTargets, type TargetQuery } from '../../api/broadcast-receipts.ts'
import { receiptText } from '../../ui/text/workbench/broadcast-receipts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { Loaded } from '../ui/loaded.tsx'

/** Whom it reached, or not, by name. The server writes down who looked. */
export function TargetsDialog(props: { id: string; query: TargetQuery; onClose: () => void }) {
  const { id, query, onClose } = props
  const pages = useInfiniteQuery({
    queryKey: ['broadcast', id, 'targets', query],
    queryFn: ({ pageParam }) => listTargets(id, { ...query, ...(pageParam && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  return (
    <Modal open title={receiptText.people} footer={null} onCancel={onClose}>
      <Loaded
        query={pages}
        empty={receiptText.nobody}
        isEmpty={({ pages: [first] }) => (first?.items.length ?? 0) === 0}
      >
        {({ pages: all }) => (
          <ul className="plain-list">
            {all
              .flatMap(({ items }) => items)
              .map((item) => (
                <li key={item.contactId ?? item.groupId ?? item.name} className="spread line">
                  <span>
                    {item.groupId ? (
                      <Link to={`/wechat/groups/${item.groupId}`}>{item.name || receiptText.nameless}</Link>
                    ) : (
                      item.name || receiptText.nameless
                    )}{' '}
                    <span className="quiet">{item.villageName}</span>
                  </span>
                  <span className="quiet">{item.at && momentText(item.at)}</span>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {pages.hasNextPage && (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {commonText.more}
        </Button>
      )}
    </Modal>
  )
}
