import { useQuery } from '@tanstack/react-query'
import { countSecondTrips } from '../../api/cases.ts'
import { caseText, secondTripWords } from '../../ui/text/workbench/cases.ts'
import { SecondTripList, secondTripsTitle } from '../cases/second-trip-list.tsx'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'

/** How often a guide's people had to come again for a paper: what to mend in the guide. */
export function SecondTripsCard({ guideId }: { guideId: string }) {
  const query = useQuery({
    queryKey: ['guide', guideId, 'second-trips'],
    queryFn: () => countSecondTrips(guideId),
  })
  return (
    <Card title={caseText.secondTrips}>
      <Loaded query={query} rows={2}>
        {({ trips, papers, causes, recent }) => (
          <>
            <p className={trips === 0 ? 'quiet' : ''}>{secondTripsTitle(trips)}</p>
            {trips > 0 && (
              <>
                <p className="gap-below">
                  {papers.map(({ name, count }) => (
                    <DotTag key={name}>{`${name} ${caseText.times(count)}`}</DotTag>
                  ))}{' '}
                  {causes.map(({ cause, count }) => (
                    <DotTag key={cause} tone="amber">
                      {`${secondTripWords[cause]} ${caseText.times(count)}`}
                    </DotTag>
                  ))}
                </p>
                <SecondTripList trips={recent} />
              </>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}
