import { type Appointment, listAppointments } from '../../api/appointments.ts'
import { type CaseItem, listCases } from '../../api/cases.ts'
import type { ConversationItem } from '../../api/inbox.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { caseStatusWords } from '../../ui/text/vocabulary.ts'
import { clockTime, dayText, dueText, durationText, stationDay } from '../../ui/time.ts'
import { useNow } from '../../ui/use-now.ts'
import { Show } from '../shell/load-state.tsx'
import type { Loaded } from '../shell/use-loaded.ts'

const mostCases = 3

export type Running = { cases: CaseItem[]; total: number; appointment: Appointment | null }

/** What runs with this person: her open cases, soonest deadline first, and her next appointment. */
export async function readRunning(contactId: string): Promise<Running> {
  const [cases, { items }] = await Promise.all([
    listCases({ contactId, status: 'open', sort: 'due', limit: mostCases }),
    listAppointments({ contactId, status: 'booked' }),
  ])
  const now = Date.now()
  const appointment = items.find(({ endsAt }) => Date.parse(endsAt) > now) ?? null
  return { cases: cases.items, total: cases.total ?? cases.items.length, appointment }
}

export function Matters(props: { conversation: ConversationItem | null; running: Loaded<Running> }) {
  return (
    <section aria-labelledby="matters">
      <h2 id="matters">{sidebarText.matters}</h2>
      <Show of={props.running}>
        {({ cases, total, appointment }) => (
          <ul className="rows">
            {props.conversation ? <ConversationRow item={props.conversation} /> : null}
            {appointment ? <AppointmentRow item={appointment} /> : null}
            {cases.map((item) => (
              <CaseRow key={item.id} item={item} />
            ))}
            {total > cases.length ? (
              <li className="soft">{sidebarText.moreCases(total - cases.length)}</li>
            ) : null}
            {!props.conversation && !appointment && total === 0 ? (
              <li className="card empty">{sidebarText.nothingOpen}</li>
            ) : null}
          </ul>
        )}
      </Show>
    </section>
  )
}

function ConversationRow({ item }: { item: ConversationItem }) {
  const now = useNow()
  const waits = item.waitingSince ? now - Date.parse(item.waitingSince) : null
  return (
    <li>
      <a className="row-link" href={`/workbench/inbox/all/${item.id}`}>
        <span className="clip">{item.preview}</span>
        <span className="facts">
          {item.emergency ? <b className="tag red">{sidebarText.emergency}</b> : null}
          <span className={waits === null ? 'tag' : 'tag amber'}>
            {waits === null ? sidebarText.answered : sidebarText.waiting(durationText(waits))}
          </span>
          <span className="soft">{item.number}</span>
        </span>
      </a>
    </li>
  )
}

export function CaseRow({ item }: { item: CaseItem }) {
  const due = item.dueAt
    ? item.overdue
      ? sidebarText.overdue(dueText(item.dueAt))
      : sidebarText.due(dueText(item.dueAt))
    : sidebarText.noClock
  return (
    <li>
      <a className="row-link" href={`/workbench/cases/${item.id}`}>
        <b className="clip">{item.title}</b>
        <span className="facts">
          <span className="tag blue">{caseStatusWords[item.status]}</span>
          <span className={item.overdue ? 'tag red' : 'soft'}>{due}</span>
          <span className="soft">{item.number}</span>
        </span>
      </a>
    </li>
  )
}

/** '11月25日 周三 09:30' */
export const whenText = (at: string) => `${dayText(stationDay(at))} ${clockTime(at)}`

function AppointmentRow({ item }: { item: Appointment }) {
  return (
    <li>
      <a className="row-link" href={`/workbench/appointments?day=${stationDay(item.startsAt)}&id=${item.id}`}>
        <span>{sidebarText.booked(whenText(item.startsAt), item.guide.name)}</span>
      </a>
    </li>
  )
}
