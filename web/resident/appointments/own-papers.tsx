import { useState } from 'react'
import { answersOf, conditionOf, type GuideAnswers, narrowGuide } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { showPublicGuide } from '../../api/public-guides.ts'
import {
  answerOwnAppointment,
  type OwnPaper,
  type ResidentAppointment,
} from '../../api/resident-appointments.ts'
import { Questions } from '../services/questions.tsx'
import '../services/services.css'
import { currentCode } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { bookingText } from '../text/booking.ts'
import { useSameAnswers } from './use-same-answers.ts'

/** What to bring to an appointment, and the questions that make it her own list: the one the station sees too. */
export function OwnPapers(props: { appointment: ResidentAppointment; reload: () => Promise<void> }) {
  const { appointment, reload } = props
  useSameAnswers(appointment, reload)
  const { kind } = narrowGuide(askingOf(appointment), standingOf(appointment))
  // Papers for what she does not need would send her the wrong way.
  const bring = appointment.elsewhere ? null : <Bring key="bring" appointment={appointment} />
  if (!appointment.mayAnswer) return bring
  // What to bring comes first as soon as it is known.
  const whole = kind === 'checklist'
  const questions = <OwnQuestions key="questions" {...props} whole={whole} />
  return whole ? [bring, questions] : [questions, bring]
}

const standingOf = ({ answers }: ResidentAppointment) => answersOf(answers)
const askingOf = ({ questions }: ResidentAppointment) => ({ questions, materials: [], conditionsWhen: [] })

function OwnQuestions(props: {
  appointment: ResidentAppointment
  reload: () => Promise<void>
  whole: boolean
}) {
  const { id, guide, guideVersion, answers: given } = props.appointment
  const [draft, setDraft] = useState<GuideAnswers>()
  const [trouble, setTrouble] = useState('')
  const named = useLoaded(`guide.${guide.slug}`, () => showPublicGuide(currentCode(), guide.slug))
  const standing = standingOf(props.appointment)
  const asking = { ...askingOf(props.appointment), otherGuides: named.data?.otherGuides ?? [] }
  async function change(next: GuideAnswers) {
    setTrouble('')
    setDraft(next)
    // Only what she has just said: what an officer put right meanwhile stays.
    const said = Object.fromEntries(Object.entries(next).filter(([key, answer]) => standing[key] !== answer))
    try {
      if (Object.keys(said).length > 0) {
        await answerOwnAppointment(id, { version: guideVersion, answers: said })
        await props.reload()
      }
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
      setDraft(undefined)
      return props.reload()
    }
    // A way answered anew stays here until it is whole; then what the station keeps is shown.
    if (narrowGuide(asking, next).kind !== 'question') setDraft((now) => (now === next ? undefined : now))
  }
  return (
    <>
      <Questions
        guide={asking}
        answers={draft ?? standing}
        change={(next) => void change(next)}
        {...(props.whole ? { note: bookingText.listAbove } : {})}
      />
      {given.some(({ byStation }) => byStation) ? (
        <p className="soft">{bookingText.correctedByStation}</p>
      ) : null}
      <p className="trouble" role="alert">
        {trouble}
      </p>
    </>
  )
}

function Bring({ appointment }: { appointment: ResidentAppointment }) {
  const { answers, conditions, waived, photos } = appointment
  const bring = appointment.bring.filter(isBrought)
  const certain = bring.filter((paper) => !conditionOf(paper))
  const open = bring.filter(conditionOf)
  return (
    <section className="card">
      <h2>{bookingText.bring}</h2>
      {bring.length === 0 ? <p>{bookingText.bringNothing}</p> : null}
      {answers.length > 0 ? <p className="soft">{bookingText.byAnswers}</p> : null}
      <Papers papers={certain} photos={photos} />
      {open.length > 0 ? (
        <>
          <h3>{bookingText.maybe}</h3>
          <Papers papers={open} photos={photos} />
        </>
      ) : null}
      {conditions.map((line) => (
        <p key={line} className="notice">
          {line}
        </p>
      ))}
      {waived.length > 0 ? (
        <p className="soft">{bookingText.waived(waived.map(({ name }) => name).join('；'))}</p>
      ) : null}
    </section>
  )
}

function Papers({ papers, photos }: { papers: OwnPaper[]; photos: ResidentAppointment['photos'] }) {
  if (papers.length === 0) return null
  return (
    <ul className="bring">
      {papers.map((paper) => {
        const condition = conditionOf(paper)
        const shown = photos.find(({ key }) => key === paper.key)
        return (
          <li key={paper.key}>
            {paper.name}
            {paper.copies > 1 ? bookingText.copies(paper.copies) : ''}
            {shown ? <span className="soft">{bookingText.photos(shown.count)}</span> : null}
            {condition ? <span className="when-needed">{bookingText.when(condition)}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
