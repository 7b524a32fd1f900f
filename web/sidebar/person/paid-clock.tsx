import { sidebarText } from '../../ui/text/sidebar.ts'
import { clockTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'

/** Minutes since she said that she has paid, above everything else: a bank stops a payment while the money lies there. */
export function PaidClock({ since }: { since: string | null }) {
  const now = useNow()
  if (!since) return null
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))
  return (
    <p className="paid-clock" role="timer" aria-label={sidebarText.paidMinutes(minutes)}>
      <b>{sidebarText.paidMinutes(minutes)}</b>
      <span>{sidebarText.paidSince(clockTime(since))}</span>
    </p>
  )
}
