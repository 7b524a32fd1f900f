import { listOwnAppointments, type ResidentAppointment } from '../../api/resident-appointments.ts'
import { appointmentWords } from '../../ui/text/vocabulary.ts'
import { clockTime, dayText, stationDay } from '../../ui/time.ts'
import { Link } from '../shell/link.tsx'
import { useLive } from '../shell/live.ts'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { PhoneLink } from '../shell/phone-link.tsx'
import { pathTo, usePlace } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { bookingText } from '../text/booking.ts'
import { AppointmentActions } from './appointment-actions.tsx'
import { OwnPapers } from './own-papers.tsx'
import { whenText } from './slot-picker.tsx'
import './appointments.css'

/** One appointment: when, where, what to bring; to move or give up until it begins. */
export function AppointmentPage(props: { id: string }) {
  const fresh = usePlace().query.get('new') === '1'
  const list = useLoaded('appointments', listOwnAppointments)
  const { reload } = list
  useLive((change) => {
    // The list of a case is that of its appointment too.
    if (!change || change.subjectId === props.id || change.name.startsWith('case.')) void reload()
  })
  const mine = list.data?.items.find((each) => each.id === props.id)
  return (
    <Page title={fresh && mine?.status === 'booked' ? bookingText.booked : bookingText.title}>
      <Show of={list}>
        {() => (mine ? <Details appointment={mine} reload={reload} /> : <Empty>{bookingText.missing}</Empty>)}
      </Show>
    </Page>
  )
}

function Details(props: { appointment: ResidentAppointment; reload: () => Promise<void> }) {
  const { appointment, reload } = props
  const { guide, startsAt, endsAt, status, number, place, counterName, queueNumber, movedFrom } = appointment
  return (
    <>
      <section className={status === 'booked' ? 'card number-card' : 'card'}>
        <p>{guide.name}</p>
        <p className="title">{dayText(stationDay(startsAt))}</p>
        <p className="when">
          {clockTime(startsAt)}–{clockTime(endsAt)}
        </p>
        <p>
          {bookingText.number} <b>{number}</b> · {appointmentWords[status]}
        </p>
        {movedFrom ? <p className="soft">{bookingText.movedFrom(whenText(movedFrom))}</p> : null}
        {counterName ? <p>{bookingText.counter(counterName)}</p> : null}
        {queueNumber === null ? null : <p>{bookingText.queue(queueNumber)}</p>}
      </section>
      {status === 'booked' || status === 'arrived' ? (
        <OwnPapers appointment={appointment} reload={reload} />
      ) : null}
      <section className="card">
        <h2>{bookingText.place}</h2>
        <p>
          {place.name} {place.address}
        </p>
        {place.phone ? <PhoneLink number={place.phone} /> : null}
      </section>
      {appointment.mayChange ? (
        <AppointmentActions appointment={appointment} reload={reload} />
      ) : (
        <>
          {status === 'booked' ? <p className="soft">{bookingText.noReply}</p> : null}
          <Link to={`${pathTo('booking')}?guide=${guide.slug}`} className="button outline wide">
            {bookingText.again}
          </Link>
        </>
      )}
    </>
  )
}
