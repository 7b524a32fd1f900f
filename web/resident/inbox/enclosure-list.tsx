import { useEffect, useState } from 'react'
import { fileAddress } from '../../api/files.ts'
import { askText } from '../text/ask.ts'
import { getBlob } from './blobs.ts'
import { takeOut } from './enclose.ts'
import type { Enclosure, Letter } from './outbox.ts'
import { Sound } from './sound.tsx'

/** What lies in a letter, or of it the photos of one paper: to look at, to hear, to take out, and how far each is. */
export function EnclosureList(props: { letter: Letter; fixed?: boolean; material?: string }) {
  const { letter, material } = props
  const shown = letter.enclosures.filter((each) => !material || each.material === material)
  if (shown.length === 0) return null
  return (
    <ul className="enclosures">
      {shown.map((enclosure) => (
        <li key={enclosure.key} className={enclosure.kind}>
          <Enclosed enclosure={enclosure} index={letter.enclosures.indexOf(enclosure)} />
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

/** The thing itself, and under it where it is or what is wrong with it. */
function Enclosed(props: { enclosure: Enclosure; index: number }) {
  const { key, kind, seconds, fileId, trouble } = props.enclosure
  const kept = useKept(key)
  const lost = kept.gone && !fileId
  const source = kept.url || (fileId ? fileAddress(fileId, 'shown', 'resident') : '')
  const state = stateText(props.enclosure)
  if (kind === 'voice') {
    return (
      <>
        <Sound source={source} seconds={seconds ?? 0} lost={lost} />
        {lost ? null : trouble ? (
          <span className="sound-trouble" role="alert">
            {trouble}
          </span>
        ) : (
          <span className="soft">{state}</span>
        )}
      </>
    )
  }
  const wrong = trouble || (lost ? askText.lostFile : '')
  return (
    <>
      {source ? <img src={source} alt={askText.photo(props.index + 1)} /> : <i className="blank" />}
      <span className={wrong ? 'trouble' : 'soft'}>{wrong || state}</span>
    </>
  )
}

function stateText({ fileId, progress }: Enclosure): string {
  if (fileId) return askText.uploaded
  return progress ? askText.uploading(Math.round(progress * 100)) : askText.notUploaded
}

/** The bytes as this phone kept them, as an address to show; `gone` once it is known that it has them no more. */
function useKept(key: string): { url: string; gone: boolean } {
  const [kept, setKept] = useState({ url: '', gone: false })
  useEffect(() => {
    let made = ''
    let ended = false
    void getBlob(key).then((blob) => {
      if (ended) return
      if (blob) made = URL.createObjectURL(blob)
      setKept({ url: made, gone: !blob })
    })
    return () => {
      ended = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [key])
  return kept
}
