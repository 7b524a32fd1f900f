import { listNotices } from '../../api/resident-notices.ts'
import { Link } from '../shell/link.tsx'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { noticeText } from '../text/notices.ts'
import { NoticeCard } from './notice-card.tsx'

/** What the station tells her village now: the one she came for first, or the most urgent. Who opened it is not kept. */
export function NoticesPage({ shown }: { shown: string }) {
  const notices = useLoaded('notices', listNotices)
  const village = notices.data?.villageName
  return (
    <Page title={noticeText.title} note={village ? noticeText.intro(village) : noticeText.introTown}>
      <Show of={notices}>
        {({ items }) => (
          <>
            {shown && !items.some(({ id }) => id === shown) ? (
              <p className="notice">{noticeText.gone}</p>
            ) : null}
            {items.length === 0 ? <Empty>{noticeText.none}</Empty> : null}
            {items
              .toSorted((a, b) => Number(b.id === shown) - Number(a.id === shown))
              .map((notice) => (
                <NoticeCard key={notice.id} notice={notice} />
              ))}
          </>
        )}
      </Show>
      <Link to={pathTo('ask')} className="button outline wide">
        {noticeText.ask}
      </Link>
    </Page>
  )
}
