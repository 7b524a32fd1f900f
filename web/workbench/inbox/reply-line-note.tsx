import type { Conversation } from '../../api/inbox.ts'
import { wechatText } from '../../ui/text/workbench/wechat.ts'
import { useNow } from '../../ui/use-now.ts'

/** How many answers WeChat still takes and for how long; red when it takes none. */
export function ReplyLineNote({ line }: { line: Conversation['replyLine'] }) {
  const now = useNow()
  if (!line) return null
  const minutes = Math.floor((Date.parse(line.endsAt) - now) / 60_000)
  // Said where one would write.
  if (line.stopped) return null
  const refusal =
    line.over || minutes < 0 ? wechatText.lineOver : line.left === 0 ? wechatText.lineFull : null
  if (refusal) return <p className="reply-line over">{refusal}</p>
  const time = minutes >= 60 ? wechatText.hours(Math.floor(minutes / 60)) : wechatText.minutes(minutes)
  const scarce = line.left <= 1 || minutes < 120
  return <p className={scarce ? 'reply-line scarce' : 'reply-line'}>{wechatText.line(line.left, time)}</p>
}
