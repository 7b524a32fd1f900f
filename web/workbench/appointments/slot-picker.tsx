import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listSlots } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { addDays, clockTime, dayText, stationDay } from '../../ui/time.ts'
import { Loaded } from '../ui/loaded.tsx'

const daysShown = 7

/** The free times of a service, a week at a time; closed days say why. */
export function SlotPicker(props: {
  guideSlug: string | undefined
  /** The appointment that is to be moved. */
  moving?: string
  value?: string
  onChange?: (startsAt: string) => void
}) {
  const today = stationDay()
  const [from, setFrom] = useState(today)
  const slug = props.guideSlug ?? ''
  const query = useQuery({
    queryKey: ['slots', slug, from],
    queryFn: () =>
      listSlots({
        ...{ guideSlug: slug, from, days: daysShown },
        ...(props.moving ? { appointmentId: props.moving } : {}),
      }),
    enabled: slug !== '',
    staleTime: 10_000,
  })
  if (!slug) return <p className="quiet">{appointmentText.chooseGuide}</p>
  return (
    <div className="slot-picker">
      <div className="spread">
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={appointmentText.before}
          disabled={from <= today}
          onClick={() => setFrom(addDays(from, -daysShown))}
        />
        <span className="quiet">
          {dayText(from)} – {dayText(addDays(from, daysShown - 1))}
        </span>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={appointmentText.after}
          disabled={from >= addDays(today, 28)}
          onClick={() => setFrom(addDays(from, daysShown))}
        />
      </div>
      <Loaded
        query={query}
        rows={4}
        isEmpty={({ days }) => days.every((day) => day.slots.length === 0)}
        empty={appointmentText.noSlots}
      >
        {({ days }) => (
          <div className="slot-days">
            {days.map(({ day, open, name, slots }) => (
              <div key={day} className="slot-day">
                <b>{dayText(day)}</b>
                {!open && <span className="quiet">{name ?? appointmentText.closed}</span>}
                {open && (
                  <div className="slot-times">
                    {slots.map(({ startsAt, free }) => (
                      <Button
                        key={startsAt}
                        size="small"
                        type={props.value === startsAt ? 'primary' : 'default'}
                        disabled={free === 0}
                        title={free === 0 ? appointmentText.taken : undefined}
                        aria-pressed={props.value === startsAt}
                        onClick={() => props.onChange?.(startsAt)}
                      >
                        {clockTime(startsAt)}
                      </Button>
                    ))}
                  </div>
                )}
              </div>
            ))}
          </div>
        )}
      </Loaded>
    </div>
  )
}
