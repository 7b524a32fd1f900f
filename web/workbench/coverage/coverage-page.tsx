import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown, Input } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { exportCoverage, readCoverage } from '../../api/coverage.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'
import { addDays, momentText, stationDay } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useFilters } from '../ui/use-filters.ts'
import { CoverageFigure } from './coverage-figure.tsx'
import { CoverageTable } from './coverage-table.tsx'
import { type HouseholdsAsked, HouseholdsDrawer } from './households-drawer.tsx'
import './coverage.css'

const CoverageTrend = lazy(async () => ({ default: (await import('./coverage-trend.tsx')).CoverageTrend }))
const CoverageMap = lazy(async () => ({ default: (await import('./coverage-map.tsx')).CoverageMap }))

/** How many households somebody is within reach of, where, since when, and where not yet. */
export function CoveragePage() {
  const may = useMay()
  const { get, set } = useFilters()
  const day = get('day')
  const [asked, ask] = useState<HouseholdsAsked>()
  const query = useQuery({
    queryKey: ['coverage', day],
    queryFn: () => readCoverage(day),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const save = useDeed((form: 'xlsx' | 'csv') => exportCoverage({ form, ...(day ? { day } : {}) }), {
    said: coverageText.exported,
    onDone: (blob, form) => saveBlob(blob, `${coverageText.fileName(day ?? stationDay())}.${form}`),
  })
  const open = (row: HouseholdsAsked) => may('residents.read') && ask(row)
  return (
    <Page
      title={coverageText.title}
      actions={
        <>
          {may('residents.read') && (
            <Link to="/coverage/round">
              <Button type="primary">{coverageText.toRound}</Button>
            </Link>
          )}
          {may('exports.make') && (
            <Dropdown
              menu={{
                items: [
                  { key: 'xlsx', label: coverageText.exportXlsx },
                  { key: 'csv', label: coverageText.exportCsv },
                ],
                onClick: ({ key }) => save.mutate(key as 'xlsx' | 'csv'),
              }}
            >
              <Button loading={save.isPending}>{coverageText.export}</Button>
            </Dropdown>
          )}
          <Button onClick={() => window.print()}>{commonText.print}</Button>
        </>
      }
    >
      <div className="filters">
        <Input
          type="date"
          aria-label={coverageText.day}
          value={day ?? stationDay()}
          max={stationDay()}
          min={addDays(stationDay(), -800)}
          onChange={({ target }) => set('day', target.value === stationDay() ? null : target.value)}
        />
        {day && <Button onClick={() => set('day', null)}>{coverageText.today}</Button>}
      </div>
      <Loaded query={query} rows={10}>
        {(coverage) => (
          <>
            <CoverageFigure coverage={coverage} onOpen={(reach, title) => open({ day, reach, title })} />
            <p className="quiet gap-below">{coverageText.snapshot(momentText(coverage.snapshotAt))}</p>
            <div className="coverage-pictures">
              <Card title={coverageText.map}>
                <Suspense fallback={<div className="coverage-map" />}>
                  <CoverageMap villages={coverage.villages} />
                </Suspense>
              </Card>
              <Suspense>
                <CoverageTrend day={day} villages={coverage.villages} />
              </Suspense>
            </div>
            <CoverageTable coverage={coverage} day={day} onOpen={open} />
          </>
        )}
      </Loaded>
      <HouseholdsDrawer asked={asked} onClose={() => ask(undefined)} />
    </Page>
  )
}
