import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { Link } from 'react-router'
import { listScriptUse, type ScriptOutcome, type ScriptUseRow } from '../../api/script-use.ts'
import type { StatisticsQuery } from '../../api/statistics.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptUseText } from '../../ui/text/workbench/script-use.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { momentText } from '../../ui/time.ts'
import { useVillages } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'

/** The matters behind one number of a script. */
export function UseRowsDrawer(props: {
  row: ScriptUseRow
  outcome: ScriptOutcome
  name: string
  asked: StatisticsQuery
  onClose: () => void
}) {
  const { row, outcome, name, asked } = props
  const villages = useVillages()
  const query = useInfiniteQuery({
    queryKey: ['script-use', row.scriptId, outcome, asked],
    queryFn: ({ pageParam }) =>
      listScriptUse(row.scriptId, { ...asked, outcome, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  return (
    <Drawer open onClose={props.onClose} size={520} title={`${row.title} · ${name} ${row[outcome]}`}>
      <Loaded
        query={query}
        rows={6}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={scriptUseText.noneOfYours}
      >
        {({ pages }) => (
          <ul className="plain-list">
            {pages
              .flatMap(({ items }) => items)
              .map(({ conversationId, number, villageId, sentAt }) => (
                <li key={conversationId} className="line spread">
                  <Link to={`/inbox/all/${conversationId}`}>{number}</Link>
                  <span className="quiet">
                    {villages.find(({ id }) => id === villageId)?.name ?? scriptText.unknownVillage} ·{' '}
                    {momentText(sentAt)}
                  </span>
                </li>
              ))}
          </ul>
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
