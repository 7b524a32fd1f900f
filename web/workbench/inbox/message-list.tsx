import { Button } from 'antd'
import { Fragment, useState } from 'react'
import { type Conversation, type Message, readOlderMessages } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { dayText, stationDay } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'
import { MessageBubble } from './message-bubble.tsx'
import { outbox } from './outbox.ts'
import { PendingBubble } from './pending-bubble.tsx'
import { TypingNotice } from './typing-notice.tsx'

/** The messages with the days between them; it stays at the newest unless somebody has scrolled up. */
export function MessageList({ data }: { data: Conversation }) {
  const { id } = data.conversation
  const [older, setOlder] = useState<{ messages: Message[]; more: boolean }>()
  const first = older?.messages[0] ?? data.messages[0]
  const read = useDeed(() => readOlderMessages(id, first?.id ?? ''), {
    onDone: (page) =>
      setOlder((known) => ({ messages: [...page.messages, ...(known?.messages ?? [])], more: page.more })),
  })
  const here = new Set(data.messages.map((message) => message.id))
  // While the newest page moves on, what leaves its beginning is kept until it is read as "older".
  const messages = [...(older?.messages ?? []).filter((message) => !here.has(message.id)), ...data.messages]
  const known = new Set(messages.map((message) => message.id))
  const pending = outbox
    .use()
    .filter((each) => each.conversationId === id && !(each.messageId && known.has(each.messageId)))
  return (
    <div className="messages">
      <div className="messages-in" role="log" aria-label={data.conversation.number}>
        {(older ? older.more : data.more) && (
          <Button type="link" block loading={read.isPending} onClick={() => read.mutate()}>
            {inboxText.older}
          </Button>
        )}
        {messages.map((message, index) => {
          const day = stationDay(message.sentAt)
          const before = messages[index - 1]
          return (
            <Fragment key={message.id}>
              {(!before || stationDay(before.sentAt) !== day) && (
                <div className="day-line">{dayText(day)}</div>
              )}
              <MessageBubble message={message} contactName={data.conversation.contact.name} />
            </Fragment>
          )
        })}
        {pending.map((each) => (
          <PendingBubble key={each.clientKey} pending={each} />
        ))}
        <TypingNotice conversationId={id} />
      </div>
    </div>
  )
}
