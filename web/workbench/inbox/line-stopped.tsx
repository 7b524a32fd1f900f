import type { Conversation } from '../../api/inbox.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { TakeBackButton } from './take-back-button.tsx'

/** In place of the box to write in, while a colleague in the WeCom client has the chat or it is over. */
export function LineStopped({ data }: { data: Conversation }) {
  const { replyLine: line } = data
  if (!line) return null
  const isOver = line.stopped === 'session_over'
  return (
    <div className="line-stopped" role="note">
      <p>
        {line.account && `${wechatText.account(line.account)}：`}
        {isOver ? wechatText.lineEnded : wechatText.lineStopped}
      </p>
      {!isOver && <TakeBackButton id={data.conversation.id} line={line.line} />}
    </div>
  )
}
