import { Empty } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import type { InboxQueue } from '../../../contract/vocabulary.ts'
import { inboxQueues } from '../../../contract/vocabulary.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { usePhone } from '../../ui/use-phone.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import './inbox.css'
import { ConversationList } from './conversation-list.tsx'
import { ConversationView } from './conversation-view.tsx'
import { QueueNav } from './queue-nav.tsx'

/** Queues, list and conversation beside each other; on a phone one at a time, with the way back in the address. */
export function InboxPage() {
  const { queue: named, id } = useParams()
  const [search] = useSearchParams()
  const phone = usePhone()
  const queue: InboxQueue = inboxQueues.find((each) => each === named) ?? 'waiting'
  usePageTitle(id ? undefined : inboxText.title)
  const backTo = `/inbox/${queue}?${search}`
  const conversation = id ? (
    <ConversationView key={id} id={id} backTo={backTo} />
  ) : (
    <div className="nothing-chosen">
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={inboxText.choose} />
    </div>
  )
  if (phone && id) return <div className="inbox one">{conversation}</div>
  return (
    <div className={phone ? 'inbox one' : 'inbox'}>
      <div className="inbox-left">
        {!id && <h1 className="only-heard">{inboxText.title}</h1>}
        <QueueNav queue={queue} />
        <ConversationList queue={queue} chosen={id} />
      </div>
      {!phone && conversation}
    </div>
  )
}
