import { Link } from 'react-router'
import type { Resident } from '../../api/residents.ts'
import { doorText } from '../../ui/place-text.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { needWords, personText } from '../../ui/text/workbench/person.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { stationDay } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { ResidentPhones } from './resident-phones.tsx'

/** Who she is, where she lives, and how to speak with her so that she understands. */
export function ResidentFacts({ resident }: { resident: Resident }) {
  const { household, bornOn, diedOn, nicknames, languages, needs } = resident
  return (
    <Card title={personText.facts}>
      {needs.length > 0 && (
        <p className="button-row">
          {needs.map((need) => (
            <DotTag key={need} tone="amber">
              {needWords[need]}
            </DotTag>
          ))}
        </p>
      )}
      <dl className="facts gap-above">
        <dt>{commonText.phone}</dt>
        <dd>
          {resident.phone ? <a href={`tel:${resident.phone}`}>{resident.phone}</a> : commonText.unknown}
        </dd>
        <Fact name={personText.nicknames}>{nicknames.join('、')}</Fact>
        <Fact name={personText.bornOn}>
          {bornOn && personText.born(bornOn, ageOn(bornOn, diedOn ?? stationDay()))}{' '}
          {diedOn && personText.died(diedOn)}
        </Fact>
        <Fact name={personText.languages}>{languages.join('、')}</Fact>
        <dt>{residentText.address}</dt>
        <dd>
          {household ? (
            <>
              <Link to={`/villages/${household.villageId}`}>{household.villageName}</Link>{' '}
              <Link to={`/households/${household.id}`}>{doorText(household)}</Link>
            </>
          ) : (
            residentText.noHousehold
          )}
        </dd>
        {resident.family.length > 0 && (
          <>
            <dt>{residentText.family}</dt>
            <dd className="button-row">
              {resident.family.map((person) => (
                <Link key={person.id} to={`/residents/${person.id}`}>
                  {person.name}
                </Link>
              ))}
            </dd>
          </>
        )}
        {resident.note && (
          <>
            <dt>{residentText.note}</dt>
            <dd className="pre-line">{resident.note}</dd>
          </>
        )}
      </dl>
      <ResidentPhones resident={resident} />
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  const text = [children].flat().filter((part) => part && part !== ' ')
  if (text.length === 0) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

function ageOn(bornOn: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0)
}
