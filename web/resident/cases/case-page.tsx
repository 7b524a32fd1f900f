import { type ResidentCase, showOwnCase } from '../../api/resident-cases.ts'
import { clockTime, dayText, momentText, stationDay } from '../../ui/time.ts'
import { Link } from '../shell/link.tsx'
import { useLive } from '../shell/live.ts'
import { Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { caseText } from '../text/cases.ts'
import { CaseMaterials } from './case-materials.tsx'
import { CaseOutcome } from './case-outcome.tsx'
import { CaseSteps } from './case-steps.tsx'
import '../matter.css'
import './cases.css'

/** One case: where it stands, which papers are missing, what came of it. */
export function CasePage(props: { id: string }) {
  const loaded = useLoaded(`case.${props.id}`, () => showOwnCase(props.id))
  const { reload } = loaded
  useLive((change) => {
    if (!change || change.subjectId === props.id || change.subjectKind === 'case') void reload()
  })
  return (
    <Page title={caseText.title(loaded.data?.number ?? '')}>
      <Show of={loaded}>{(matter) => <CaseText matter={matter} reload={reload} />}</Show>
    </Page>
  )
}

function CaseText(props: { matter: ResidentCase; reload: () => Promise<void> }) {
  const { matter, reload } = props
  const due = matter.clocks.find((clock) => !clock.stoppedAt && !clock.paused)
  const paused = matter.clocks.some((clock) => !clock.stoppedAt && clock.paused)
  return (
    <>
      <p className="title">{matter.title}</p>
      {matter.merged ? <p className="notice">{caseText.merged}</p> : null}
      <CaseSteps status={matter.status} changes={matter.statusChanges} openedAt={matter.openedAt} />
      {matter.officerName ? <p>{caseText.officer(matter.officerName)}</p> : null}
      {matter.finishedAt === null && due ? <p>{caseText.due(dueText(due.dueAt))}</p> : null}
      {matter.finishedAt === null && paused ? <p className="soft">{caseText.paused}</p> : null}
      <CaseOutcome matter={matter} reload={reload} />
      {matter.materials.length > 0 ? <CaseMaterials matter={matter} reload={reload} /> : null}
      {matter.guide?.slug ? (
        <Link to={pathTo('guides', matter.guide.slug)} className="button outline wide">
          {caseText.guide(matter.guide.name)}
        </Link>
      ) : matter.guide ? (
        <p className="soft">{caseText.hiddenGuide(matter.guide.name)}</p>
      ) : null}
      {matter.conversationId ? (
        <Link to={pathTo('conversations', matter.conversationId)} className="button outline wide">
          {caseText.talk}
        </Link>
      ) : null}
    </>
  )
}

/** A limit that ends at midnight ends with the day before. */
const dueText = (at: string) =>
  clockTime(at) === '00:00' ? dayText(stationDay(Date.parse(at) - 1)) : momentText(at)
