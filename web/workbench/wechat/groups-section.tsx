import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Link } from 'react-router'
import { type GroupState, groupStates } from '../../../contract/vocabulary.ts'
import { type GroupRow, listGroups } from '../../api/groups.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { groupStateWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { onDay } from './on-day.ts'

/** The village groups, those without a village first. */
export function GroupsSection() {
  const { get, set } = useFilters()
  const filters = {
    query: get('text'),
    villageId: get('village'),
    state: get('state') as GroupState | undefined,
  }
  const query = useInfiniteQuery({
    queryKey: ['chat-groups', 'list', filters],
    queryFn: ({ pageParam, signal }) => listGroups({ ...filters, after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <>
      <div className="filters">
        <SearchField
          value={get('text')}
          hint={workText.searchGroups}
          onSearch={(text) => set('text', text)}
        />
        <VillageSelect withRetired value={get('village')} onChange={(village) => set('village', village)} />
        <Select
          value={filters.state ?? 'live'}
          onChange={(state) => set('state', state === 'live' ? null : state)}
          aria-label={commonText.status}
          options={groupStates.map((state) => ({ value: state, label: groupStateWords[state] }))}
        />
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={workText.groupsEmpty}
      >
        {({ pages }) => (
          <>
            <p className="quiet gap-below">{commonText.total(pages[0]?.total ?? 0)}</p>
            <div className="card flush">
              <table className="list-table">
                <thead>
                  <tr>
                    <th>{workText.group}</th>
                    <th>{commonText.village}</th>
                    <th>{workText.owner}</th>
                    <th>{workText.members}</th>
                    <th>{workText.lastChange}</th>
                  </tr>
                </thead>
                <tbody>
                  {pages
                    .flatMap(({ items }) => items)
                    .map((row) => (
                      <Row key={row.id} row={row} />
                    ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </>
  )
}

function Row({ row }: { row: GroupRow }) {
  return (
    <tr>
      <td className="main-cell">
        <Link to={`/wechat/groups/${row.id}`}>{row.name}</Link>{' '}
        {row.gaps > 0 && <DotTag tone="amber">{groupStateWords.gap}</DotTag>}
        {row.status === 1 && <DotTag tone="red">{workText.ownerLeft}</DotTag>}
        {row.dismissedAt && <DotTag>{groupStateWords.dismissed}</DotTag>}
      </td>
      <td>{row.villageName ?? <DotTag tone="amber">{groupStateWords.unplaced}</DotTag>}</td>
      <td>{row.ownerName ?? row.ownerAccount}</td>
      <td>
        {workText.memberCount(row.members)}
        <div className="quiet">
          {[workText.staffCount(row.staff), workText.knownCount(row.contacts)].join(' · ')}
        </div>
      </td>
      <td className="numbers">{row.changedAt ? onDay(row.changedAt) : ''}</td>
    </tr>
  )
}
