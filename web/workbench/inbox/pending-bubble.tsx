import { Button } from 'antd'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { Attachments } from '../ui/attachments.tsx'
import { changeDraft } from './drafts.ts'
import { type Outgoing, send, takeOut } from './outbox.ts'

/** What was sent but is not with the server yet, or did not get there. */
export function PendingBubble({ pending }: { pending: Outgoing }) {
  const failed = pending.state === 'failed'
  return (
    <article className={`bubble ${pending.kind} pending ${failed ? 'failed' : ''}`}>
      {pending.body && <p className="bubble-body">{pending.body}</p>}
      <Attachments files={pending.files} />
      <p className="bubble-state" role="status">
        {failed ? `${inboxText.failed}：${pending.error}` : inboxText.sending}
      </p>
      {failed && (
        <p>
          <Button size="small" onClick={() => void send(pending)}>
            {inboxText.sendAgain}
          </Button>{' '}
          <Button
            size="small"
            type="text"
            onClick={() => {
              takeOut(pending.clientKey)
              changeDraft(pending.conversationId, pending.kind, {
                body: pending.body,
                scripts: pending.scripts ?? [],
                files: pending.files,
              })
            }}
          >
            {inboxText.takeBack}
          </Button>
        </p>
      )}
    </article>
  )
}
