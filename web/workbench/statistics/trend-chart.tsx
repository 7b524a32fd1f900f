import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readStatistics, type StatisticsQuery } from '../../api/statistics.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { Card } from '../ui/card.tsx'
import { Chart } from './chart.tsx'

const monthsShown = 6

/** '2025-11', '2025-12', … ending with `month`. */
function monthsUntil(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return Array.from({ length: monthsShown }, (_, index) =>
    new Date(Date.UTC(year, number - monthsShown + index, 1)).toISOString().slice(0, 7),
  )
}

/** Matters a month, from the same figure the cards show, so that they cannot disagree. */
export function TrendChart({ month, period }: { month: string; period: StatisticsQuery }) {
  const months = useMemo(() => monthsUntil(month), [month])
  const answers = useQueries({
    queries: months.map((each) => {
      const asked = { month: each, village: period.village, channel: period.channel }
      return { queryKey: ['statistics', asked], queryFn: () => readStatistics(asked), staleTime: 600_000 }
    }),
    combine: (results) =>
      results.map(
        ({ data }) => data?.figures.find(({ key }) => key === 'matters_by_scenario')?.numerator ?? null,
      ),
  })
  const counts = answers.join(' ')
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: months },
      yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#e8ecf3' } } },
      series: [
        {
          type: 'line',
          data: counts.split(' ').map((count) => (count === '' ? null : Number(count))),
          itemStyle: { color: '#1d5aa8' },
          areaStyle: { color: 'rgba(29,90,168,0.08)' },
          label: { show: true },
        },
      ],
    }),
    [months, counts],
  )
  return (
    <Card title={statisticsText.perMonth}>
      <Chart
        option={option}
        label={months.map((each, index) => `${each} ${answers[index] ?? ''}`).join('，')}
      />
    </Card>
  )
}
