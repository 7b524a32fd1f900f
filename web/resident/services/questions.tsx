import { type RefObject, useEffect, useRef, useState } from 'react'
import { type GuideAnswers, narrowGuide, type Step, unsure } from '../../../contract/narrow-guide.ts'
import type { Guide } from '../../api/public-guides.ts'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { guideText } from '../text/guides.ts'

type Asking = Pick<Guide, 'questions' | 'materials' | 'conditionsWhen' | 'otherGuides'>

/** One question at a time until the list is the family's own. Going back forgets no answer. */
export function Questions(props: {
  guide: Asking
  answers: GuideAnswers
  change: (answers: GuideAnswers) => void
  /** What is said of the list once all is answered; without it, that it stands below. */
  note?: string
}) {
  const { guide, answers, change, note = guideText.ownList } = props
  const now = narrowGuide(guide, answers)
  /** The question that is looked at again; the answers behind it stay. */
  const [again, setAgain] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const at = now.path.findIndex(({ question }) => question.key === again)
  const asked = at >= 0 ? now.path[at]!.question : now.kind === 'question' ? now.question : null
  const touched = useRef(false)
  // A screen reader hears the next question, and after the last one what came of them; nobody who has only opened the
  // page is moved.
  useEffect(() => {
    if (touched.current) heading.current?.focus()
  }, [asked?.key])
  if (guide.questions.length === 0) return null
  const place = at >= 0 ? at : now.path.length
  const left = now.kind === 'question' ? now.most - 1 : now.path.length - place - 1
  function answer(key: string) {
    if (!asked) return
    touched.current = true
    change({ ...answers, [asked.key]: key })
    const next = at >= 0 ? now.path[at + 1]?.question.key : undefined
    // The way may go elsewhere after another answer: then the first open question comes by itself.
    setAgain(key === answers[asked.key] && next ? next : null)
  }
  function back() {
    touched.current = true
    setAgain(now.path[place - 1]?.question.key ?? null)
  }
  function anew() {
    touched.current = true
    change({})
  }
  if (!asked) return <Answered {...{ guide, now, heading, note, back, anew }} />
  return (
    <section className="card questions no-print">
      <p className="soft">
        {guideText.questionAt(place + 1)} {left > 0 ? guideText.questionsLeft(left) : ''}
      </p>
      <progress value={place} max={place + 1 + Math.max(0, left)} aria-label={guideText.progress} />
      <h2 ref={heading} tabIndex={-1}>
        {asked.text}
      </h2>
      {asked.answers.map(({ key, text }) => (
        <Choice key={key} name={text} chosen={answers[asked.key] === key} choose={() => answer(key)} />
      ))}
      <Choice
        name={guideText.unsure}
        chosen={answers[asked.key] === unsure}
        choose={() => answer(unsure)}
        quiet
      />
      {place > 0 ? (
        <button type="button" className="button outline small" onClick={back}>
          ‹ {guideText.questionBack}
        </button>
      ) : (
        <p className="soft">{guideText.questionsWhy}</p>
      )}
    </section>
  )
}

function Choice(props: { name: string; chosen: boolean; quiet?: boolean; choose: () => void }) {
  const { name, chosen, quiet } = props
  return (
    <button
      type="button"
      className={`button wide ${chosen ? 'chosen' : 'outline'} ${quiet ? 'quiet' : ''}`}
      aria-pressed={chosen}
      onClick={props.choose}
    >
      {name}
    </button>
  )
}

type Now = ReturnType<typeof narrowGuide>

/** What was answered, and where it led. */
function Answered(props: {
  guide: Asking
  now: Now
  heading: RefObject<HTMLHeadingElement | null>
  note: string
  back: () => void
  anew: () => void
}) {
  const { guide, now } = props
  const other = now.kind === 'guide' ? guide.otherGuides.find(({ slug }) => slug === now.slug) : undefined
  return (
    <section className="card questions">
      <h2 ref={props.heading} tabIndex={-1}>
        {guideText.yourSituation}
      </h2>
      <ul className="lines">
        {now.path.map((step) => (
          <li key={step.question.key}>
            {step.question.text} <b>{wordsOf(step)}</b>
          </li>
        ))}
      </ul>
      {now.kind === 'guide' ? (
        <div className="notice">
          {other ? (
            <>
              <p>{guideText.otherGuide}</p>
              <Link to={pathTo('guides', other.slug)} className="button wide">
                {other.name}
              </Link>
            </>
          ) : (
            <p>{guideText.otherGuideHidden}</p>
          )}
        </div>
      ) : (
        <p>{props.note}</p>
      )}
      <div className="row no-print">
        <button type="button" className="button outline small" onClick={props.back}>
          ‹ {guideText.questionBack}
        </button>
        <button type="button" className="button outline small" onClick={props.anew}>
          {guideText.answerAnew}
        </button>
      </div>
    </section>
  )
}

const wordsOf = ({ question, answer }: Step) =>
  question.answers.find(({ key }) => key === answer)?.text ?? guideText.unsure
