import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { type Figure, readStatistics } from '../../api/statistics.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { reviewText } from '../../ui/text/workbench/reviews.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { FigureCard } from './figure-card.tsx'
import { PeriodFields } from './period-fields.tsx'
import { RowsDrawer } from './rows-drawer.tsx'
import { usePeriod } from './use-period.ts'
import './statistics.css'

const PartsChart = lazy(async () => ({ default: (await import('./parts-chart.tsx')).PartsChart }))
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }))
const charted = ['matters_by_scenario', 'matters_by_village', 'matters_by_channel']

/** Every figure with what it was computed from; the same numbers in card, chart, rows and file. */
export function StatisticsPage() {
  const { get, setAll } = useFilters()
  const may = useMay()
  const period = usePeriod()
  const query = useQuery({
    queryKey: ['statistics', period],
    queryFn: () => readStatistics(period),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const open = (figure: Figure, part?: string) => setAll({ figure: figure.key, part })
  return (
    <Page
      title={statisticsText.title}
      actions={
        <>
          {may('matters.review') && (
            <Link to="/statistics/reviews">
              <Button>{reviewText.title}</Button>
            </Link>
          )}
          <Button onClick={() => window.print()}>{commonText.print}</Button>
        </>
      }
    >
      <PeriodFields />
      <Loaded query={query} rows={10}>
        {(page) => (
          <>
            <p className="quiet gap-below">
              {statisticsText.period(page.from, page.to)} ·{' '}
              {statisticsText.snapshot(momentText(page.snapshotAt))}
              {page.village && ` · ${page.village}`}
            </p>
            {!page.complete && (
              <Alert className="gap-below" type="info" showIcon title={statisticsText.notComplete} />
            )}
            <div className="figure-cards">
              {page.figures
                .filter(({ key }) => !charted.includes(key))
                .map((figure) => (
                  <FigureCard key={figure.key} figure={figure} onOpen={(part) => open(figure, part)} />
                ))}
            </div>
            <Suspense>
              <div className="charts">
                {page.figures
                  .filter(({ key, parts }) => charted.includes(key) && parts.length > 0)
                  .map((figure) => (
                    <PartsChart key={figure.key} figure={figure} onOpen={(part) => open(figure, part)} />
                  ))}
                {page.month && <TrendChart month={page.month} period={period} />}
              </div>
            </Suspense>
          </>
        )}
      </Loaded>
      <RowsDrawer
        figure={query.data?.figures.find(({ key }) => key === get('figure'))}
        period={period}
        part={get('part')}
        onClose={() => setAll({ figure: null, part: null })}
      />
    </Page>
  )
}
