import { useEffect, useState } from 'react'
import { askText } from '../text/ask.ts'
import { getBlob } from './blobs.ts'
import { takeOut } from './enclose.ts'
import type { Enclosure, Letter } from './outbox.ts'

/** What lies in a letter: to look at, to hear, to take out, and how far each is on its way. */
export function EnclosureList(props: { letter: Letter; fixed?: boolean }) {
  const { letter } = props
  if (letter.enclosures.length === 0) return null
  return (
    <ul className="enclosures">
      {letter.enclosures.map((enclosure, index) => (
        <li key={enclosure.key} className={enclosure.kind}>
          <Preview enclosure={enclosure} index={index} />
          <span className={enclosure.trouble ? 'trouble' : 'soft'}>
            {enclosure.trouble || stateText(enclosure)}
          </span>
          {props.fixed ? null : (
            <button
              type="button"
              className="button outline small"
              onClick={() => takeOut(letter.key, enclosure.key)}
            >
              {askText.remove}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function stateText({ fileId, progress }: Enclosure): string {
  if (fileId) return askText.uploaded
  return progress ? askText.uploading(Math.round(progress * 100)) : askText.notUploaded
}

function Preview(props: { enclosure: Enclosure; index: number }) {
  const { key, kind, seconds, fileId } = props.enclosure
  const [url, setUrl] = useState('')
  useEffect(() => {
    let made = ''
    let ended = false
    void getBlob(key).then((blob) => {
      if (!blob || ended) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      ended = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [key])
  const source = url || (fileId ? `/api/resident/files/${fileId}` : '')
  if (kind === 'photo')
    return source ? <img src={source} alt={askText.photo(props.index + 1)} /> : <i className="blank" />
  return (
    <span className="sound">
      {askText.voice(Math.round(seconds ?? 0))}
      {/* biome-ignore lint/a11y/useMediaCaption: a resident's own voice has no captions. */}
      {source ? <audio controls preload="metadata" src={source} /> : null}
    </span>
  )
}
