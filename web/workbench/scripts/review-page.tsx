import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty, Tabs } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { listScripts } from '../../api/scripts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { ReviewCard } from './review-card.tsx'
import { ScriptRow } from './script-row.tsx'
import { ScriptView } from './script-view.tsx'
import { ScriptsNav } from './scripts-nav.tsx'
import './scripts.css'

const expiringDays = 30
const tabs = {
  waiting: { label: scriptText.waitingTab, empty: scriptText.noWaiting, filter: { pending: true } },
  own: { label: scriptText.ownTab, empty: scriptText.noOwn, filter: { own: true } },
  expiring: {
    label: scriptText.expiringTab,
    empty: scriptText.noExpiring,
    filter: { expiringWithin: expiringDays },
  },
}
type Tab = keyof typeof tabs

/** What waits for a second person, what one has drafted oneself, and what is soon to be read again. */
export function ReviewPage() {
  const phone = usePhone()
  const may = useMay()
  const [search, setSearch] = useSearchParams()
  const asked = search.get('tab') as Tab | null
  const tab: Tab = asked && asked in tabs ? asked : may('scripts.approve') ? 'waiting' : 'own'
  const id = search.get('id')
  const { empty, filter } = tabs[tab]
  const query = useInfiniteQuery({
    queryKey: ['scripts', 'review', tab],
    queryFn: ({ pageParam, signal }) => listScripts({ ...filter, after: pageParam, limit: 50 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const to = (tab: Tab, id?: string) => `/scripts/review?tab=${tab}${id ? `&id=${id}` : ''}`
  const view = !id ? (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={scriptText.choose} />
  ) : tab === 'waiting' ? (
    <ReviewCard key={id} id={id} />
  ) : (
    <ScriptView key={id} id={id} />
  )
  if (phone && id)
    return (
      <Page title={scriptText.reviewTitle} above={<Link to={to(tab)}>← {commonText.back}</Link>}>
        {view}
      </Page>
    )
  return (
    <Page title={scriptText.reviewTitle} tabTitle={`${tabs[tab].label} · ${scriptText.reviewTitle}`}>
      <ScriptsNav />
      <Tabs
        activeKey={tab}
        onChange={(key) => setSearch({ tab: key })}
        items={(Object.keys(tabs) as Tab[]).map((key) => ({
          key,
          label: `${tabs[key].label}${key === tab && query.data ? ` ${query.data.pages[0]?.total ?? 0}` : ''}`,
        }))}
      />
      <div className="list-and-detail">
        <div>
          <Loaded query={query} rows={6} isEmpty={({ pages }) => pages[0]?.items.length === 0} empty={empty}>
            {({ pages }) => (
              <ul className="plain-list card flush">
                {pages
                  .flatMap(({ items }) => items)
                  .map((script) => (
                    <ScriptRow
                      key={script.id}
                      script={script}
                      chosen={script.id === id}
                      to={to(tab, script.id)}
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
        </div>
        {!phone && view}
      </div>
    </Page>
  )
}
