import { Button } from 'antd'
import { useState } from 'react'
import { answersOf, narrowGuide, needOf } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'
import {
  type Case,
  type CaseMaterial,
  checkMaterial,
  layCasePhoto,
  takeCasePhotoOff,
} from '../../api/cases.ts'
import { caseText, materialVerdictWords } from '../../ui/text/workbench/cases.ts'
import { paperText } from '../../ui/text/workbench/papers.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'
import { DotTag, type Tone } from '../ui/dot-tag.tsx'
import { PaperPhotos } from '../ui/paper-photos.tsx'
import { PaperSays } from '../ui/paper-says.tsx'
import { TalkPhotosDialog } from '../ui/talk-photos-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { RejectDialog } from './reject-dialog.tsx'

const tones: Record<NonNullable<CaseMaterial['verdict']>, Tone> = {
  ready: 'blue',
  photographed: 'amber',
  withdrawn: 'grey',
  accepted: 'green',
  rejected: 'red',
  unreadable: 'red',
  not_needed: 'grey',
}

/** Each paper with its photos; a paper that is turned down says why, in words the resident reads. */
export function CaseMaterials({ data, readOnly }: { data: Case; readOnly: boolean }) {
  const [rejecting, setRejecting] = useState<CaseMaterial>()
  const check = useDeed(
    ({
      material,
      verdict,
      note = '',
      fileId = null,
    }: {
      material: CaseMaterial
      verdict: 'accepted' | 'rejected' | 'unreadable' | 'not_needed'
      note?: string
      /** The photo that cannot be read; every other word is on the paper as a whole. */
      fileId?: string | null
    }) => checkMaterial(data.id, material.key, { verdict, note, fileId }),
    { touches: [['case', data.id]], onDone: () => setRejecting(undefined) },
  )
  const [laying, setLaying] = useState<string>()
  const photo = useDeed(
    ({ key, fileId, off }: { key: string; fileId: string; off?: boolean }) =>
      off ? takeCasePhotoOff(data.id, key, fileId) : layCasePhoto(data.id, key, fileId),
    { touches: [['case', data.id], ['appointment']] },
  )
  const laid = data.materials.find(({ key }) => key === laying)
  if (data.materials.length === 0) return null
  const { path } = narrowGuide({ ...data, conditionsWhen: [] }, answersOf(data.answers))
  return (
    <Card title={`${caseText.materials}${data.guide ? ` · ${data.guide.name}` : ''}`}>
      {data.materials.map((material) => (
        <div key={material.key} className="material">
          <div className="material-words">
            <b>{material.name}</b> <PaperSays paper={material} />
            {material.neededWhen && <p className="quiet">{caseText.neededWhen(material.neededWhen)}</p>}
            {material.when.length > 0 && path.length > 0 && <Need need={needOf(material.when, path)} />}
            {material.verdict && (
              <p>
                <DotTag tone={tones[material.verdict]}>{materialVerdictWords[material.verdict]}</DotTag>{' '}
                <span className="quiet">
                  {material.officer?.name ?? caseText.byResident}{' '}
                  {material.checkedAt && momentText(material.checkedAt)}
                </span>
              </p>
            )}
            {material.note && <p className="quiet">{material.note}</p>}
            <PaperPhotos
              {...material}
              busy={check.isPending || photo.isPending}
              readOnly={readOnly}
              unreadable={(fileId) => check.mutate({ material, verdict: 'unreadable', fileId })}
              takeOff={(fileId) => photo.mutate({ key: material.key, fileId, off: true })}
            />
            {!readOnly && (
              <div className="button-row gap-above">
                <Button
                  size="small"
                  disabled={material.verdict === 'accepted'}
                  onClick={() => check.mutate({ material, verdict: 'accepted' })}
                >
                  {caseText.accept}
                </Button>
                <Button size="small" onClick={() => setRejecting(material)}>
                  {caseText.reject}
                </Button>
                <Button
                  size="small"
                  type="text"
                  disabled={material.verdict === 'not_needed'}
                  onClick={() => check.mutate({ material, verdict: 'not_needed' })}
                >
                  {caseText.notNeeded}
                </Button>
                {data.conversation && isBrought(material) && (
                  <Button size="small" type="text" onClick={() => setLaying(material.key)}>
                    {paperText.fromTalk}
                  </Button>
                )}
              </div>
            )}
          </div>
        </div>
      ))}
      {laid && data.conversation && (
        <TalkPhotosDialog
          conversationId={data.conversation.id}
          paper={laid.name}
          there={laid.photos.map(({ id }) => id)}
          busy={photo.isPending}
          onPick={(fileId) => photo.mutate({ key: laid.key, fileId })}
          onClose={() => setLaying(undefined)}
        />
      )}
      {rejecting && (
        <RejectDialog
          name={rejecting.name}
          busy={check.isPending}
          onReason={(note) => check.mutate({ material: rejecting, verdict: 'rejected', note })}
          onClose={() => setRejecting(undefined)}
        />
      )}
    </Card>
  )
}

/** What the answers say of a paper that not everybody needs. */
function Need({ need }: { need: 'yes' | 'no' | 'open' }) {
  if (need === 'yes') return null
  return (
    <p>
      <DotTag tone={need === 'no' ? 'grey' : 'amber'}>
        {need === 'no' ? caseText.unneeded : caseText.openPaper}
      </DotTag>
    </p>
  )
}
