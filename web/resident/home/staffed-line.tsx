import { useEffect } from 'react'
import { addDays, clockTime, dayText, stationDay } from '../../ui/time.ts'
import { refreshStation, useVisit } from '../shell/station.ts'
import { homeText } from '../text/home.ts'

const refreshMs = 60_000

/** Whether anybody reads at this moment, as rostered; after hours, when somebody will. */
export function StaffedLine() {
  const { station, fresh } = useVisit()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refreshStation()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [])
  if (!station) return null
  if (!fresh) return <p className="staffed">{homeText.lastKnown}</p>
  if (station.staffed) return <p className="staffed on">{homeText.staffed}</p>
  const next = station.staffedNextAt
  return (
    <p className="staffed">
      {homeText.notStaffed}
      {next ? <b>{homeText.staffedNext(whenText(next))}</b> : null}
    </p>
  )
}

function whenText(at: string): string {
  const day = stationDay(at)
  const clock = clockTime(at)
  if (day === stationDay()) return homeText.today(clock)
  if (day === addDays(stationDay(), 1))
    return clock < '12:00' ? homeText.tomorrow(clock) : homeText.tomorrowLater(clock)
  return `${dayText(day)} ${clock}`
}
