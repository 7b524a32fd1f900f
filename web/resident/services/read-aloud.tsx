import { useEffect, useState } from 'react'
import { guideText } from '../text/guides.ts'

/** Slower than people talk: it is an old person who listens and writes along. */
const pace = 0.85

/** The guide in a few spoken sentences, and a button by which the phone reads them; without a voice only the sentences. */
export function ReadAloud(props: { sentences: string[] }) {
  const { sentences } = props
  const [at, setAt] = useState<number | null>(null)
  const voice = 'speechSynthesis' in window ? window.speechSynthesis : null
  // Who leaves the page hears no more of it.
  useEffect(() => () => voice?.cancel(), [voice])
  if (sentences.length === 0) return null
  function start() {
    voice?.cancel()
    sentences.forEach((sentence, index) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.lang = 'zh-CN'
      utterance.rate = pace
      utterance.onstart = () => setAt(index)
      if (index === sentences.length - 1) utterance.onend = () => setAt(null)
      utterance.onerror = () => setAt(null)
      voice?.speak(utterance)
    })
    setAt(0)
  }
  function stop() {
    voice?.cancel()
    setAt(null)
  }
  return (
    <section className="card plain">
      <h2>{guideText.plain}</h2>
      {voice ? (
        <button
          type="button"
          className={at === null ? 'button wide no-print' : 'button outline wide no-print'}
          onClick={at === null ? start : stop}
        >
          {at === null ? guideText.readToMe : guideText.stopReading}
        </button>
      ) : null}
      <ol className="lines" lang="zh-CN">
        {sentences.map((sentence, index) => (
          <li key={sentence} className={index === at ? 'spoken' : undefined}>
            {sentence}
          </li>
        ))}
      </ol>
    </section>
  )
}
