import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import { type CoverageRowsQuery, listCoverageHouseholds } from '../../api/coverage.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { coverageText, reachWords } from '../../ui/text/workbench/coverage.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { countText } from './counts-text.ts'

export type HouseholdsAsked = Pick<CoverageRowsQuery, 'villageId' | 'group'> & {
  day: string | undefined
  reach: CoverageRowsQuery['reach'] | undefined
  title: string
}

/** The households behind a number, door by door. */
export function HouseholdsDrawer(props: { asked: HouseholdsAsked | undefined; onClose: () => void }) {
  const { asked, onClose } = props
  const { title, ...filters } = asked ?? { title: '', day: undefined, reach: undefined }
  const query = useInfiniteQuery({
    queryKey: ['coverage-households', filters],
    queryFn: ({ pageParam }) => listCoverageHouseholds({ ...filters, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: !!asked,
  })
  const first = query.data?.pages[0]
  return (
    <Drawer
      open={!!asked}
      onClose={onClose}
      size={640}
      title={first ? coverageText.rowsTitle(title, countText(first.total)) : title}
    >
      {first?.narrowed && <Alert className="gap-below" type="info" title={coverageText.narrowed} />}
      <Loaded
        query={query}
        rows={8}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={coverageText.emptyRows}
      >
        {({ pages }) => (
          <table className="list-table">
            <thead>
              <tr>
                <th>{coverageText.door}</th>
                <th>{commonText.village}</th>
                <th>{commonText.status}</th>
              </tr>
            </thead>
            <tbody>
              {pages
                .flatMap(({ items }) => items)
                .map((row) => (
                  <tr key={row.householdId}>
                    <td className="main-cell">{row.door}</td>
                    <td>
                      {row.village} {row.group}
                    </td>
                    <td>
                      <DotTag tone={row.reach === 'reached' ? 'green' : 'grey'}>
                        {reachWords[row.reach]}
                      </DotTag>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Drawer>
  )
}
