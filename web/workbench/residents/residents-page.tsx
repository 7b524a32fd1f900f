import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { listResidents } from '../../api/residents.ts'
import { doorText } from '../../ui/place-text.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { duplicatesText } from '../../ui/text/workbench/duplicates.ts'
import { exportText } from '../../ui/text/workbench/register-export.ts'
import { importText } from '../../ui/text/workbench/register-import.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { PlacesNav } from './places-nav.tsx'
import { ResidentDialog } from './resident-dialog.tsx'

export function ResidentsPage() {
  const may = useMay()
  const navigate = useNavigate()
  const { get, set } = useFilters()
  const [recording, setRecording] = useState(false)
  const filters = { query: get('text'), villageId: get('village') }
  const query = useInfiniteQuery({
    queryKey: ['residents', 'list', filters],
    queryFn: ({ pageParam, signal }) => listResidents({ ...filters, after: pageParam, limit: 40 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Page
      title={residentText.title}
      above={<PlacesNav />}
      actions={
        <>
          <Link to="/residents/duplicates">{duplicatesText.title}</Link>
          {may('exports.make') && (
            <Link to="/residents/exports">
              <Button>{exportText.link}</Button>
            </Link>
          )}
          {may('residents.import') && (
            <Link to="/residents/imports">
              <Button>{importText.link}</Button>
            </Link>
          )}
          {may('residents.write') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setRecording(true)}>
              {residentText.record}
            </Button>
          )}
        </>
      }
    >
      <div className="filters">
        <SearchField
          autoFocus
          value={get('text')}
          hint={residentText.searchHint}
          onSearch={(text) => set('text', text)}
        />
        <VillageSelect withRetired value={get('village')} onChange={(village) => set('village', village)} />
      </div>
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={residentText.empty}
      >
        {({ pages }) => (
          <div className="card flush">
            <table className="list-table">
              <thead>
                <tr>
                  <th>{commonText.name}</th>
                  <th>{commonText.phone}</th>
                  <th>{commonText.village}</th>
                  <th>{residentText.address}</th>
                  <th>{residentText.contacts}</th>
                </tr>
              </thead>
              <tbody>
                {pages
                  .flatMap(({ items }) => items)
                  .map((row) => (
                    <tr key={row.id}>
                      <td className="main-cell">
                        <Link to={`/residents/${row.id}`}>{row.name}</Link>
                      </td>
                      <td className="numbers">{row.phone}</td>
                      <td>{row.household?.villageName ?? commonText.unknownVillage}</td>
                      <td>
                        {row.household && (
                          <Link to={`/households/${row.household.id}`} className="row-link">
                            {doorText(row.household)}
                          </Link>
                        )}
                      </td>
                      <td>{row.contacts > 0 ? residentText.contactCount(row.contacts) : ''}</td>
                    </tr>
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
      {recording && (
        <ResidentDialog
          onClose={() => setRecording(false)}
          onRecorded={(id) => navigate(`/residents/${id}`)}
        />
      )}
    </Page>
  )
}
