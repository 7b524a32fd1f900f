import type { ResidentNotice } from '../../api/resident-notices.ts'
import { momentText } from '../../ui/time.ts'
import { FileView } from '../inbox/file-view.tsx'
import { noticeText } from '../text/notices.ts'

/** What kind of notice it is, in one word. */
export const headOf = ({ isCorrection, urgency, kind }: ResidentNotice): string => {
  if (isCorrection) return noticeText.correction
  if (urgency === 'emergency') return noticeText.emergency
  return noticeText[kind]
}

const photo = { kind: 'photo', mediaType: 'image/jpeg', width: null, height: null, seconds: null } as const

/** A notice as a whole, with its pictures. */
export function NoticeCard({ notice }: { notice: ResidentNotice }) {
  return (
    <section className="card" id={notice.id}>
      <h2>
        【{headOf(notice)}】{notice.title}
      </h2>
      <p className="soft">{momentText(notice.at)}</p>
      <p className="said">{notice.body}</p>
      {notice.fileIds.map((id) => (
        <FileView key={id} file={{ ...photo, id }} />
      ))}
    </section>
  )
}
