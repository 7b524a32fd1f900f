import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Link } from 'react-router'
import {
  type BroadcastFilter,
  type BroadcastKind,
  broadcastFilters,
  broadcastKinds,
} from '../../../contract/vocabulary.ts'
import { type Broadcast, listBroadcasts } from '../../api/broadcasts.ts'
import { templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import {
  aboutWords,
  broadcastText,
  channelWords,
  filterWords,
  kindWords,
  stateWords,
  urgencyWords,
} from '../../ui/text/workbench/broadcasts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { broadcastFigures } from './broadcast-figures.ts'
import { stateTone, urgencyTone } from './tones.ts'
import './broadcasts.css'

/** What the station tells the villages: what waits for approval, what goes out and what went. */
export function BroadcastsPage() {
  const may = useMay()
  const { get, set } = useFilters()
  const figures = useQuery(broadcastFigures)
  const filters = {
    filter: (get('filter') as BroadcastFilter) ?? 'all',
    kind: get('kind') as BroadcastKind | undefined,
    query: get('text'),
  }
  const query = useInfiniteQuery({
    queryKey: ['broadcasts', 'list', filters],
    queryFn: ({ pageParam, signal }) => listBroadcasts({ ...filters, after: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const waiting = figures.data?.toApprove ?? 0
  return (
    <Page
      title={broadcastText.title}
      actions={
        may('broadcasts.write') && (
          <>
            <Link to="/broadcasts/alerts">
              <Button tabIndex={-1}>{templateText.fromAlert}</Button>
            </Link>
            <Link to="/broadcasts/templates">
              <Button tabIndex={-1}>{templateText.fromTemplate}</Button>
            </Link>
            <Link to="/broadcasts/compose">
              <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
                {broadcastText.write}
              </Button>
            </Link>
          </>
        )
      }
    >
      {waiting > 0 && filters.filter !== 'to_approve' && (
        <button type="button" className="broadcast-waiting" onClick={() => set('filter', 'to_approve')}>
          {broadcastText.toApprove(waiting)}
        </button>
      )}
      <div className="filters">
        <Select
          value={filters.filter}
          aria-label={commonText.status}
          onChange={(filter) => set('filter', filter === 'all' ? null : filter)}
          options={broadcastFilters.map((value) => ({ value, label: filterWords[value] }))}
        />
        <Select
          allowClear
          value={filters.kind}
          aria-label={broadcastText.kind}
          placeholder={broadcastText.allKinds}
          onChange={(kind) => set('kind', kind)}
          options={broadcastKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        <SearchField
          value={get('text')}
          hint={broadcastText.searchHint}
          onSearch={(text) => set('text', text)}
        />
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={broadcastText.empty}
      >
        {({ pages }) => (
          <ul className="plain-list card flush">
            {pages
              .flatMap(({ items }) => items)
              .map((broadcast) => (
                <Row key={broadcast.id} broadcast={broadcast} />
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Page>
  )
}

function Row({ broadcast }: { broadcast: Broadcast }) {
  const { kind, urgency, state, about } = broadcast
  return (
    <li>
      <Link to={`/broadcasts/${broadcast.id}`} className="list-row">
        <div className="spread">
          <b>{broadcast.title || broadcastText.noTitle}</b>
          <DotTag tone={stateTone[state]}>{stateWords[state]}</DotTag>
        </div>
        <div className="quiet">
          {broadcast.number} · {kindWords[kind]} · <VillageNames ids={broadcast.villageIds} /> ·{' '}
          {broadcastText.madeBy(broadcast.madeBy.name, momentText(broadcast.startedAt ?? broadcast.madeAt))}
        </div>
        <div className="button-row">
          {urgency !== 'ordinary' && <DotTag tone={urgencyTone[urgency]}>{urgencyWords[urgency]}</DotTag>}
          {about && (
            <DotTag tone="amber">{broadcastText.aboutIt(aboutWords[about.how], about.number)}</DotTag>
          )}
          {broadcast.mayApprove === 'yes' && <DotTag tone="violet">{filterWords.to_approve}</DotTag>}
          {broadcast.startsAt && (
            <span className="quiet">{broadcastText.startsAt(momentText(broadcast.startsAt))}</span>
          )}
          <span className="quiet">
            {broadcast.channels.map((channel) => channelWords[channel]).join('、')}
          </span>
        </div>
      </Link>
    </li>
  )
}

export function VillageNames({ ids }: { ids: string[] | null }) {
  const villages = useVillages()
  if (ids === null) return broadcastText.wholeTown
  return villages
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join('、')
}
