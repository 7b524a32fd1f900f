import { Button } from 'antd'
import { Fragment } from 'react'
import { type Conversation, readOlderMessages } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { searchText } from '../../ui/text/workbench/search.ts'
import { dayText, stationDay } from '../../ui/time.ts'
import { useThread } from '../../ui/use-thread.ts'
import { useDeed } from '../ui/use-deed.ts'
import { HandOverLine } from './hand-over-line.tsx'
import { MessageBubble } from './message-bubble.tsx'
import { outbox } from './outbox.ts'
import { PendingBubble } from './pending-bubble.tsx'
import { TypingNotice } from './typing-notice.tsx'
import { useSought } from './use-sought.ts'

/** The messages with the days between them; it stays at the newest unless somebody has scrolled up. */
export function MessageList({ data }: { data: Conversation }) {
  const { id } = data.conversation
  const { messages, more, addOlder } = useThread(data)
  const read = useDeed(() => readOlderMessages(id, messages[0]?.id ?? ''), { onDone: addOlder })
  const sought = useSought(messages, more, read)
  const known = new Set(messages.map((message) => message.id))
  const pending = outbox
    .use()
    .filter((each) => each.conversationId === id && !(each.messageId && known.has(each.messageId)))
  return (
    <div className="messages">
      <div className="messages-in" role="log" aria-label={data.conversation.number}>
        {sought.far && (
          <p className="quiet sought-far" role="status">
            {searchText.soughtFar}
          </p>
        )}
        {more && (
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
              {data.handOvers
                .filter(({ at }) => isBetween(at, before?.sentAt, message.sentAt, more))
                .map((told) => (
                  <HandOverLine key={told.id} told={told} />
                ))}
              <MessageBubble
                message={message}
                conversation={data.conversation}
                mayHandle={data.mayHandle}
                sought={message.id === sought.id}
              />
            </Fragment>
          )
        })}
        {data.handOvers
          .filter(({ at }) => Date.parse(at) >= Date.parse(messages.at(-1)?.sentAt ?? '1970-01-01'))
          .map((told) => (
            <HandOverLine key={told.id} told={told} />
          ))}
        {pending.map((each) => (
          <PendingBubble key={each.clientKey} pending={each} />
        ))}
        <TypingNotice conversationId={id} />
      </div>
    </div>
  )
}

/** Whether it stands before a message and after the one before it; before the first one where there is nothing older. */
function isBetween(at: string, before: string | undefined, message: string, more: boolean): boolean {
  const moment = Date.parse(at)
  if (moment >= Date.parse(message)) return false
  return before === undefined ? !more : moment >= Date.parse(before)
}
