import { useEffect, useRef, useState } from 'react'
import { guideText } from '../text/guides.ts'

/** Slower than people talk: it is an old person who listens and writes along. */
const pace = 0.85
/** A phone without a Chinese voice says nothing, and mostly not even that. */
const patienceMs = 5000

/** The guide in a few spoken sentences, and a button by which the phone reads them; without a voice only the sentences. */
export function ReadAloud(props: { sentences: string[] }) {
  const { sentences } = props
  const [at, setAt] = useState<number | null>(null)
  const [mute, setMute] = useState(false)
  const waiting = useRef(0)
  const voice = 'speechSynthesis' in window ? window.speechSynthesis : null
  // Who leaves the page hears no more of it.
  useEffect(() => {
    return () => {
      clearTimeout(waiting.current)
      voice?.cancel()
    }
  }, [voice])
  if (sentences.length === 0) return null
  function start() {
    voice?.cancel()
    setMute(false)
    clearTimeout(waiting.current)
    waiting.current = window.setTimeout(giveUp, patienceMs)
    sentences.forEach((sentence, index) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.lang = 'zh-CN'
      utterance.rate = pace
      utterance.onstart = () => {
        clearTimeout(waiting.current)
        setAt(index)
      }
      if (index === sentences.length - 1) utterance.onend = () => setAt(null)
      utterance.onerror = ({ error }) => {
        if (error !== 'canceled' && error !== 'interrupted') giveUp()
      }
      voice?.speak(utterance)
    })
    setAt(0)
  }
  function giveUp() {
    stop()
    setMute(true)
  }
  function stop() {
    clearTimeout(waiting.current)
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
      <p className="trouble no-print" role="alert">
        {mute ? guideText.cannotRead : ''}
      </p>
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
