import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Appointment, listAppointments } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { CallDone } from './call-done.tsx'

/** Whom no message reaches, and whose time is near: to be rung up. Nothing when there is nobody. */
export function CallList({ onOpen }: { onOpen: (id: string) => void }) {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['appointments', 'call-due'],
    queryFn: () => listAppointments({ callDue: true }),
  })
  const items = data?.items ?? []
  if (items.length === 0 || !may('appointments.write')) return null
  return (
    <Card title={`${appointmentText.callDue} ${appointmentText.count(items.length)}`}>
      <p className="quiet">{appointmentText.callWhy}</p>
      <ul className="plain-list">
        {items.map((item) => (
          <Line key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
    </Card>
  )
}

/** The number is hidden in part until the appointment is opened: who looked at it is written down there. */
function Line({ item, onOpen }: { item: Appointment; onOpen: (id: string) => void }) {
  return (
    <li className="line spread">
      <span>
        <b>{momentText(item.startsAt)}</b> {item.personName} <span className="quiet">{item.guide.name}</span>{' '}
        {item.phone || <span className="quiet">{appointmentText.noPhone}</span>}
      </span>
      <span className="button-row">
        <Button onClick={() => onOpen(item.id)}>{appointmentText.seeNumber}</Button>
        <CallDone id={item.id} />
      </span>
    </li>
  )
}
