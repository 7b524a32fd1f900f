import { useInfiniteQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { exportRows, type Figure, listFigureRows, type StatisticsQuery } from '../../api/statistics.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { statisticsText } from '../../ui/text/workbench/statistics.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { RowsTable } from './rows-table.tsx'

/** The rows a figure counts and those it leaves out, each with the reason; the same rows go into the file. */
export function RowsDrawer(props: {
  figure: Figure | undefined
  period: StatisticsQuery
  part: string | undefined
  onClose: () => void
}) {
  const { figure, period, part } = props
  const may = useMay()
  const [counted, setCounted] = useState<'all' | 'yes' | 'no'>('all')
  const asked = { ...period, ...(part ? { part } : {}), ...(counted === 'all' ? {} : { counted }) }
  const query = useInfiniteQuery({
    queryKey: ['figure-rows', figure?.key, asked],
    queryFn: ({ pageParam }) =>
      listFigureRows(figure?.key ?? 'diversion_rate', { ...asked, after: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: !!figure,
  })
  const save = useDeed(() => exportRows({ figure: figure?.key ?? 'diversion_rate', ...asked }), {
    said: statisticsText.exported,
    onDone: ({ blob, name }) => saveBlob(blob, name),
  })
  const first = query.data?.pages[0]
  const partName = figure?.parts.find(({ key }) => key === part)?.name
  return (
    <Drawer
      open={!!figure}
      onClose={props.onClose}
      size={860}
      title={
        figure &&
        statisticsText.rowsTitle([figure.name, partName].filter(Boolean).join(' · '), first?.total ?? 0)
      }
      extra={
        may('exports.make') && (
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {statisticsText.export}
          </Button>
        )
      }
    >
      <Segmented
        className="gap-below"
        value={counted}
        onChange={setCounted}
        options={[
          { value: 'all', label: commonText.all },
          { value: 'yes', label: statisticsText.counted },
          { value: 'no', label: statisticsText.notCounted },
        ]}
      />
      {first?.narrowed && <Alert className="gap-below" type="info" title={statisticsText.narrowed} />}
      {figure && (
        <Loaded
          query={query}
          rows={8}
          isEmpty={({ pages }) => pages[0]?.items.length === 0}
          empty={statisticsText.emptyRows}
        >
          {({ pages }) => <RowsTable rows={pages.flatMap(({ items }) => items)} />}
        </Loaded>
      )}
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Drawer>
  )
}
