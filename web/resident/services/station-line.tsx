import { PhoneLink } from '../shell/phone-link.tsx'
import { useVisit } from '../shell/station.ts'
import { guideText } from '../text/guides.ts'

/** Whom to ring up and where to go: also on paper, where there is nothing to tap. */
export function StationLine() {
  const station = useVisit().station
  if (!station) return null
  return (
    <section className="card">
      <h2>{guideText.unclear}</h2>
      <p>
        {station.name}
        {station.phone ? (
          <>
            {' '}
            <PhoneLink number={station.phone} />
          </>
        ) : null}
      </p>
      {station.address ? <p>{station.address}</p> : null}
    </section>
  )
}
