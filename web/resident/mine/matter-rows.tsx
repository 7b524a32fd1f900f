import type { ResidentAppointment } from '../../api/resident-appointments.ts'
import type { ResidentCaseItem } from '../../api/resident-cases.ts'
import type { ResidentConversationItem } from '../../api/resident-inbox.ts'
import { appointmentWords } from '../../ui/text/vocabulary.ts'
import { clockTime, dayText, momentText, stationDay } from '../../ui/time.ts'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { caseText } from '../text/cases.ts'
import { mineText } from '../text/mine.ts'

/** A question: what was asked first, and whether there is an answer. */
export function ConversationRow(props: { of: ResidentConversationItem }) {
  const { id, number, preview, answered, closedAt, rated, lastMessageAt } = props.of
  const state = closedAt
    ? rated
      ? mineText.closed
      : mineText.rateIt
    : answered
      ? mineText.answered
      : mineText.waitingForAnswer
  return (
    <li>
      <Link to={pathTo('conversations', id)} className="row-link">
        <b>{preview}</b>
        <span className={answered && !closedAt ? 'state new' : 'state'}>{state}</span>
        <span>
          {number} · {momentText(lastMessageAt)}
        </span>
      </Link>
    </li>
  )
}

const caseState: Record<ResidentCaseItem['status'], string> = {
  open: caseText.accepted,
  in_progress: caseText.inProgress,
  waiting_resident: caseText.waiting,
  done: caseText.done,
  closed: caseText.done,
}

/** A case: where it stands and what is missing. */
export function CaseRow(props: { of: ResidentCaseItem }) {
  const { id, number, title, status, missingMaterials, rateable, finishedAt } = props.of
  return (
    <li>
      <Link to={pathTo('cases', id)} className="row-link">
        <b>{title}</b>
        <span className={status === 'waiting_resident' ? 'state new' : 'state'}>
          {rateable ? mineText.rateIt : caseState[status]}
        </span>
        {missingMaterials > 0 && !finishedAt ? (
          <span className="state new">{mineText.missing(missingMaterials)}</span>
        ) : null}
        <span>{number}</span>
      </Link>
    </li>
  )
}

/** An appointment: when and what for. */
export function AppointmentRow(props: { of: ResidentAppointment }) {
  const { id, guide, startsAt, status, number } = props.of
  return (
    <li>
      <Link to={pathTo('appointments', id)} className="row-link">
        <b>
          {dayText(stationDay(startsAt))} {clockTime(startsAt)}
        </b>
        <span className="state">
          {guide.name} · {appointmentWords[status]}
        </span>
        <span>{number}</span>
      </Link>
    </li>
  )
}
