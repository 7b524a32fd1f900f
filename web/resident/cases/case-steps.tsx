import type { ResidentCase } from '../../api/resident-cases.ts'
import { momentText } from '../../ui/time.ts'
import { caseText } from '../text/cases.ts'

type Status = ResidentCase['status']

const stepOf: Record<Status, number> = { open: 0, in_progress: 1, waiting_resident: 2, done: 3, closed: 3 }
const names = [caseText.accepted, caseText.inProgress, caseText.waiting, caseText.done]

/** The way of a case as four steps. "Waiting for your papers" is shown only where it was ever taken. */
export function CaseSteps(props: {
  status: Status
  changes: ResidentCase['statusChanges']
  openedAt: string
}) {
  const current = stepOf[props.status]
  const reached = new Map<number, string>([[0, props.openedAt]])
  for (const { status, changedAt } of props.changes) reached.set(stepOf[status], changedAt)
  const shown = names
    .map((name, step) => ({ name, step }))
    .filter(({ step }) => step !== 2 || current === 2 || reached.has(2))
  return (
    <ol className="steps">
      {shown.map(({ name, step }) => {
        const at = step <= current ? reached.get(step) : undefined
        const state = step === current ? 'now' : step < current ? 'past' : 'ahead'
        return (
          <li key={step} className={state} aria-current={step === current ? 'step' : undefined}>
            <b>{name}</b>
            {at ? <time dateTime={at}>{momentText(at)}</time> : null}
          </li>
        )
      })}
    </ol>
  )
}
