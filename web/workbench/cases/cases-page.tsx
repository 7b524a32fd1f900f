import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CaseKind } from '../../../contract/vocabulary.ts'
import { type CaseQuery, listCases } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useMay, useMe } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { CaseFilters } from './case-filters.tsx'
import { CaseTable } from './case-table.tsx'
import { OpenCaseDialog } from './open-case-dialog.tsx'

/** All cases; what is filtered stands in the address, so that a link shows the same list. */
export function CasesPage() {
  const me = useMe()
  const may = useMay()
  const [search] = useSearchParams()
  const [opening, setOpening] = useState(false)
  const assignee = search.get('assignee')
  const filters: CaseQuery = {
    status: (search.get('status') as 'open' | 'finished' | 'all') ?? 'open',
    kind: (search.get('kind') as CaseKind) ?? undefined,
    villageId: search.get('village') ?? undefined,
    assigneeId: assignee === 'me' ? me.officer.id : (assignee ?? undefined),
    contactId: search.get('contact') ?? undefined,
    overdue: search.get('overdue') === 'yes' ? true : undefined,
    text: search.get('text') ?? undefined,
    sort: (search.get('sort') as 'newest' | 'oldest' | 'due') ?? 'newest',
  }
  const query = useInfiniteQuery({
    queryKey: ['cases', 'list', filters],
    queryFn: ({ pageParam, signal }) => listCases({ ...filters, after: pageParam, limit: 40 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const total = query.data?.pages[0]?.total
  return (
    <Page
      title={caseText.title}
      actions={
        may('cases.write') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
            {caseText.openNew}
          </Button>
        )
      }
    >
      <CaseFilters />
      <Loaded
        query={query}
        rows={10}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={caseText.empty}
      >
        {({ pages }) => <CaseTable items={pages.flatMap(({ items }) => items)} />}
      </Loaded>
      <div className="spread gap-above">
        {total !== undefined && <span className="quiet">{commonText.total(total)}</span>}
        {query.hasNextPage && (
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {commonText.loadMore}
          </Button>
        )}
      </div>
      {opening && <OpenCaseDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}
