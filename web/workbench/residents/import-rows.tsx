import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import {
  decideRows,
  listImportRows,
  type RegisterImport,
  type RowDecision,
  type RowResult,
  reportImport,
} from '../../api/register-imports.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { importText, rowResultWords } from '../../ui/text/workbench/register-import.ts'
import { Card } from '../ui/card.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { saveBlob } from '../ui/save-blob.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useFilters } from '../ui/use-filters.ts'
import { ImportRowLine } from './import-row-line.tsx'

const kinds = Object.keys(rowResultWords) as RowResult[]
const bulk = {
  conflict: [
    ['theirs', importText.allTheirs],
    ['ours', importText.allOurs],
  ],
  doubtful: [
    ['new', importText.allNew],
    [null, importText.allLeave],
  ],
} as const

/** What becomes of each row, one kind at a time; doubtful ones and conflicts are decided here. */
export function ImportRows({ data }: { data: RegisterImport }) {
  const { get, set } = useFilters()
  const result = (get('result') || undefined) as RowResult | undefined
  const query = useInfiniteQuery({
    queryKey: ['register-import-rows', data.id, data.state, result ?? ''],
    queryFn: ({ pageParam, signal }) =>
      listImportRows(
        data.id,
        { ...(result && { result }), ...(pageParam > 0 && { after: pageParam }), limit: 50 },
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => (page.next === null ? undefined : Number(page.next)),
  })
  const touches = [
    ['register-import-rows', data.id],
    ['register-import', data.id],
  ]
  const decide = useDeed(
    (wish: { row?: number; result?: 'conflict' | 'doubtful'; decision: RowDecision | null }) =>
      decideRows(data.id, wish),
    { touches },
  )
  const save = useDeed(() => reportImport(data.id, result), {
    onDone: (blob) => saveBlob(blob, `${data.fileName}-${importText.report}.xlsx`),
  })
  const total = Object.values(data.counts).reduce((sum, count) => sum + count, 0)
  const open = data.state === 'checked'
  return (
    <Card
      title={importText.all}
      extra={
        <Button size="small" loading={save.isPending} onClick={() => save.mutate()}>
          {importText.report}
        </Button>
      }
    >
      <div className="button-row gap-below">
        <Button
          size="small"
          type={result ? 'default' : 'primary'}
          aria-pressed={!result}
          onClick={() => set('result', undefined)}
        >
          {importText.all} {total}
        </Button>
        {kinds
          .filter((kind) => (data.counts[kind] ?? 0) > 0 || kind === result)
          .map((kind) => (
            <Button
              key={kind}
              size="small"
              type={kind === result ? 'primary' : 'default'}
              aria-pressed={kind === result}
              onClick={() => set('result', kind)}
            >
              {rowResultWords[kind]} {data.counts[kind] ?? 0}
            </Button>
          ))}
      </div>
      {open && (result === 'conflict' || result === 'doubtful') && (
        <div className="button-row gap-below">
          {bulk[result].map(([decision, label]) => (
            <Button
              key={label}
              size="small"
              disabled={decide.isPending}
              onClick={() => decide.mutate({ result, decision })}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      <Loaded query={query} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={importText.noRows}>
        {({ pages }) => (
          <ul className="plain-list">
            {pages
              .flatMap(({ items }) => items)
              .map((row) => (
                <ImportRowLine
                  key={row.row}
                  row={row}
                  {...(open && { onDecide: (decision) => decide.mutate({ row: row.row, decision }) })}
                />
              ))}
          </ul>
        )}
      </Loaded>
      {query.hasNextPage && (
        <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {commonText.loadMore}
        </Button>
      )}
    </Card>
  )
}
