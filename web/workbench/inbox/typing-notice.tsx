import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { useNow } from '../../ui/use-now.ts'
import { useMe } from '../officers/use-me.ts'
import { typing } from '../shell/live-feed.ts'

const freshMs = 6000

/** A colleague is answering the same person at this moment. */
export function TypingNotice({ conversationId }: { conversationId: string }) {
  const me = useMe()
  const now = useNow(2000)
  const writing = typing.use()[conversationId]
  if (!writing || writing.officerId === me.officer.id || now - writing.at > freshMs) return null
  return (
    <p className="typing-notice" role="status">
      {inboxText.writing(writing.name)}
    </p>
  )
}
