import { Alert, App, Button, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import {
  type MergePreview,
  type MergeResidents,
  mergeResidents,
  tellApart,
  undoMerge,
} from '../../api/people.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { duplicatesText, mergeFieldWords, moveWords } from '../../ui/text/workbench/duplicates.ts'
import { personText } from '../../ui/text/workbench/person.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { LikePersonSide } from './like-person.tsx'

const touches = [['resident'], ['residents'], ['resident-duplicates'], ['case']]

/** What would become of the two: which stays, what is chosen where they differ, what moves; then done, and undone. */
export function MergeForm({ preview, onSwap }: { preview: MergePreview; onSwap: () => void }) {
  const { kept, gone, conflicts, moves, toldApart } = preview
  const [choices, setChoices] = useState<MergeResidents['choices']>({})
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const undo = useDeed((mergeId: string) => undoMerge(mergeId), { said: personText.undone, touches })
  const takeBack = useDeed(() => tellApart(kept.id, gone.id, true), {
    touches: [['merge-preview'], ['resident-duplicates']],
  })
  const merge = useDeed(() => mergeResidents(kept.id, { goneId: gone.id, choices }), {
    touches,
    onDone: ({ mergeId, residentId }) => {
      navigate(`/residents/${residentId}`)
      notification.success({
        key: mergeId,
        title: duplicatesText.merged,
        duration: 15,
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(mergeId)
              undo.mutate(mergeId)
            }}
          >
            {commonText.undo}
          </Button>
        ),
      })
    },
  })
  const decided = conflicts.every(({ field }) => choices[field])
  const moving = Object.entries(moves).filter(([, count]) => count > 0) as [keyof typeof moveWords, number][]
  return (
    <>
      {toldApart && (
        <Alert
          type="warning"
          showIcon
          className="gap-below"
          title={duplicatesText.apartWarning}
          action={
            <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate()}>
              {duplicatesText.takeBack}
            </Button>
          }
        />
      )}
      <Card>
        <div className="pair">
          <LikePersonSide person={kept} stays extra={<DotTag tone="green">{duplicatesText.keep}</DotTag>} />
          <LikePersonSide person={gone} extra={<DotTag>{duplicatesText.goes}</DotTag>} />
        </div>
        <Button onClick={onSwap}>{duplicatesText.swap}</Button>
      </Card>
      <Card title={conflicts.length > 0 ? duplicatesText.conflicts : duplicatesText.noConflicts}>
        {conflicts.map(({ field, ...sides }) => (
          <div key={field} className="conflict">
            <h3 id={`conflict-${field}`}>{mergeFieldWords[field]}</h3>
            <Radio.Group
              aria-labelledby={`conflict-${field}`}
              value={choices[field]}
              onChange={(event) => setChoices({ ...choices, [field]: event.target.value })}
              options={(['kept', 'gone'] as const).map((side) => ({ value: side, label: sides[side] }))}
            />
          </div>
        ))}
        {conflicts.length > 0 && <p className="quiet gap-above">{duplicatesText.both}</p>}
      </Card>
      <Card title={duplicatesText.moves}>
        {moving.length === 0 && <p className="quiet">{duplicatesText.nothingMoves}</p>}
        <p className="button-row">
          {moving.map(([kind, count]) => (
            <DotTag key={kind} tone="blue">
              {duplicatesText.moveLine(moveWords[kind], count)}
            </DotTag>
          ))}
        </p>
        <p className="quiet gap-above">{duplicatesText.consentsHint}</p>
      </Card>
      <Button
        type="primary"
        size="large"
        block
        disabled={!decided || toldApart}
        loading={merge.isPending}
        onClick={() => merge.mutate()}
      >
        {decided ? duplicatesText.merge : duplicatesText.chooseAll}
      </Button>
    </>
  )
}
