import type { Case } from '../../api/cases.ts'
import { caseText, secondTripWords } from '../../ui/text/workbench/cases.ts'
import { momentText } from '../../ui/time.ts'

type Trip = Case['secondTrips'][number]

/** For which papers somebody had to come again, and why. */
export function SecondTripList({ trips }: { trips: Trip[] }) {
  return (
    <ul className="plain-list">
      {trips.map((trip) => (
        <li key={`${trip.recordedAt} ${trip.name}`} className="line">
          <b>{trip.name}</b> {secondTripWords[trip.cause]}
          <p className="pre-line">{trip.reason}</p>
          <span className="quiet">
            {trip.officer?.name} {momentText(trip.recordedAt)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How often it happened with a guide. */
export const secondTripsTitle = (trips: number) =>
  trips === 0 ? caseText.noSecondTrips : caseText.secondTripCount(trips)
