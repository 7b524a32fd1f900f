import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import type { LeftOutReason } from '../../../contract/vocabulary.ts'
import { listLeftOut } from '../../api/broadcasts.ts'
import { broadcastText, reasonWords } from '../../ui/text/workbench/broadcasts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useVillages } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'

/** Who is left out for a reason, by name. That somebody looked is written down. */
export function LeftOutDialog(props: {
  id: string
  channel: 'contacts' | 'groups'
  reason: LeftOutReason
  onClose: () => void
}) {
  const { id, channel, reason } = props
  const villages = useVillages()
  const query = useInfiniteQuery({
    queryKey: ['broadcast', id, 'left-out', channel, reason],
    queryFn: ({ pageParam }) => listLeftOut(id, { channel, reason, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const villageName = (villageId: string | null) =>
    villages.find((village) => village.id === villageId)?.name ?? commonText.unknownVillage
  return (
    <Modal
      open
      footer={null}
      title={`${broadcastText.leftOutWho} · ${reasonWords[reason]}`}
      onCancel={props.onClose}
    >
      <Loaded
        query={query}
        rows={5}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={commonText.none}
      >
        {({ pages }) => (
          <ul className="plain-list broadcast-names">
            {pages
              .flatMap(({ items }) => items)
              .map((each) => (
                <li key={each.contactId ?? each.groupId} className="line spread">
                  <span>{each.name || broadcastText.noName}</span>
                  <span className="quiet">{villageName(each.villageId)}</span>
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Modal>
  )
}
