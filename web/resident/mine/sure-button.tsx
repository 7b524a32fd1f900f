import { useState } from 'react'
import { shellText } from '../text/shell.ts'

/** A deed that cannot be taken back asks once more and says what it does. */
export function SureButton(props: { name: string; question: string; act: () => void }) {
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <button type="button" className="button outline wide" onClick={() => setAsked(true)}>
        {props.name}
      </button>
    )
  }
  return (
    <div role="alert" className="composer">
      <p>{props.question}</p>
      <div className="row">
        <button
          type="button"
          className="button red"
          onClick={() => {
            setAsked(false)
            props.act()
          }}
        >
          {shellText.yes}
        </button>
        <button type="button" className="button outline" onClick={() => setAsked(false)}>
          {shellText.cancel}
        </button>
      </div>
    </div>
  )
}
