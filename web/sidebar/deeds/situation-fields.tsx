import { useState } from 'react'
import { unsure } from '../../../contract/narrow-guide.ts'
import type { Guide } from '../../api/services.ts'
import { askedSoFar } from '../../ui/asked-so-far.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { useAtHand } from '../person/at-hand.ts'

/** The guide's questions one after the other, a tap each; what is answered takes one line. Nothing for a guide that asks nothing. */
export function SituationFields({ guide }: { guide: Guide }) {
  const { situations } = useAtHand()
  const [again, setAgain] = useState('')
  // What was tapped is gone: the focus goes to what stands there instead.
  const [last, setLast] = useState('')
  if (guide.questions.length === 0) return null
  const answers = situations.answersTo(guide)
  return (
    <>
      <p className="soft">{sidebarText.situationHint}</p>
      {askedSoFar(guide.questions, answers).asked.map(({ key, text, answers: named }) => {
        const choices = [...named, { key: unsure, text: sidebarText.unsure }]
        const given = choices.find((choice) => choice.key === answers[key])
        return given && again !== key ? (
          <button
            key={key}
            type="button"
            className="answered"
            // biome-ignore lint/a11y/noAutofocus: it follows her own tap
            autoFocus={last === key}
            onClick={() => setAgain(key)}
          >
            <span className="soft">{text}</span>
            <b>{given.text}</b>
            <span className="change">{sidebarText.change}</span>
          </button>
        ) : (
          <fieldset key={key}>
            <legend>{text}</legend>
            <div className="chips wrap">
              {choices.map((choice) => (
                <button
                  key={choice.key}
                  type="button"
                  className="chip"
                  aria-pressed={choice === given}
                  // biome-ignore lint/a11y/noAutofocus: it follows her own tap
                  autoFocus={choice === given}
                  onClick={() => {
                    situations.answer(guide, key, choice.key)
                    setAgain('')
                    setLast(key)
                  }}
                >
                  {choice.text}
                </button>
              ))}
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
