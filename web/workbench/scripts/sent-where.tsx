import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { listSendings, type Script } from '../../api/scripts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { addDays, momentText, stationDay } from '../../ui/time.ts'
import { useVillages } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { VillageSelect } from '../ui/village-select.tsx'

const spans = [30, 90, 365]

/** The messages that keep a version of a script, by time and village; at first those of versions not in use any more. */
export function SentWhere({ script }: { script: Script }) {
  const villages = useVillages()
  const [filter, setFilter] = useState({ old: true, days: 0, villageId: undefined as string | undefined })
  const asked = {
    old: filter.old,
    ...(filter.days ? { from: addDays(stationDay(), -filter.days) } : {}),
    ...(filter.villageId ? { villageId: filter.villageId } : {}),
  }
  const query = useInfiniteQuery({
    queryKey: ['script', script.id, 'sendings', asked],
    queryFn: ({ pageParam }) =>
      listSendings(script.id, { ...asked, limit: 20, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const nameOf = (id: string | null) =>
    villages.find((village) => village.id === id)?.name ?? scriptText.unknownVillage
  return (
    <Card title={scriptText.sendings}>
      <div className="filters">
        <Select
          aria-label={scriptText.versions}
          value={filter.old}
          onChange={(old) => setFilter({ ...filter, old })}
          options={[
            { value: true, label: scriptText.sendingsOld },
            { value: false, label: scriptText.sendingsAll },
          ]}
        />
        <Select
          aria-label={scriptText.sendingsSpan}
          value={filter.days}
          onChange={(days) => setFilter({ ...filter, days })}
          options={[
            { value: 0, label: scriptText.everyTime },
            ...spans.map((value) => ({ value, label: scriptText.lastDays(value) })),
          ]}
        />
        <VillageSelect
          value={filter.villageId}
          onChange={(villageId) => setFilter({ ...filter, villageId })}
        />
      </div>
      <Loaded
        query={query}
        rows={2}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={scriptText.sendingsNone}
      >
        {({ pages }) => (
          <>
            <p className="quiet">{scriptText.sendingsCount(pages[0]?.total ?? 0)}</p>
            <ul className="plain-list">
              {pages
                .flatMap(({ items }) => items)
                .map((sending) => (
                  <li key={`${sending.messageId} ${sending.version}`} className="line spread">
                    <Link to={`/inbox/all/${sending.conversationId}`}>{sending.number}</Link>
                    <span className="quiet">
                      {nameOf(sending.villageId)} · {scriptText.version(sending.version)} ·{' '}
                      {momentText(sending.sentAt)}
                    </span>
                  </li>
                ))}
            </ul>
          </>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Card>
  )
}
