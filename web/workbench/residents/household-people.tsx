import { Button } from 'antd'
import { Link } from 'react-router'
import type { HouseholdPage, HouseholdPerson } from '../../api/households.ts'
import { absenceWords, householdText } from '../../ui/text/workbench/households.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import type { HouseholdDeed } from './household-dialogs.tsx'
import { OtherDoor } from './other-door.tsx'

type Props = { household: HouseholdPage; onDeed: ((deed: HouseholdDeed) => void) | undefined }

/** Who lives in a household, who is away, and who is only registered there. */
export function HouseholdPeople({ household, onDeed }: Props) {
  const { lives, registered } = household
  return (
    <>
      <Card title={householdText.lives} extra={householdText.peopleCount(lives.length)}>
        {lives.length === 0 && <p className="quiet">{householdText.nobodyLives}</p>}
        {lives.map((person) => (
          <PersonLine key={person.id} person={person} onDeed={onDeed} />
        ))}
      </Card>
      {registered.length > 0 && (
        <Card title={householdText.registered}>
          {registered.map((person) => (
            <PersonLine key={person.id} person={person} onlyRegistered onDeed={onDeed} />
          ))}
        </Card>
      )}
    </>
  )
}

function PersonLine(props: { person: HouseholdPerson; onlyRegistered?: boolean; onDeed: Props['onDeed'] }) {
  const { person, onlyRegistered, onDeed } = props
  return (
    <div className="spread line">
      <div>
        <Link to={`/residents/${person.id}`}>{person.name}</Link>{' '}
        {person.head && <DotTag tone="blue">{householdText.head}</DotTag>}{' '}
        {person.away && (
          <DotTag>
            {householdText.awayWhere(absenceWords[person.away.reason], person.away.place, person.away.leftOn)}
          </DotTag>
        )}
        <div className="quiet">
          {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}{' '}
          {householdText.sinceDay(person.beganOn)}{' '}
          {person.elsewhere && (
            <>
              {onlyRegistered ? householdText.livesAt('') : householdText.registeredAt('')}{' '}
              <OtherDoor other={person.elsewhere} />
            </>
          )}
        </div>
      </div>
      {onDeed && (
        <span className="button-row">
          {!onlyRegistered && (
            <Button
              size="small"
              type="text"
              aria-label={`${person.name} ${person.away ? householdText.back : householdText.away}`}
              onClick={() => onDeed({ do: person.away ? 'back' : 'away', person })}
            >
              {person.away ? householdText.back : householdText.away}
            </Button>
          )}
          <Button
            size="small"
            type="text"
            aria-label={`${person.name} ${householdText.leave}`}
            onClick={() => onDeed({ do: 'leave', person, ...(onlyRegistered && { onlyRegistered }) })}
          >
            {householdText.leave}
          </Button>
        </span>
      )}
    </div>
  )
}
