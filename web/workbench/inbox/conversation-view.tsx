import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useCallback, useState } from 'react'
import { showConversation } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { useWide } from '../../ui/use-phone.ts'
import { Loaded } from '../ui/loaded.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { Composer } from './composer.tsx'
import { ConversationHead } from './conversation-head.tsx'
import { MessageList } from './message-list.tsx'
import { PaidClock } from './paid-clock.tsx'
import { PhoneTasks } from './phone-tasks.tsx'
import { ReplyLineNote } from './reply-line-note.tsx'
import { SidePanel } from './side-panel.tsx'
import { TriageBar } from './triage-bar.tsx'
import { useWhyKey, WhyPanel, type WhyPart } from './why-panel.tsx'

/** One conversation with what can be done about it. A live refresh changes the messages, never what is being typed. */
export function ConversationView({ id, backTo }: { id: string; backTo: string }) {
  const wide = useWide()
  const [panel, setPanel] = useState(false)
  const [why, setWhy] = useState<WhyPart>()
  const toggleWhy = useCallback(() => setWhy((open) => (open ? undefined : 'reading')), [])
  useWhyKey(toggleWhy)
  const query = useQuery({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) => showConversation(id, signal),
    // Opening a conversation always asks, since the stream only speaks of what is on the screen.
    staleTime: 0,
  })
  const item = query.data?.conversation
  usePageTitle(item && `${item.contact.name || inboxText.unnamed} ${item.number}`)
  return (
    <>
      <section className="conversation" aria-label={item?.number}>
        <Loaded query={query} rows={10}>
          {(data) => (
            <>
              <ConversationHead
                data={data}
                backTo={backTo}
                onDetails={wide ? undefined : () => setPanel(true)}
              />
              <TriageBar data={data} onWhy={toggleWhy} />
              <PaidClock since={data.paidSaidAt} />
              <MessageList data={data} />
              <PhoneTasks data={data} />
              <ReplyLineNote data={data} />
              <Composer data={data} onWhy={() => setWhy('scripts')} />
            </>
          )}
        </Loaded>
      </section>
      {query.data?.mayHandle && why && (
        <WhyPanel data={query.data} part={why} onClose={() => setWhy(undefined)} />
      )}
      {query.data && wide && (
        <aside className="side-panel" aria-label={inboxText.details}>
          <SidePanel data={query.data} />
        </aside>
      )}
      {query.data && !wide && (
        <Drawer open={panel} onClose={() => setPanel(false)} title={inboxText.details} size={400}>
          <SidePanel data={query.data} />
        </Drawer>
      )}
    </>
  )
}
