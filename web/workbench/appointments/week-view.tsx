import type { Appointment, CalendarDay } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { addDays, dayText, stationDay } from '../../ui/time.ts'
import { AppointmentLine } from './appointment-line.tsx'

/** Seven days; closed ones are grey and say why. */
export function WeekView(props: {
  from: string
  items: Appointment[]
  days: CalendarDay[]
  onOpen: (id: string) => void
  onDay: (day: string) => void
}) {
  const today = stationDay()
  return (
    <div className="week">
      {Array.from({ length: 7 }, (_, index) => addDays(props.from, index)).map((day) => {
        const calendar = props.days.find((each) => each.day === day)
        const own = props.items.filter(({ startsAt }) => stationDay(startsAt) === day)
        return (
          <section
            key={day}
            className={`week-day ${calendar && !calendar.open ? 'closed' : ''} ${day === today ? 'today' : ''}`}
          >
            <button type="button" className="week-head" onClick={() => props.onDay(day)}>
              {dayText(day)}
              {calendar?.name && <span className="quiet"> {calendar.name}</span>}
            </button>
            {calendar && !calendar.open && own.length === 0 && (
              <p className="quiet">{appointmentText.closed}</p>
            )}
            {own.map((item) => (
              <AppointmentLine key={item.id} item={item} short onOpen={props.onOpen} />
            ))}
          </section>
        )
      })}
    </div>
  )
}
