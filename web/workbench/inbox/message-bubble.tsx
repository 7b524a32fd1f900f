import type { Conversation, Message } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { searchText } from '../../ui/text/workbench/search.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { clockTime, momentText } from '../../ui/time.ts'
import { Attachments } from '../ui/attachments.tsx'
import { AskTranscript } from './ask-transcript.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import { MessageBody } from './message-body.tsx'
import { TranscriptView } from './transcript-view.tsx'

export function MessageBubble(props: {
  message: Message
  conversation: Conversation['conversation']
  mayHandle: boolean
  sought: boolean
}) {
  const { message, conversation, mayHandle, sought } = props
  const { id: conversationId, contact } = conversation
  const { direction, author, toldBy, sentAt, receivedAt } = message
  // A phone without network sends late; both times are told when they are far apart.
  const late = Date.parse(receivedAt) - Date.parse(sentAt) > 5 * 60_000
  const who = author?.name ?? (direction === 'inbound' ? contact.name || inboxText.unnamed : inboxText.system)
  return (
    <article className={`bubble ${direction} ${sought ? 'sought' : ''}`} id={message.id}>
      <p className="bubble-who">
        {sought && <b className="only-heard">{searchText.sought} · </b>}
        {direction === 'note' && <b>{inboxText.note} · </b>}
        {who}
        {toldBy && ` · ${inboxText.toldBy(toldBy)}`}
        {message.account && ` · ${wechatText.account(message.account)}`}
        {message.scripts.length > 0 && ` · ${inboxText.fromScripts(message.scripts.length)}`}{' '}
        <time dateTime={sentAt} title={momentText(receivedAt)}>
          {clockTime(sentAt)}
          {late && ` → ${momentText(receivedAt)}`}
        </time>
      </p>
      {message.account ? (
        <MessageBody message={message} />
      ) : (
        message.body && <p className="bubble-body">{message.body}</p>
      )}
      <Attachments
        files={message.files}
        below={(fileId) => {
          const heard = message.transcripts?.find((each) => each.fileId === fileId)
          const ask = mayHandle && direction === 'inbound' && (
            <AskTranscript recording={{ conversationId, messageId: message.id, fileId }} heard={heard} />
          )
          return heard ? <TranscriptView transcript={heard}>{ask}</TranscriptView> : ask
        }}
      />
      <DeliveryLine message={message} />
    </article>
  )
}
