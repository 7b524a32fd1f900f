import { useRef, useState } from 'react'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/resident-inbox.ts'
import { matterText } from '../text/matter.ts'
import { shellText } from '../text/shell.ts'
import { Sound } from './sound.tsx'

/** A photo that opens large, a recording to hear, a document to open. */
export function FileView(props: { file: FileRef }) {
  const { file } = props
  const shown = fileAddress(file.id, 'shown', 'resident')
  if (file.kind === 'photo')
    return <PhotoView thumb={fileAddress(file.id, 'thumb', 'resident')} shown={shown} />
  if (file.kind === 'voice')
    return <Sound source={shown} seconds={file.seconds ?? 0} mediaType={file.mediaType} />
  return (
    <a href={shown} target="_blank" rel="noreferrer" className="inline-link">
      {file.name || matterText.document}
    </a>
  )
}

function PhotoView(props: { thumb: string; shown: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="thumb"
        aria-label={matterText.photo}
        onClick={() => {
          setOpen(true)
          dialog.current?.showModal()
        }}
      >
        <img src={props.thumb} alt="" loading="lazy" />
      </button>
      <dialog ref={dialog} className="photo-viewer" onClose={() => setOpen(false)}>
        <button type="button" className="button wide" onClick={() => dialog.current?.close()}>
          {shellText.close}
        </button>
        {open ? <img src={props.shown} alt={matterText.photo} /> : null}
      </dialog>
    </>
  )
}
