import { Link } from 'react-router'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { clockTime } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'

/** Minutes since the resident said that she has paid: a bank stops a payment for as long as the money lies there. */
export function PaidClock({ since }: { since: string | null }) {
  const now = useNow()
  if (!since) return null
  const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))
  return (
    <p className="paid-clock" role="timer" aria-label={inboxText.paidMinutes(minutes)}>
      <b className="numbers">{inboxText.paidMinutes(minutes)}</b>
      <span>{inboxText.paidSince(clockTime(since))}</span>
      <Link to="/scripts?library=anti_fraud&stage=just_paid">{inboxText.paidScripts}</Link>
    </p>
  )
}
