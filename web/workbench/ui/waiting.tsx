import { durationText } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'

const amberAfterMs = 10 * 60_000
const redAfterMs = 30 * 60_000
const emergencyRedAfterMs = 60_000

/** How long something has waited, growing by itself: amber after ten minutes, red after thirty, an emergency after one. */
export function Waiting({ since, emergency }: { since: string; emergency?: boolean }) {
  const now = useNow()
  const waited = Math.max(0, now - Date.parse(since))
  const level =
    waited >= (emergency ? emergencyRedAfterMs : redAfterMs)
      ? 'late'
      : waited >= amberAfterMs
        ? 'soon'
        : 'fine'
  return (
    <time dateTime={since} className={`waiting ${level}`}>
      {durationText(waited)}
    </time>
  )
}
