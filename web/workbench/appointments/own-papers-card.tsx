import { Button } from 'antd'
import { useState } from 'react'
import { conditionOf } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'
import { type AppointmentDetail, layPaperPhoto, takePaperPhotoOff } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { paperText } from '../../ui/text/workbench/papers.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { PaperPhotos } from '../ui/paper-photos.tsx'
import { PaperSays } from '../ui/paper-says.tsx'
import { TalkPhotosDialog } from '../ui/talk-photos-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** The family's own papers, as her page and every message name them. */
export function OwnPapersCard({ data }: { data: AppointmentDetail }) {
  const { appointment, bring, waived, conditions } = data
  const may = useMay()
  const [laying, setLaying] = useState<string>()
  const lay = useDeed(
    ({ key, fileId, off }: { key: string; fileId: string; off?: boolean }) =>
      off ? takePaperPhotoOff(appointment.id, key, fileId) : layPaperPhoto(appointment.id, key, fileId),
    { touches: [['appointment', appointment.id], ['case']] },
  )
  const readOnly = !data.mayAnswer || !may('appointments.write')
  const photosOf = (key: string) =>
    data.photos.filter((photo) => photo.key === key).map(({ fileId, laid }) => ({ id: fileId, laid }))
  const laid = bring.find(({ key }) => key === laying)
  if (bring.length + waived.length === 0) return null
  return (
    <Card title={appointmentText.bring}>
      <ul className="own-papers plain-list">
        {bring.map((paper) => {
          const condition = conditionOf(paper)
          return (
            <li key={paper.key}>
              <b>{paper.name}</b> <PaperSays paper={{ ...paper, advice: null }} />
              {condition && (
                <p>
                  <DotTag tone="amber">{caseText.openPaper}</DotTag>{' '}
                  <span className="quiet">{caseText.neededWhen(condition)}</span>
                </p>
              )}
              <PaperPhotos
                name={paper.name}
                photos={photosOf(paper.key)}
                busy={lay.isPending}
                readOnly={readOnly}
                takeOff={(fileId) => lay.mutate({ key: paper.key, fileId, off: true })}
              />
              {!readOnly && appointment.conversationId && isBrought(paper) && (
                <div>
                  <Button size="small" type="link" onClick={() => setLaying(paper.key)}>
                    {paperText.fromTalk}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {conditions.map((line) => (
        <p key={line} className="gap-above">
          {line}
        </p>
      ))}
      {waived.length > 0 && (
        <p className="quiet gap-above">
          {caseText.unneeded}：{waived.map(({ name }) => name).join('；')}
        </p>
      )}
      {laid && appointment.conversationId && (
        <TalkPhotosDialog
          conversationId={appointment.conversationId}
          paper={laid.name}
          there={photosOf(laid.key).map(({ id }) => id)}
          busy={lay.isPending}
          onPick={(fileId) => lay.mutate({ key: laid.key, fileId })}
          onClose={() => setLaying(undefined)}
        />
      )}
    </Card>
  )
}
