import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Empty, Select, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { type FraudStage, fraudStages, type Library, libraries } from '../../../contract/vocabulary.ts'
import { listScripts, listTopics, type ScriptState, showScript } from '../../api/scripts.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { fraudStageWords, scriptStateWords, scriptText } from '../../ui/text/workbench/scripts.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { ScriptEditor } from './script-editor.tsx'
import { ScriptRow } from './script-row.tsx'
import { ScriptView } from './script-view.tsx'
import { ScriptsNav } from './scripts-nav.tsx'

/** The five libraries beside the opened script; on a phone one at a time. */
export function ScriptsPage() {
  const { id } = useParams()
  const phone = usePhone()
  const may = useMay()
  const [search] = useSearchParams()
  const { get, set, setAll } = useFilters()
  const [writing, setWriting] = useState(false)
  const filters = {
    library: (get('library') as Library) ?? undefined,
    text: get('text'),
    state: (get('state') as ScriptState) ?? undefined,
    pending: get('pending') === 'yes' || undefined,
    topic: get('topic'),
    stage: (get('stage') as FraudStage) ?? undefined,
    villageId: get('village'),
  }
  const opened = useQuery({ queryKey: ['script', id], queryFn: () => showScript(id!), enabled: !!id })
  const tabTitle = [id && opened.data?.script.title, scriptText.title].filter(Boolean).join(' · ')
  const topics = useQuery({ queryKey: ['scripts', 'topics'], queryFn: listTopics })
  const topicNames = [
    ...new Set(
      topics.data?.items
        .filter(({ library }) => !filters.library || library === filters.library)
        .map(({ topic }) => topic),
    ),
  ]
  const fraud = !filters.library || filters.library === 'anti_fraud'
  const query = useInfiniteQuery({
    queryKey: ['scripts', 'list', filters],
    queryFn: ({ pageParam, signal }) => listScripts({ ...filters, after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const view = id ? (
    <ScriptView key={id} id={id} />
  ) : (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={scriptText.choose} />
  )
  if (phone && id) {
    return (
      <Page
        title={scriptText.title}
        tabTitle={tabTitle}
        above={<Link to={`/scripts?${search}`}>← {commonText.back}</Link>}
      >
        {view}
      </Page>
    )
  }
  return (
    <Page
      title={scriptText.title}
      tabTitle={tabTitle}
      actions={
        may('scripts.write') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setWriting(true)}>
            {scriptText.newScript}
          </Button>
        )
      }
    >
      <ScriptsNav />
      <Tabs
        activeKey={get('library') ?? ''}
        onChange={(library) => setAll({ library, topic: undefined, stage: undefined })}
        items={[
          { key: '', label: commonText.all },
          ...libraries.map((key) => ({ key, label: scenarioWords[key] })),
        ]}
      />
      <div className="filters">
        <SearchField
          value={get('text')}
          hint={scriptText.searchHint}
          onSearch={(text) => set('text', text)}
        />
        <Select
          allowClear
          placeholder={commonText.status}
          aria-label={commonText.status}
          value={get('state')}
          onChange={(state) => set('state', state)}
          options={Object.entries(scriptStateWords).map(([value, label]) => ({ value, label }))}
        />
        {(topicNames.length > 0 || filters.topic) && (
          <Select
            allowClear
            showSearch
            placeholder={scriptText.allTopics}
            aria-label={scriptText.topic}
            value={filters.topic}
            onChange={(topic) => set('topic', topic)}
            options={topicNames.map((value) => ({ value, label: value }))}
          />
        )}
        {fraud && (
          <Select
            allowClear
            placeholder={scriptText.allStages}
            aria-label={scriptText.stage}
            value={filters.stage}
            onChange={(stage) => set('stage', stage)}
            options={fraudStages.map((value) => ({ value, label: fraudStageWords[value] }))}
          />
        )}
        <VillageSelect value={get('village') ?? null} onChange={(village) => set('village', village)} />
        <Checkbox
          checked={get('pending') === 'yes'}
          onChange={(event) => set('pending', event.target.checked ? 'yes' : undefined)}
        >
          {scriptText.pendingOnly}
        </Checkbox>
      </div>
      <div className="list-and-detail">
        <div>
          <Loaded
            query={query}
            rows={8}
            isEmpty={({ pages }) => pages[0]?.items.length === 0}
            empty={scriptText.empty}
          >
            {({ pages }) => (
              <ul className="plain-list card flush">
                {pages
                  .flatMap(({ items }) => items)
                  .map((script) => (
                    <ScriptRow
                      key={script.id}
                      script={script}
                      chosen={script.id === id}
                      to={`/scripts/${script.id}?${search}`}
                    />
                  ))}
              </ul>
            )}
          </Loaded>
          {query.hasNextPage && (
            <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {commonText.loadMore}
            </Button>
          )}
        </div>
        {!phone && view}
      </div>
      {writing && <ScriptEditor onClose={() => setWriting(false)} />}
    </Page>
  )
}
