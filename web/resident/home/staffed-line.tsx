import { useEffect } from 'react'
import { useOnline } from '../../ui/use-online.ts'
import { refreshStation, useVisit } from '../shell/station.ts'
import { homeText } from '../text/home.ts'
import { soonText } from './soon-text.ts'

const refreshMs = 60_000

/** Whether anybody is at the screen at this moment; else who is on duty until when, or when somebody will be. */
export function StaffedLine() {
  const { station, fresh, error } = useVisit()
  const online = useOnline()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refreshStation()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [])
  if (!station) return null
  // What was true before the network went is not said any more: somebody may be waiting for help on the strength of it.
  const cut = !online || (!fresh && error)
  if (!fresh || cut)
    return (
      <p className="staffed">
        {cut ? homeText.notKnown : homeText.lastKnown}
        {cut ? (
          <a className="inline-link" href="tel:110">
            {homeText.urgent}
          </a>
        ) : null}
      </p>
    )
  if (station.attended) return <p className="staffed on">{homeText.attended}</p>
  const { staffedUntil, staffedNextAt } = station
  return (
    <p className="staffed">
      {staffedUntil ? homeText.onDuty : homeText.notStaffed}
      {staffedUntil ? <b>{homeText.onDutyUntil(soonText(staffedUntil))}</b> : null}
      {staffedNextAt ? <b>{homeText.staffedNext(soonText(staffedNextAt))}</b> : null}
      <a className="inline-link" href="tel:110">
        {homeText.urgent}
      </a>
    </p>
  )
}
