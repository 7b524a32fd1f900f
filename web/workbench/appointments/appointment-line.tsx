import type { Appointment } from '../../api/appointments.ts'
import { appointmentWords } from '../../ui/text/vocabulary.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { clockTime } from '../../ui/time.ts'
import { DotTag } from '../ui/dot-tag.tsx'
import { appointmentTone } from './appointment-tone.ts'

export function AppointmentLine(props: { item: Appointment; short?: boolean; onOpen: (id: string) => void }) {
  const { item } = props
  return (
    <button type="button" className={`appointment ${item.status}`} onClick={() => props.onOpen(item.id)}>
      <time dateTime={item.startsAt}>{clockTime(item.startsAt)}</time>
      <b>
        {item.queueNumber !== null && `${appointmentText.queue(item.queueNumber)} `}
        {item.personName}
      </b>
      {!props.short && <DotTag tone={appointmentTone[item.status]}>{appointmentWords[item.status]}</DotTag>}
      <span className="quiet">
        {item.guide.name} {!props.short && item.phone}
      </span>
      {item.callDue && (
        <span className="call-due">
          <DotTag tone="red">{appointmentText.callDue}</DotTag>
        </span>
      )}
    </button>
  )
}
