import { type ChangeEvent, useRef, useState } from 'react'
import { clientKey } from '../../api/client-key.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { checkOwnMaterial, type MaterialCheckBody, type ResidentCase } from '../../api/resident-cases.ts'
import { uploadWithProgress } from '../../api/upload-with-progress.ts'
import { momentText } from '../../ui/time.ts'
import { FileView } from '../inbox/file-view.tsx'
import { shrinkPhoto } from '../inbox/shrink-photo.ts'
import { askText } from '../text/ask.ts'
import { caseText } from '../text/cases.ts'
import { guideText } from '../text/guides.ts'

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
  const { material } = props
  const { verdict, key } = material
  const [busy, setBusy] = useState('')
  const [trouble, setTrouble] = useState('')
  /** The same photo chosen again after a lost answer is the same upload, and so the same check. */
  const lastTry = useRef<{ name: string; idempotencyKey: string; photo: Blob }>(undefined)

  async function act(deed: () => Promise<unknown>) {
    setTrouble('')
    setBusy('…')
    try {
      await deed()
      await props.reload()
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : askText.unreadablePhoto)
    }
    setBusy('')
  }
  const check = (body: MaterialCheckBody) => act(() => checkOwnMaterial(props.caseId, key, body))
  async function photograph(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0]
    event.target.value = ''
    if (!file) return
    await act(async () => {
      const name = `${file.name} ${file.size} ${file.lastModified}`
      if (lastTry.current?.name !== name)
        lastTry.current = { name, idempotencyKey: clientKey(), photo: await shrinkPhoto(file) }
      const { photo, idempotencyKey } = lastTry.current
      const { id } = await uploadWithProgress(photo, {
        idempotencyKey,
        progress: (part) => setBusy(askText.uploading(Math.round(part * 100))),
      })
      await checkOwnMaterial(props.caseId, key, { verdict: 'photographed', fileId: id })
    })
  }
  const settled = verdict === 'accepted' || verdict === 'not_needed'
  return (
    <li className={verdict ?? 'unsaid'}>
      <b>{material.name}</b>
      {material.neededWhen ? <span className="soft">{guideText.when(material.neededWhen)}</span> : null}
      <span className="verdict">{(verdict && saidText[verdict]) || caseText.notReady}</span>
      {material.checkedAt && verdict && byStation.includes(verdict) ? (
        <span className="soft">{caseText.saidBy(momentText(material.checkedAt))}</span>
      ) : null}
      {(verdict === 'rejected' || verdict === 'unreadable') && material.note ? (
        <span className="trouble">{caseText.reason(material.note)}</span>
      ) : null}
      {material.fileId ? <FileView file={photoOf(material.fileId)} /> : null}
      {props.open && !settled ? (
        <div className="row">
          {verdict === 'ready' || verdict === 'photographed' ? (
            <button
              type="button"
              className="button outline small"
              disabled={busy !== ''}
              onClick={() => void check({ verdict: 'withdrawn' })}
            >
              {caseText.notReady}
            </button>
          ) : (
            <button
              type="button"
              className="button outline small"
              disabled={busy !== ''}
              onClick={() => void check({ verdict: 'ready' })}
            >
              {caseText.ready}
            </button>
          )}
          <label className="button outline small">
            <input
              type="file"
              accept="image/*"
              className="sr-only"
              disabled={busy !== ''}
              onChange={(event) => void photograph(event)}
            />
            {busy || (material.fileId ? caseText.photographAgain : caseText.photograph)}
          </label>
        </div>
      ) : null}
      <span className="trouble" role="alert">
        {trouble}
      </span>
    </li>
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
