import { listPublicGuides } from '../../api/public-guides.ts'
import { Link } from '../shell/link.tsx'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { bookingText } from '../text/booking.ts'
import { OwnBooking } from './own-booking.tsx'
import './appointments.css'

/** What for, which day, which time, who. `talk`: the conversation it is booked from, where the reminders then go. */
export function BookingPage(props: { slug: string; talk: string }) {
  const from = props.talk ? `talk=${props.talk}` : ''
  const guides = useLoaded('guides.', () => listPublicGuides(currentCode()))
  return (
    <Page title={bookingText.title}>
      <Show of={guides}>
        {({ items }) => {
          const chosen = items.find((guide) => guide.slug === props.slug && guide.bookable)
          if (chosen) {
            return (
              <>
                <div className="card">
                  <b className="title">{chosen.name}</b>
                  <span className="soft">{bookingText.minutes(chosen.minutes)}</span>
                  <Link to={`${pathTo('booking')}${from && `?${from}`}`} className="inline-link" replace>
                    {bookingText.other}
                  </Link>
                </div>
                <OwnBooking key={chosen.slug} slug={chosen.slug} talk={props.talk} />
              </>
            )
          }
          const bookable = items.filter((guide) => guide.bookable)
          if (bookable.length === 0) return <Empty>{bookingText.noGuide}</Empty>
          return (
            <>
              {props.slug ? (
                <p className="notice" role="status">
                  {bookingText.notNow}
                </p>
              ) : null}
              <h2>{bookingText.which}</h2>
              <ul className="rows">
                {bookable.map((guide) => (
                  <li key={guide.slug}>
                    <Link
                      to={`${pathTo('booking')}?guide=${guide.slug}${from && `&${from}`}`}
                      className="row-link"
                    >
                      <b>{guide.name}</b>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Show>
    </Page>
  )
}
