import { Button } from 'antd'
import { useState } from 'react'
import { type Case, changeStatus, reopenCase } from '../../api/cases.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { BookDialog } from '../appointments/book-dialog.tsx'
import { useMay } from '../officers/use-me.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { OutcomeDialog } from './outcome-dialog.tsx'
import { WaitingDialog } from './waiting-dialog.tsx'

type Next = 'in_progress' | 'waiting_resident' | 'closed' | 'reopen'

/** What can become of the case next. */
export function CaseSteps({ data }: { data: Case }) {
  const may = useMay()
  const [next, setNext] = useState<Next>()
  const [finishing, setFinishing] = useState(false)
  const [booking, setBooking] = useState(false)
  const step = useDeed(
    (note: string) =>
      next === 'reopen'
        ? reopenCase(data.id, note)
        : changeStatus(data.id, { status: next ?? 'in_progress', note }),
    { touches: [['case', data.id], ['cases'], ['home']], onDone: () => setNext(undefined) },
  )
  const over = data.status === 'done' || data.status === 'closed'
  const labels: Record<Next, string> = {
    in_progress: data.status === 'open' ? caseText.start : caseText.goOn,
    waiting_resident: caseText.waitResident,
    closed: caseText.archive,
    reopen: caseText.reopen,
  }
  const shown: Next[] = over
    ? data.status === 'done'
      ? ['reopen', 'closed']
      : ['reopen']
    : data.status === 'in_progress'
      ? ['waiting_resident']
      : data.status === 'open'
        ? ['in_progress', 'waiting_resident']
        : ['in_progress']
  return (
    <>
      {may('appointments.write') && !over && (
        <Button onClick={() => setBooking(true)}>{appointmentText.book}</Button>
      )}
      {shown.map((each) => (
        <Button key={each} onClick={() => setNext(each)}>
          {labels[each]}
        </Button>
      ))}
      {!over && (
        <Button
          type="primary"
          disabled={!data.mayDecide}
          title={data.mayDecide ? '' : caseText.mayNot}
          onClick={() => setFinishing(true)}
        >
          {caseText.finish}
        </Button>
      )}
      {next === 'waiting_resident' && <WaitingDialog data={data} onClose={() => setNext(undefined)} />}
      {next && next !== 'waiting_resident' && (
        <ReasonDialog
          title={labels[next]}
          busy={step.isPending}
          optional={next !== 'reopen'}
          max={500}
          onReason={(note) => step.mutate(note)}
          onClose={() => setNext(undefined)}
        />
      )}
      {finishing && <OutcomeDialog data={data} onClose={() => setFinishing(false)} />}
      {booking && (
        <BookDialog
          from={{
            caseId: data.id,
            name: data.contact?.name ?? data.people[0]?.name,
            phone: data.contact?.phone ?? data.people[0]?.phone,
          }}
          onClose={() => setBooking(false)}
        />
      )}
    </>
  )
}
