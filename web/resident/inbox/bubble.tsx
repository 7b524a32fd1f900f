import type { Message } from '../../api/resident-inbox.ts'
import { momentText } from '../../ui/time.ts'
import { matterText } from '../text/matter.ts'
import { FileView } from './file-view.tsx'

/** One message: hers on the right, the station's with the name of who wrote it on the left. */
export function Bubble(props: { message: Message }) {
  const { direction, body, author, files, sentAt } = props.message
  const mine = direction === 'inbound'
  const who = mine ? matterText.me : author ? matterText.officer(author.name) : matterText.station
  return (
    <li className={mine ? 'bubble mine' : 'bubble'}>
      <span className="who">
        {who} · <time dateTime={sentAt}>{momentText(sentAt)}</time>
      </span>
      <div>
        {body ? <p className="said">{body}</p> : null}
        {files.map((file) => (
          <FileView key={file.id} file={file} />
        ))}
      </div>
    </li>
  )
}
