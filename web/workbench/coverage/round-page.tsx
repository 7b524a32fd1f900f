import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { listDoorRound } from '../../api/coverage.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { GroupSelect } from './group-select.tsx'
import { RoundLine } from './round-line.tsx'
import { sendTicks, ticks } from './visit-outbox.ts'
import './coverage.css'

/** The doors nobody has been reached at, to walk along with the phone in hand, or to print. */
export function RoundPage() {
  const may = useMay()
  const { get, set, setAll } = useFilters()
  const [villageId, group] = [get('village'), get('group')]
  const resting = get('resting') ? ('yes' as const) : undefined
  const waiting = ticks.use()
  const filters = { villageId, group, resting }
  const query = useInfiniteQuery({
    queryKey: ['door-round', filters],
    queryFn: ({ pageParam }) => listDoorRound({ ...filters, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  useEffect(() => void sendTicks(), [])
  const first = query.data?.pages[0]
  const address = new URLSearchParams({ village: villageId ?? '', ...(group ? { group } : {}) })
  return (
    <Page
      title={coverageText.roundTitle}
      above={<Link to="/coverage">{coverageText.backToCoverage}</Link>}
      actions={
        villageId ? (
          <Link to={`/coverage/print?${address}`}>
            <Button type="primary">{coverageText.printList}</Button>
          </Link>
        ) : (
          <span className="quiet">{coverageText.chooseVillage}</span>
        )
      }
    >
      <div className="filters">
        <VillageSelect value={villageId ?? null} onChange={(village) => setAll({ village, group: null })} />
        {villageId && (
          <GroupSelect villageId={villageId} value={group} onChange={(next) => set('group', next)} />
        )}
      </div>
      {waiting.length > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={coverageText.waitingTicks(waiting.length)}
        />
      )}
      <Loaded query={query} rows={8} isEmpty={() => false}>
        {({ pages }) => (
          <div className="card">
            <p className="spread">
              <span>
                {coverageText.roundCount(first?.total ?? 0)}
                {(first?.resting ?? 0) > 0 && (
                  <span className="quiet"> · {coverageText.resting(first?.resting ?? 0)}</span>
                )}
              </span>
              {((first?.resting ?? 0) > 0 || resting) && (
                <Button size="small" onClick={() => set('resting', resting ? null : 'yes')}>
                  {resting ? coverageText.hideResting : coverageText.showResting}
                </Button>
              )}
            </p>
            {first?.total === 0 && <p className="quiet">{coverageText.roundEmpty}</p>}
            <ul className="round-list">
              {pages
                .flatMap(({ items }) => items)
                .map((item) => (
                  <RoundLine
                    key={item.householdId}
                    item={item}
                    waiting={waiting.find(({ householdId }) => householdId === item.householdId)}
                    mayTick={may('residents.write')}
                    withVillage={!villageId}
                  />
                ))}
            </ul>
          </div>
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
