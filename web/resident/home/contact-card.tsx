import type { PublicStation } from '../../api/resident-access.ts'
import { PhoneLink } from '../shell/phone-link.tsx'
import { homeText } from '../text/home.ts'
import { OpeningHours } from './opening-hours.tsx'

/** A person and a counter remain: every way in has one beside it. */
export function ContactCard(props: { station: PublicStation }) {
  const { station } = props
  return (
    <section className="card">
      <h2>{homeText.person}</h2>
      <p className="soft">{homeText.personNote}</p>
      {station.phone ? (
        <p>
          <PhoneLink number={station.phone} className="button outline" />
        </p>
      ) : null}
      {station.address ? (
        <p>
          {homeText.address}：{station.address}
          {station.latitude !== null && station.longitude !== null ? (
            <>
              {' '}
              <a className="inline-link" href={`geo:${station.latitude},${station.longitude}`}>
                {homeText.map}
              </a>
            </>
          ) : null}
        </p>
      ) : null}
      <OpeningHours />
    </section>
  )
}
