import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { listAppointments } from '../../api/appointments.ts'
import { appointmentWords } from '../../ui/text/vocabulary.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { momentText, stationDay } from '../../ui/time.ts'
import { appointmentTone } from '../appointments/appointment-tone.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'

export function RelatedAppointments({ contactId }: { contactId: string }) {
  const { data } = useQuery({
    queryKey: ['appointments', { contactId }],
    queryFn: () => listAppointments({ contactId }),
  })
  if (!data?.items.length) return null
  return (
    <Card title={inboxText.appointments}>
      <ul className="plain-list link-list">
        {data.items.slice(-6).map((item) => (
          <li key={item.id}>
            <Link to={`/appointments?day=${stationDay(item.startsAt)}&id=${item.id}`}>
              {momentText(item.startsAt)} {item.guide.name}
            </Link>{' '}
            <DotTag tone={appointmentTone[item.status]}>{appointmentWords[item.status]}</DotTag>
          </li>
        ))}
      </ul>
    </Card>
  )
}
