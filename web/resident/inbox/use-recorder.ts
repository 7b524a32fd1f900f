import { useEffect, useRef, useState } from 'react'
import { askText } from '../text/ask.ts'

export const longestSeconds = 60
const forms = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** A recording at the microphone is possible here; plain http and old browsers have none. */
export const canRecord = () =>
  typeof MediaRecorder !== 'undefined' && Boolean(navigator.mediaDevices?.getUserMedia)

type Recorder = {
  recording: boolean
  seconds: number
  trouble: string
  start: () => Promise<void>
  stop: () => void
}

/** Records up to a minute and hands the sound over when it ends. */
export function useRecorder(done: (sound: Blob, seconds: number) => void): Recorder {
  const [recording, setRecording] = useState(false)
  const [seconds, setSeconds] = useState(0)
  const [trouble, setTrouble] = useState('')
  const recorder = useRef<MediaRecorder | null>(null)
  const wanted = useRef(false)

  async function start(): Promise<void> {
    setTrouble('')
    wanted.current = true
    let microphone: MediaStream
    try {
      microphone = await navigator.mediaDevices.getUserMedia({ audio: true })
    } catch (error) {
      setTrouble(whyNoMicrophone(error))
      return
    }
    const quiet = () => {
      for (const track of microphone.getTracks()) track.stop()
    }
    if (!wanted.current) return quiet()
    const mimeType = forms.find((form) => MediaRecorder.isTypeSupported(form))
    let now: MediaRecorder
    try {
      now = new MediaRecorder(microphone, {
        ...(mimeType ? { mimeType } : {}),
        audioBitsPerSecond: 32_000,
      })
    } catch {
      quiet()
      setTrouble(askText.cannotRecord)
      return
    }
    const parts: Blob[] = []
    const begun = Date.now()
    const tick = setInterval(() => {
      const length = (Date.now() - begun) / 1000
      setSeconds(Math.floor(length))
      if (length >= longestSeconds) now.stop()
    }, 250)
    now.ondataavailable = (event) => parts.push(event.data)
    now.onstop = () => {
      clearInterval(tick)
      quiet()
      setRecording(false)
      recorder.current = null
      const length = Math.min(longestSeconds, (Date.now() - begun) / 1000)
      const sound = new Blob(parts, { type: (now.mimeType || 'audio/webm').split(';')[0] ?? '' })
      if (length < 0.8) setTrouble(askText.tooShort)
      else if (sound.size === 0) setTrouble(askText.noSound)
      else done(sound, Math.round(length * 10) / 10)
    }
    recorder.current = now
    setSeconds(0)
    setRecording(true)
    now.start()
  }
  function stop(): void {
    wanted.current = false
    if (recorder.current?.state === 'recording') recorder.current.stop()
  }
  useEffect(() => stop, [])
  return { recording, seconds, trouble, start, stop }
}

/** Refused, not there, or held by another app: each is mended otherwise. */
function whyNoMicrophone(error: unknown): string {
  const { name } = error as DOMException
  if (name === 'NotFoundError') return askText.missingMicrophone
  return name === 'NotReadableError' ? askText.busyMicrophone : askText.noMicrophone
}
