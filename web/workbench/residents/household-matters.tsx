import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { showHouseholdMatters } from '../../api/households.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { AppointmentLines, CaseLines, ConversationLines } from './open-matters.tsx'

/** What is open of a household's people, and whether it can be reached. */
export function HouseholdMattersCard({ householdId }: { householdId: string }) {
  const query = useQuery({
    queryKey: ['household-matters', householdId],
    queryFn: () => showHouseholdMatters(householdId),
  })
  return (
    <Card
      title={householdText.matters}
      extra={
        query.data &&
        (query.data.reached ? (
          <DotTag tone="green">{householdText.reached}</DotTag>
        ) : (
          <DotTag tone="amber">{householdText.notReached}</DotTag>
        ))
      }
    >
      <Loaded query={query} rows={3}>
        {({ conversations, cases, appointments, groups }) => (
          <>
            {conversations.length + cases.length + appointments.length === 0 && (
              <p className="quiet">{householdText.nothingOpen}</p>
            )}
            <ConversationLines items={conversations} />
            {cases.length > 0 && <h3>{householdText.cases}</h3>}
            <CaseLines items={cases} />
            {appointments.length > 0 && <h3>{householdText.appointments}</h3>}
            <AppointmentLines items={appointments} />
            {groups.length > 0 && (
              <>
                <h3>{householdText.groups}</h3>
                <p className="button-row">
                  {groups.map(({ id, name }) => (
                    <Link key={id} to={`/wechat/groups/${id}`}>
                      {name}
                    </Link>
                  ))}
                </p>
              </>
            )}
          </>
        )}
      </Loaded>
    </Card>
  )
}
