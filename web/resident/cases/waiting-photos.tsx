import { useEffect, useState } from 'react'
import { getBlob } from '../inbox/blobs.ts'
import { askText } from '../text/ask.ts'
import { caseText } from '../text/cases.ts'
import { dropWaitingPhoto, tryAgain, type WaitingPhoto } from './paper-outbox.ts'

/** Photos of a paper that are still on this phone: how far each is, or why it cannot be taken. */
export function WaitingPhotos({ photos }: { photos: WaitingPhoto[] }) {
  if (photos.length === 0) return null
  return (
    <ul className="enclosures">
      {photos.map((photo) => (
        <Waiting key={photo.key} photo={photo} />
      ))}
    </ul>
  )
}

function Waiting({ photo }: { photo: WaitingPhoto }) {
  const { key, progress, trouble } = photo
  const [url, setUrl] = useState('')
  useEffect(() => {
    let made = ''
    let ended = false
    void getBlob(key).then((blob) => {
      if (ended || !blob) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      ended = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [key])
  return (
    <li>
      {url ? <img src={url} alt={caseText.waitingPhoto} /> : <i className="blank" />}
      <span className={trouble ? 'trouble' : 'soft'} role={trouble ? 'alert' : 'status'}>
        {trouble || (progress ? askText.uploading(Math.round(progress * 100)) : caseText.waitingPhoto)}
      </span>
      {trouble ? (
        <button type="button" className="button outline small" onClick={() => tryAgain(key)}>
          {caseText.tryAgain}
        </button>
      ) : null}
      <button type="button" className="button outline small" onClick={() => dropWaitingPhoto(key)}>
        {askText.remove}
      </button>
    </li>
  )
}
