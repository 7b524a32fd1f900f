import { checklistOf, type GuideAnswers, narrowGuide, type Step } from '../../../contract/narrow-guide.ts'
import { wordAnswers } from '../../../contract/told-papers.ts'
import { type Guide, showPublicGuide } from '../../api/public-guides.ts'
import { listOwnAppointments } from '../../api/resident-appointments.ts'
import { listOwnCases } from '../../api/resident-cases.ts'
import { dayText } from '../../ui/time.ts'
import { whenText } from '../appointments/slot-picker.tsx'
import { Link } from '../shell/link.tsx'
import { Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { guideText } from '../text/guides.ts'
import { addressPart, useAnswers } from './answers.ts'
import { feeText } from './guide-row.tsx'
import { MaterialList } from './material-list.tsx'
import { Questions } from './questions.tsx'
import { ReadAloud } from './read-aloud.tsx'
import { ShareButtons } from './share-buttons.tsx'
import { StationLine } from './station-line.tsx'
import './services.css'

/** One matter of the counter: what to bring, what it costs, how long, and the two next steps. */
export function GuidePage(props: { slug: string }) {
  const guide = useLoaded(`guide.${props.slug}`, () => showPublicGuide(currentCode(), props.slug))
  return (
    <Page title={guide.data?.name ?? guideText.title}>
      <Show of={guide}>{(shown) => <OwnGuide guide={shown} />}</Show>
    </Page>
  )
}

function OwnGuide(props: { guide: Guide }) {
  const { guide } = props
  // Papers are photographed where the case is; without one they go to the station in a message.
  const cases = useLoaded('cases', listOwnCases)
  const running = cases.data?.items.find((each) => !each.finishedAt && each.guideId === guide.id)
  const appointments = useLoaded('appointments', listOwnAppointments)
  const booked = appointments.data?.items.find((each) => each.mayAnswer && each.guide.id === guide.id)
  return <GuideText guide={guide} running={running} booked={running ? undefined : booked} />
}

/** What a guide says and asks. `preview`: as an officer sees it who writes it, with nothing to send. */
export function GuideText(props: {
  guide: Guide
  running?: { id: string; number: string } | undefined
  /** Her time for it: there the list is kept that the station sees too. */
  booked?: { id: string; startsAt: string } | undefined
  preview?: boolean
}) {
  const { guide, running, booked, preview } = props
  const [answers, change] = useAnswers(guide.slug, !preview)
  const now = narrowGuide(guide, answers)
  const own = checklistOf(guide, now.path)
  const elsewhere = now.kind === 'guide'
  return (
    <>
      <p>{guide.summary}</p>
      {guide.needsCheck || guide.notice ? (
        <p className="notice">
          {guide.notice ?? guideText.check}（{guideText.validUntil(dayText(guide.expiresOn))}）
        </p>
      ) : null}
      {running ? (
        <Link to={pathTo('cases', running.id)} className="notice no-print">
          {guideText.myCase(running.number)}
        </Link>
      ) : null}
      {booked ? (
        <Link to={pathTo('appointments', booked.id)} className="notice no-print">
          {guideText.myAppointment(whenText(booked.startsAt))}
        </Link>
      ) : null}
      <ReadAloud sentences={guide.plain} />
      <Questions guide={guide} answers={answers} change={change} />
      {elsewhere ? null : own.materials.length > 0 ? (
        <MaterialList
          guide={guide}
          materials={own.materials}
          answers={wordAnswers(guide.questions, Object.fromEntries(pathOf(now)))}
          answered={now.kind === 'checklist' && now.path.length > 0}
          telling={!running && !preview}
        />
      ) : (
        <section className="card">
          <h2>{guideText.materials}</h2>
          <p>{guide.materials.length === 0 ? guideText.noPapers : guideText.noPapersForYou}</p>
        </section>
      )}
      <dl className="card fee">
        <dt>{guideText.fee}</dt>
        <dd className="title">{feeText(guide.feeYuan)}</dd>
        {guide.feeNote ? <dd className="soft">{guide.feeNote}</dd> : null}
        <dt>{guideText.time}</dt>
        <dd>
          <b>{guide.timeLimit}</b>
        </dd>
        {guide.sameDay ? <dd className="same-day">✓ {guideText.sameDay}</dd> : null}
      </dl>
      <Lines
        title={guideText.conditions}
        lines={[...guide.conditions, ...own.conditions.map(({ text }) => text)]}
      />
      <Lines title={guideText.proxies} lines={guide.proxies} />
      <Lines title={guideText.notAskedFor} lines={guide.notAskedFor} className="not-asked" />
      <Lines title={guideText.steps} lines={guide.steps} numbered />
      <Lines title={guideText.where} lines={[guide.where]} />
      {guide.online ? <Lines title={guideText.online} lines={[guide.online]} /> : null}
      <Lines title={guideText.mistakes} lines={guide.mistakes} />
      {guide.legalBasis.length > 0 ? (
        <details className="card">
          <summary>{guideText.legalBasis}</summary>
          <ul className="lines">
            {guide.legalBasis.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {guide.basisOn ? <p className="soft">{guideText.basisOn(dayText(guide.basisOn))}</p> : null}
        </details>
      ) : null}
      {preview ? null : (
        <>
          <StationLine />
          <PageEnd guide={guide} answers={answers} elsewhere={elsewhere} />
        </>
      )}
    </>
  )
}

const pathOf = (now: { path: Step[] }) => now.path.map(({ question, answer }) => [question.key, answer])

function PageEnd(props: { guide: Guide; answers: GuideAnswers; elsewhere: boolean }) {
  const { guide, answers } = props
  return (
    <div className="page-end no-print">
      {guide.bookable && !props.elsewhere ? (
        <Link to={`${pathTo('booking')}?guide=${guide.slug}${addressPart(answers)}`} className="button wide">
          {guideText.book}
        </Link>
      ) : null}
      <Link to={`${pathTo('ask')}?about=${encodeURIComponent(guide.name)}`} className="button outline wide">
        {guideText.ask}
      </Link>
      <ShareButtons title={guide.name} />
    </div>
  )
}

function Lines(props: { title: string; lines: string[]; numbered?: boolean; className?: string }) {
  const lines = props.lines.filter(Boolean)
  if (lines.length === 0) return null
  const List = props.numbered ? 'ol' : 'ul'
  return (
    <section className={`card ${props.className ?? ''}`}>
      <h2>{props.title}</h2>
      {lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <List className="lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      )}
    </section>
  )
}
