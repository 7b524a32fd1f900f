import { type ChangeEvent, useState } from 'react'
import { askText } from '../text/ask.ts'

/** The camera, or photos that are there already. `of`: the paper they show, for who cannot see which buttons these are. */
export function PhotoButtons(props: {
  /** `done` is called after each file. */
  take: (files: File[], done: () => void) => Promise<void>
  of?: string
}) {
  const [busy, setBusy] = useState<{ done: number; all: number } | null>(null)
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    if (files.length === 0) return
    setBusy({ done: 0, all: files.length })
    await props.take(files, () => setBusy((now) => now && { ...now, done: now.done + 1 }))
    setBusy(null)
  }
  const named = (words: string) => (props.of ? { 'aria-label': askText.ofPaper(words, props.of) } : {})
  const size = props.of ? 'button outline small' : 'button outline'
  if (busy) {
    return (
      <span className={size} role="status">
        {askText.preparing(busy.done, busy.all)}
      </span>
    )
  }
  const buttons = (
    <>
      <label className={size}>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          className="sr-only"
          {...named(askText.camera)}
          onChange={(event) => void take(event)}
        />
        {askText.camera}
      </label>
      <label className={size}>
        <input
          type="file"
          accept="image/*"
          multiple
          className="sr-only"
          {...named(askText.album)}
          onChange={(event) => void take(event)}
        />
        {askText.album}
      </label>
    </>
  )
  return props.of ? <div className="row">{buttons}</div> : buttons
}
