import type { Conversation } from '../../api/inbox.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { sessionText } from '../../ui/text/workbench/wechat-session.ts'
import { useNow } from '../../ui/use-now.ts'
import { TakeBackButton } from './take-back-button.tsx'

/**
 * How many answers WeChat still takes and for how long; red when it takes none. Where she uses several accounts of ours,
 * which one answers go over, and which chats a colleague has in the WeCom client meanwhile.
 */
export function ReplyLineNote({ data }: { data: Conversation }) {
  const { replyLine: line } = data
  if (!line) return null
  return (
    <>
      {line.elsewhere.map(({ line: other, account }) => (
        <p key={other} className="reply-line">
          {sessionText.elsewhere(account)}{' '}
          {data.mayHandle && !data.conversation.closedAt && (
            <TakeBackButton small id={data.conversation.id} line={other} />
          )}
        </p>
      ))}
      {/* That it is stopped is said where one would write. */}
      {!line.stopped && <LineLeft line={line} />}
    </>
  )
}

function LineLeft({ line }: { line: NonNullable<Conversation['replyLine']> }) {
  const now = useNow()
  const minutes = Math.floor((Date.parse(line.endsAt) - now) / 60_000)
  const before = line.account && `${wechatText.answersOver(line.account)} · `
  const refusal =
    line.over || minutes < 0 ? wechatText.lineOver : line.left === 0 ? wechatText.lineFull : null
  if (refusal)
    return (
      <p className="reply-line over">
        {before}
        {refusal}
      </p>
    )
  const time = minutes >= 60 ? wechatText.hours(Math.floor(minutes / 60)) : wechatText.minutes(minutes)
  const scarce = line.left <= 1 || minutes < 120
  return (
    <p className={scarce ? 'reply-line scarce' : 'reply-line'}>
      {before}
      {wechatText.line(line.left, time)}
    </p>
  )
}
