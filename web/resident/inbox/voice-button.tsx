import { useRef } from 'react'
import { askText } from '../text/ask.ts'
import { enclose, mostEnclosures } from './enclose.ts'
import type { Letter } from './outbox.ts'
import { canRecord, longestSeconds, useRecorder } from './use-recorder.ts'

/** Longer than this and the finger was holding: the recording ends when it lifts. */
const holdMs = 600

/** Tap to start and tap to stop, or hold while speaking. Without a microphone in the page: the phone's own recorder. */
export function VoiceButton(props: { letter: Letter; failed: (trouble: string) => void }) {
  const { letter } = props
  const pressedAt = useRef(0)
  const recorder = useRecorder((sound, seconds) => void enclose(letter, sound, 'voice', seconds))
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
    if (recorder.recording) {
      pressedAt.current = 0
      recorder.stop()
      return
    }
    pressedAt.current = Date.now()
    void recorder.start()
  }
  function lift() {
    if (pressedAt.current && Date.now() - pressedAt.current > holdMs) recorder.stop()
    pressedAt.current = 0
  }
  return (
    <>
      <button
        type="button"
        className={recorder.recording ? 'button recording wide' : 'button outline'}
        onPointerDown={press}
        onPointerUp={lift}
        onPointerCancel={lift}
        onContextMenu={(event) => event.preventDefault()}
        // Pointer events leave the keyboard out.
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault()
            if (!event.repeat) press()
            pressedAt.current = 0
          }
        }}
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
