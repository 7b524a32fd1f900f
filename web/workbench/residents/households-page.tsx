import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type HouseholdSort,
  type HouseholdState,
  householdSorts,
  householdStates,
} from '../../../contract/vocabulary.ts'
import { listHouseholds } from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText, sortWords, stateWords } from '../../ui/text/workbench/households.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { FoundDialog } from './found-dialog.tsx'
import { HouseholdLine } from './household-line.tsx'
import { PlacesNav } from './places-nav.tsx'
import './places.css'

export function HouseholdsPage() {
  const may = useMay()
  const navigate = useNavigate()
  const { get, set, setAll } = useFilters()
  const [founding, setFounding] = useState(false)
  const filters = {
    query: get('text'),
    villageId: get('village'),
    group: get('group'),
    reached: (['yes', 'no'] as const).find((reached) => reached === get('reached')),
    state: householdStates.find((state) => state === get('state')),
    sort: householdSorts.find((sort) => sort === get('sort')),
  }
  const query = useInfiniteQuery({
    queryKey: ['households', 'list', filters],
    queryFn: ({ pageParam, signal }) => listHouseholds({ ...filters, after: pageParam, limit: 40 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const first = query.data?.pages[0]
  return (
    <Page
      title={householdText.title}
      above={<PlacesNav />}
      actions={
        may('residents.write') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setFounding(true)}>
            {householdText.found}
          </Button>
        )
      }
    >
      <div className="filters">
        <SearchField
          value={get('text')}
          hint={householdText.searchHint}
          onSearch={(text) => set('text', text)}
        />
        <VillageSelect
          withRetired
          value={get('village')}
          onChange={(village) => setAll({ village, group: undefined })}
        />
        {filters.villageId && (
          <Select
            value={filters.group}
            onChange={(group) => set('group', group)}
            options={(first?.groups ?? []).map((name) => ({ value: name, label: name }))}
            allowClear
            placeholder={householdText.anyGroup}
            aria-label={householdText.group}
          />
        )}
        <Select
          value={filters.reached}
          onChange={(value) => set('reached', value)}
          options={[
            { value: 'yes', label: householdText.reached },
            { value: 'no', label: householdText.notReached },
          ]}
          allowClear
          placeholder={householdText.reachedAny}
          aria-label={householdText.reachedAny}
        />
        <Select
          value={filters.state ?? 'resident'}
          onChange={(state: HouseholdState) => set('state', state === 'resident' ? undefined : state)}
          options={householdStates.map((value) => ({ value, label: stateWords[value] }))}
          aria-label={commonText.status}
        />
        <Select
          value={filters.sort ?? 'door'}
          onChange={(sort: HouseholdSort) => set('sort', sort === 'door' ? undefined : sort)}
          options={householdSorts.map((value) => ({ value, label: sortWords[value] }))}
          aria-label={sortWords.door}
        />
        {first?.total !== undefined && <span className="quiet">{commonText.total(first.total)}</span>}
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={householdText.empty}
      >
        {({ pages }) => (
          <div className="card flush">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{householdText.door}</th>
                  <th>{commonText.village}</th>
                  <th>{householdText.group}</th>
                  <th>{householdText.people}</th>
                  <th>{householdText.lives}</th>
                  <th>{commonText.status}</th>
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap(({ items }) => items)
                  .map((row) => (
                    <HouseholdLine key={row.id} row={row} />
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
      {founding && (
        <FoundDialog
          villageId={filters.villageId}
          onClose={() => setFounding(false)}
          onDone={(id) => navigate(`/households/${id}`)}
        />
      )}
    </Page>
  )
}
