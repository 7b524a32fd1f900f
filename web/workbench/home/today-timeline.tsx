import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listAppointments } from '../../api/appointments.ts'
import { appointmentWords } from '../../ui/text/vocabulary.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { homeText } from '../../ui/text/workbench/home.ts'
import { clockTime, stationDay } from '../../ui/time.ts'
import { appointmentTone } from '../appointments/appointment-tone.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'

/** Who comes to the counter today, in order; what is over is faint. */
export function TodayTimeline() {
  const day = stationDay()
  const query = useQuery({ queryKey: ['appointments', { day }], queryFn: () => listAppointments({ day }) })
  return (
    <Card title={homeText.today} extra={<Link to="/appointments">{homeText.openAll}</Link>}>
      <Loaded
        query={query}
        rows={3}
        isEmpty={({ items }) => items.length === 0}
        empty={appointmentText.empty}
      >
        {({ items }) => (
          <ol className="plain-list timeline">
            {items.map((item) => (
              <li
                key={item.id}
                className={item.status === 'booked' || item.status === 'arrived' ? '' : 'over'}
              >
                <Link to={`/appointments?day=${day}&id=${item.id}`} className="work-row">
                  <time>{clockTime(item.startsAt)}</time>
                  <span className="work-title">
                    {item.personName} <span className="quiet">{item.guide.name}</span>
                  </span>
                  <DotTag tone={appointmentTone[item.status]}>{appointmentWords[item.status]}</DotTag>
                </Link>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  )
}
