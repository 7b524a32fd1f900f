import { useEffect, useRef, useState } from 'react'
import { isBrought } from '../../../contract/services.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { checkOwnMaterial, type ResidentCase } from '../../api/resident-cases.ts'
import { momentText } from '../../ui/time.ts'
import { FileView } from '../inbox/file-view.tsx'
import { PhotoButtons } from '../inbox/photo-buttons.tsx'
import { SureButton } from '../mine/sure-button.tsx'
import { PaperSays } from '../services/paper-says.tsx'
import { caseText } from '../text/cases.ts'
import { guideText } from '../text/guides.ts'
import { addPhotos, useWaitingPhotos } from './paper-outbox.ts'
import { WaitingPhotos } from './waiting-photos.tsx'

type Paper = ResidentCase['materials'][number]
const saidText: Partial<Record<NonNullable<Paper['verdict']>, string>> = {
  ready: caseText.ready,
  photographed: caseText.sent,
  accepted: caseText.acceptedPaper,
  rejected: caseText.rejectedPaper,
  unreadable: caseText.unreadablePaper,
  not_needed: caseText.notNeeded,
}

const byStation: Paper['verdict'][] = ['accepted', 'rejected', 'unreadable', 'not_needed']

/** One paper: put it ready, photograph it, and read what the station says of it. */
export function CaseMaterial(props: {
  caseId: string
  material: Paper
  open: boolean
  reload: () => Promise<void>
}) {
  const { caseId, material, reload } = props
  const { verdict, key, photos } = material
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const waiting = useWaitingPhotos().filter((photo) => photo.caseId === caseId && photo.material === key)
  const before = useRef(waiting.length)
  // One that is there is no longer waiting: it is shown with the others.
  useEffect(() => {
    if (waiting.length < before.current) void reload()
    before.current = waiting.length
  }, [waiting.length, reload])

  async function say(words: 'ready' | 'withdrawn') {
    setTrouble('')
    setBusy(true)
    try {
      await checkOwnMaterial(caseId, key, { verdict: words })
      await reload()
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error))
    }
    setBusy(false)
  }
  const settled = verdict === 'accepted' || verdict === 'not_needed'
  const turnedDown = verdict === 'rejected' || verdict === 'unreadable'
  const there = photos.filter(({ unreadable }) => !unreadable).length
  const has = verdict === 'ready' || verdict === 'photographed' || photos.length > 0
  return (
    <li className={verdict ?? 'unsaid'}>
      <b>{material.name}</b>
      {material.neededWhen ? <span className="when">{guideText.when(material.neededWhen)}</span> : null}
      {settled ? null : <PaperSays paper={material} />}
      {verdict || isBrought(material) ? (
        <span className="verdict">{(verdict && saidText[verdict]) || caseText.notReady}</span>
      ) : null}
      {material.checkedAt && verdict && byStation.includes(verdict) ? (
        <span className="soft">{caseText.saidBy(momentText(material.checkedAt))}</span>
      ) : null}
      {turnedDown && material.note ? <span className="trouble">{caseText.reason(material.note)}</span> : null}
      <PaperPhotos photos={photos} />
      <WaitingPhotos photos={waiting} />
      {props.open && !settled && (isBrought(material) || turnedDown) ? (
        <>
          <PhotoButtons
            of={material.name}
            take={(files, done) => addPhotos({ caseId, material: key, there }, files, done).then(setTrouble)}
          />
          {photos.length > 0 ? (
            <SureButton
              name={caseText.withdraw}
              question={caseText.withdrawSure(photos.length)}
              act={() => void say('withdrawn')}
            />
          ) : (
            <button
              type="button"
              className="button outline small"
              disabled={busy}
              onClick={() => void say(has ? 'withdrawn' : 'ready')}
            >
              {has ? caseText.notReady : caseText.readyUnseen}
            </button>
          )}
        </>
      ) : null}
      <span className="trouble" role="alert">
        {trouble}
      </span>
    </li>
  )
}

/** What the station has of this paper, each to be opened large. */
function PaperPhotos({ photos }: { photos: Paper['photos'] }) {
  if (photos.length === 0) return null
  return (
    <ul className="enclosures">
      {photos.map(({ id, unreadable }, index) => (
        <li key={id}>
          <FileView file={photoOf(id)} />
          {unreadable ? <span className="trouble">{caseText.unreadableOne(index + 1)}</span> : null}
        </li>
      ))}
    </ul>
  )
}

const photoOf = (id: string) => ({
  id,
  kind: 'photo' as const,
  mediaType: 'image/jpeg',
  width: null,
  height: null,
  seconds: null,
})
