import { Link } from 'react-router'
import type { HouseholdMatters } from '../../api/households.ts'
import { appointmentWords, caseStatusWords } from '../../ui/text/vocabulary.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { momentText, stationDay } from '../../ui/time.ts'
import { appointmentTone } from '../appointments/appointment-tone.ts'
import { caseTone } from '../cases/case-tone.ts'
import { DotTag } from '../ui/dot-tag.tsx'

export function ConversationLines({ items }: { items: HouseholdMatters['conversations'] }) {
  return (
    <ul className="plain-list">
      {items.map((item) => (
        <li key={item.id} className="line">
          <Link to={`/inbox/all/${item.id}`} className="two-lines">
            {item.preview || item.number}
          </Link>
          <div className="quiet">
            {item.person} · {item.number}{' '}
            {item.waitingSince && (
              <DotTag tone="amber">{householdText.waitsSince(momentText(item.waitingSince))}</DotTag>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

export function CaseLines({ items }: { items: HouseholdMatters['cases'] }) {
  return (
    <ul className="plain-list link-list">
      {items.map((item) => (
        <li key={item.id}>
          <Link to={`/cases/${item.id}`}>
            {item.title} <span className="quiet">{item.number}</span>
          </Link>{' '}
          <DotTag tone={caseTone[item.status]}>{caseStatusWords[item.status]}</DotTag>
        </li>
      ))}
    </ul>
  )
}

export function AppointmentLines({ items }: { items: HouseholdMatters['appointments'] }) {
  return (
    <ul className="plain-list link-list">
      {items.map((item) => (
        <li key={item.id}>
          <Link to={`/appointments?day=${stationDay(item.startsAt)}&id=${item.id}`}>
            {momentText(item.startsAt)} {item.guideName} <span className="quiet">{item.personName}</span>
          </Link>{' '}
          <DotTag tone={appointmentTone[item.status]}>{appointmentWords[item.status]}</DotTag>
        </li>
      ))}
    </ul>
  )
}
