import type { ReactNode } from 'react'
import { listOwnAppointments } from '../../api/resident-appointments.ts'
import { listNotices } from '../../api/resident-notices.ts'
import { Skeleton } from '../shell/load-state.tsx'
import { useInTime } from '../shell/use-in-time.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { NextAppointment } from './next-appointment.tsx'
import { NoticeLinks } from './notice-links.tsx'

/** How long the buttons wait for the news above them, in milliseconds. */
const patience = 700

/** Notices and the next appointment above the buttons; below them when they come late, so that no button moves. */
export function HomeNews(props: { children: ReactNode }) {
  const notices = useLoaded('notices', listNotices)
  const appointments = useLoaded('appointments', listOwnAppointments)
  const known = [notices, appointments].every(({ data, error }) => data || error)
  const inTime = useInTime(known, patience)
  if (inTime === 'waiting') return <Skeleton />
  const news = (
    <>
      <NoticeLinks items={notices.data?.items ?? []} />
      <NextAppointment items={appointments.data?.items ?? []} />
    </>
  )
  return (
    <>
      {inTime === 'in time' && news}
      {props.children}
      {inTime === 'late' && news}
    </>
  )
}
