import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { Fragment } from 'react'
import { type Appointment, type CalendarDay, listCounters, readOpeningHours } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { clockTime, weekdayOf } from '../../ui/time.ts'
import { AppointmentLine } from './appointment-line.tsx'

/** One column a counter, with the break between the stretches of the day. */
export function DayView(props: {
  day: string
  items: Appointment[]
  calendar: CalendarDay | undefined
  onOpen: (id: string) => void
}) {
  const { day, items, calendar, onOpen } = props
  const { data: counters } = useQuery({ queryKey: ['counters'], queryFn: listCounters, staleTime: 300_000 })
  const { data: hours } = useQuery({
    queryKey: ['opening-hours'],
    queryFn: readOpeningHours,
    staleTime: 300_000,
  })
  const spans = (hours?.spans ?? [])
    .filter(({ weekday }) => weekday === weekdayOf(day))
    .toSorted((a, b) => a.opens.localeCompare(b.opens))
  const columns = [
    ...(counters?.items ?? [])
      .filter(({ id, closedAt }) => !closedAt || items.some(({ counter }) => counter?.id === id))
      .map(({ id, name }) => ({ id, name, items: items.filter(({ counter }) => counter?.id === id) })),
    { id: '', name: appointmentText.noCounter, items: items.filter(({ counter }) => !counter) },
  ].filter(({ id, items: own }) => id !== '' || own.length > 0)
  if (calendar && !calendar.open && items.length === 0) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={`${appointmentText.closed} ${calendar.name ?? ''}`}
      />
    )
  }
  if (columns.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={appointmentText.empty} />
  }
  const breakAt = spans.length > 1 ? spans[0]?.closes : undefined
  const breakEnds = spans[1]?.opens
  return (
    <div className="counters">
      {columns.map((column) => {
        const firstAfter = breakAt
          ? column.items.findIndex(({ startsAt }) => clockTime(startsAt) >= breakAt)
          : -1
        return (
          <section key={column.id} className="counter">
            <h2>
              {column.name} <span className="quiet">{appointmentText.count(column.items.length)}</span>
            </h2>
            {column.items.length === 0 && <p className="quiet">{appointmentText.empty}</p>}
            {column.items.map((item, index) => (
              <Fragment key={item.id}>
                {index === firstAfter && (
                  <p className="break-line">
                    {appointmentText.lunch} {breakAt}–{breakEnds}
                  </p>
                )}
                <AppointmentLine item={item} onOpen={onOpen} />
              </Fragment>
            ))}
          </section>
        )
      })}
    </div>
  )
}
