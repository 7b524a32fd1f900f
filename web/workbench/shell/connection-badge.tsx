import { shellText } from '../../ui/text/workbench/shell.ts'
import { durationText } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { liveState } from './live-feed.ts'

/** Whether what is on the screen is the present, and if not, how old it is. */
export function ConnectionBadge() {
  const { connected, heardAt } = liveState.use()
  const now = useNow(5000)
  const words = connected
    ? shellText.live
    : heardAt
      ? shellText.offline(durationText(now - heardAt))
      : shellText.connecting
  return (
    <span className={`connection ${connected ? 'on' : heardAt ? 'off' : 'wait'}`} role="status">
      <i aria-hidden /> {words}
    </span>
  )
}
