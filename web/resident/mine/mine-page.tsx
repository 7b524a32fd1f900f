import type { ReactNode } from 'react'
import { listOwnAppointments } from '../../api/resident-appointments.ts'
import { listOwnCases } from '../../api/resident-cases.ts'
import { listOwnConversations } from '../../api/resident-inbox.ts'
import { NextAppointment } from '../home/next-appointment.tsx'
import { isEmpty, useLetters } from '../inbox/outbox.ts'
import { Link } from '../shell/link.tsx'
import { useLive } from '../shell/live.ts'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { askText } from '../text/ask.ts'
import { consentsText } from '../text/consents.ts'
import { mineText } from '../text/mine.ts'
import { readsText } from '../text/reads.ts'
import { AppointmentRow, CaseRow, ConversationRow } from './matter-rows.tsx'
import { MyLink } from './my-link.tsx'
import { PhoneUse } from './phone-use.tsx'

/** Everything of this resident: what waits on the phone, questions, cases, appointments, and the way in from elsewhere. */
export function MinePage() {
  const all = useLoaded('mine', async () => {
    const [talks, cases, appointments] = await Promise.all([
      listOwnConversations(),
      listOwnCases(),
      listOwnAppointments(),
    ])
    return { talks, cases: cases.items, appointments: appointments.items }
  })
  useLive(() => void all.reload())
  return (
    <Page title={mineText.title}>
      <Unsent />
      <Show of={all}>
        {({ talks, cases, appointments }) => (
          <>
            <NextAppointment items={appointments} />
            {talks.length + cases.length + appointments.length === 0 ? <Empty>{mineText.none}</Empty> : null}
            <Group
              title={mineText.appointments}
              rows={appointments.map((each) => <AppointmentRow key={each.id} of={each} />)}
            />
            <Group title={mineText.cases} rows={cases.map((each) => <CaseRow key={each.id} of={each} />)} />
            <Group
              title={mineText.talks}
              rows={talks.map((each) => <ConversationRow key={each.id} of={each} />)}
            />
          </>
        )}
      </Show>
      {all.data || all.error ? <Below /> : null}
    </Page>
  )
}

/** Only once the list stands: a list that comes while a finger is down would push these away from under it. */
function Below() {
  return (
    <>
      <Link to={pathTo('ask')} className="button wide">
        {askText.title}
      </Link>
      <Link to={pathTo('reads')} className="button outline wide">
        {readsText.title}
      </Link>
      <Link to={pathTo('consents')} className="button outline wide">
        {consentsText.title}
      </Link>
      <MyLink />
      <PhoneUse />
    </>
  )
}

function Group(props: { title: string; rows: ReactNode[] }) {
  if (props.rows.length === 0) return null
  return (
    <>
      <h2>{props.title}</h2>
      <ul className="rows">{props.rows}</ul>
    </>
  )
}

function Unsent() {
  const letters = useLetters().filter(
    (letter) => letter.state === 'waiting' || (letter.state === 'refused' && !isEmpty(letter)),
  )
  return (
    <Group
      title={mineText.unsent}
      rows={letters.map((letter) => (
        <li key={letter.key}>
          <Link to={pathTo('sent', letter.key)} className="row-link unsent">
            <b>{letter.body.slice(0, 40) || askText.recordFile}</b>
            <span>{letter.state === 'refused' ? letter.trouble : askText.waiting}</span>
          </Link>
        </li>
      ))}
    />
  )
}
