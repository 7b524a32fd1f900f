import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo, useState } from 'react'
import { type CoverageVillage, readCoverageTrend } from '../../api/coverage.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'
import { Chart } from '../statistics/chart.tsx'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useFilters } from '../ui/use-filters.ts'
import { shareOf, shareText } from './counts-text.ts'
import '../statistics/statistics.css'

/** Coverage at the end of each week of a year; a point opens the page of its day. */
export function CoverageTrend({ day, villages }: { day: string | undefined; villages: CoverageVillage[] }) {
  const [villageId, choose] = useState<string>()
  const { set } = useFilters()
  const query = useQuery({
    queryKey: ['coverage-trend', villageId, day],
    queryFn: () => readCoverageTrend(villageId, day),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
  const weeks = query.data?.weeks
  const option = useMemo(() => {
    const line = (name: string, high: boolean, style: object) => ({
      name,
      type: 'line',
      showSymbol: false,
      data: weeks?.map((week) => {
        const share = shareOf(week, high)
        return share === null ? null : Number((share * 100).toFixed(1))
      }),
      ...style,
    })
    return {
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: weeks?.map((week) => week.day) },
      yAxis: {
        type: 'value',
        scale: true,
        axisLabel: { formatter: '{value}%' },
        splitLine: { lineStyle: { color: '#e8ecf3' } },
      },
      series: [
        line(coverageText.trendHigh, true, {
          lineStyle: { type: 'dashed', width: 1 },
          itemStyle: { color: '#8aa2c2' },
        }),
        line(coverageText.share, false, {
          itemStyle: { color: '#1d5aa8' },
          areaStyle: { color: 'rgba(29,90,168,0.08)' },
        }),
      ],
    }
  }, [weeks])
  const label =
    weeks?.map((week) => coverageText.weekSaid(week.day, shareText(shareOf(week)))).join('，') ?? ''
  return (
    <Card
      title={coverageText.trend}
      extra={
        <Select
          allowClear
          className="trend-village"
          aria-label={commonText.village}
          placeholder={coverageText.allVillages}
          value={villageId}
          onChange={choose}
          options={villages.map(({ villageId: value, name }) => ({ value, label: name }))}
        />
      }
    >
      <Loaded query={query} rows={6}>
        {() => (
          <>
            <Chart option={option} label={label} onPick={(picked) => set('day', picked)} />
            <p className="quiet">{coverageText.trendHint}</p>
          </>
        )}
      </Loaded>
    </Card>
  )
}
