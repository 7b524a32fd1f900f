import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import {
  type RumourFilter,
  type RumourTopic,
  rumourFilters,
  rumourTopics,
} from '../../../contract/vocabulary.ts'
import { listRumours, type Rumour } from '../../api/rumours.ts'
import { topicWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { filterWords, rumourText, stageWords } from '../../ui/text/workbench/rumours.ts'
import { momentText } from '../../ui/time.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { NewRumourDialog } from './new-rumour-dialog.tsx'
import { RumourFigures } from './rumour-figures.tsx'
import { stageTone } from './stage-tone.ts'
import './rumours.css'

/** What is told in the villages: what is late and who waits first. */
export function RumoursPage() {
  const may = useMay()
  const navigate = useNavigate()
  const { get, set } = useFilters()
  const [recording, setRecording] = useState(false)
  const filters = {
    filter: (get('filter') as RumourFilter) ?? 'open',
    topic: get('topic') as RumourTopic | undefined,
    villageId: get('village'),
    query: get('text'),
  }
  const query = useInfiniteQuery({
    queryKey: ['rumours', 'list', filters],
    queryFn: ({ pageParam, signal }) => listRumours({ ...filters, after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Page
      title={rumourText.title}
      actions={
        may('rumours.write') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
            {rumourText.newRumour}
          </Button>
        )
      }
    >
      <RumourFigures />
      <div className="filters">
        <Select
          value={filters.filter}
          aria-label={commonText.status}
          onChange={(filter) => set('filter', filter === 'open' ? null : filter)}
          options={rumourFilters.map((value) => ({ value, label: filterWords[value] }))}
        />
        <Select
          allowClear
          value={filters.topic}
          aria-label={rumourText.topic}
          placeholder={rumourText.allTopics}
          onChange={(topic) => set('topic', topic)}
          options={rumourTopics.map((value) => ({ value, label: topicWords[value] }))}
        />
        <VillageSelect value={filters.villageId} onChange={(village) => set('village', village)} />
        <SearchField
          value={get('text')}
          hint={rumourText.searchHint}
          onSearch={(text) => set('text', text)}
        />
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={rumourText.empty}
      >
        {({ pages }) => (
          <ul className="plain-list card flush">
            {pages
              .flatMap(({ items }) => items)
              .map((rumour) => (
                <Row key={rumour.id} rumour={rumour} />
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
      {recording && (
        <NewRumourDialog
          onClose={() => setRecording(false)}
          onRecorded={(id) => void navigate(`/rumours/${id}`)}
        />
      )}
    </Page>
  )
}

function Row({ rumour }: { rumour: Rumour }) {
  const { groups } = rumour
  return (
    <li>
      <Link to={`/rumours/${rumour.id}`} className="list-row">
        <div className="spread">
          <b>{rumour.words}</b>
          <DotTag tone={stageTone[rumour.stage]}>{stageWords[rumour.stage]}</DotTag>
        </div>
        <div className="quiet">
          {topicWords[rumour.topic]} · <VillageNames ids={rumour.villageIds} /> · {rumourText.firstHeard}{' '}
          {momentText(rumour.firstHeardAt)}
        </div>
        <div className="button-row">
          {rumour.due && <DotTag tone="red">{rumourText.due}</DotTag>}
          {rumour.pendingVersion !== null && <DotTag tone="violet">{rumourText.waitsForApproval}</DotTag>}
          {groups.waiting > 0 && <DotTag tone="amber">{rumourText.waiting(groups.waiting)}</DotTag>}
          {groups.behind > 0 && <DotTag tone="blue">{rumourText.behind(groups.behind)}</DotTag>}
          {groups.answered > 0 && <DotTag tone="green">{rumourText.answeredCount(groups.answered)}</DotTag>}
          {!rumour.due && rumour.nextUpdateAt && rumour.stage !== 'ended' && (
            <span className="quiet">{rumourText.nextAt(momentText(rumour.nextUpdateAt))}</span>
          )}
        </div>
      </Link>
    </li>
  )
}

export function VillageNames({ ids }: { ids: string[] | null }) {
  const villages = useVillages()
  if (ids === null) return rumourText.wholeTown
  return villages
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join('、')
}
