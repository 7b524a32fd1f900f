import { useRef } from 'react'
import { askText } from '../text/ask.ts'
import { enclose, mostEnclosures } from './enclose.ts'
import type { Letter } from './outbox.ts'
import { canRecord, longestSeconds, useRecorder } from './use-recorder.ts'

/** Pressed longer than this the finger is holding: the recording ends when it lifts. */
const holdMs = 400

/** Tap to start and tap to stop, or hold while speaking. Without a microphone in the page: the phone's own recorder. */
export function VoiceButton(props: { letter: Letter; failed: (trouble: string) => void }) {
  const { letter } = props
  const held = useRef(false)
  const holding = useRef<ReturnType<typeof setTimeout>>(undefined)
  const recorder = useRecorder((sound, seconds) => void enclose(letter, sound, 'voice', { seconds }))
  if (letter.enclosures.length >= mostEnclosures) return null
  if (!canRecord()) {
    return (
      <label className="button outline">
        <input
          type="file"
          accept="audio/*"
          capture
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void enclose(letter, file, 'voice')
          }}
        />
        {askText.recordFile}
      </label>
    )
  }
  function press() {
    clearTimeout(holding.current)
    if (recorder.recording) return
    holding.current = setTimeout(() => {
      held.current = true
      void recorder.start()
    }, holdMs)
  }
  /** Also when the finger moves on to scroll: that was no wish to speak. */
  function lift() {
    clearTimeout(holding.current)
    if (held.current) recorder.stop()
  }
  function tap() {
    // The click that ends a long press.
    if (held.current) {
      held.current = false
      return
    }
    if (recorder.recording) recorder.stop()
    else void recorder.start()
  }
  return (
    <>
      <button
        type="button"
        className={recorder.recording ? 'button recording wide' : 'button outline'}
        onClick={tap}
        onPointerDown={press}
        onPointerUp={lift}
        onPointerCancel={() => {
          lift()
          held.current = false
        }}
        onContextMenu={(event) => event.preventDefault()}
        aria-pressed={recorder.recording}
      >
        {recorder.recording ? askText.recording(recorder.seconds, longestSeconds) : askText.record}
      </button>
      {recorder.trouble ? (
        <span className="trouble" role="alert">
          {recorder.trouble}
        </span>
      ) : null}
    </>
  )
}
