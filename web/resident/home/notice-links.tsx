import type { ResidentNotice } from '../../api/resident-notices.ts'
import { headOf } from '../notices/notice-card.tsx'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { noticeText } from '../text/notices.ts'

const most = 2

/** The newest notices of the station for her village, by their titles. */
export function NoticeLinks({ items }: { items: ResidentNotice[] }) {
  return (
    <>
      {items.slice(0, most).map((notice) => (
        <Link key={notice.id} to={pathTo('notices', notice.id)} className="notice">
          【{headOf(notice)}】{notice.title}
        </Link>
      ))}
      {items.length > most ? (
        <Link to={pathTo('notices')} className="quiet-link">
          {noticeText.all(items.length)}
        </Link>
      ) : null}
    </>
  )
}
