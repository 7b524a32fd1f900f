import { type ChangeEvent, useState } from 'react'
import { askText } from '../text/ask.ts'
import { enclosePhotos } from './enclose.ts'
import type { Letter } from './outbox.ts'

/** The camera, or photos that are there already. */
export function PhotoButtons(props: { letter: Letter; failed: (trouble: string) => void }) {
  const [busy, setBusy] = useState(false)
  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    if (files.length === 0) return
    setBusy(true)
    props.failed(await enclosePhotos(props.letter, files))
    setBusy(false)
  }
  if (busy) return <span className="button outline">{askText.preparing}</span>
  return (
    <>
      <label className="button outline">
        <input type="file" accept="image/*" capture="environment" className="sr-only" onChange={take} />
        {askText.camera}
      </label>
      <label className="button outline">
        <input type="file" accept="image/*" multiple className="sr-only" onChange={take} />
        {askText.album}
      </label>
    </>
  )
}
