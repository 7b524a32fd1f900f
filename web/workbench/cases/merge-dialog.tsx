import { App, Button, Modal, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type Case, mergeCase, undoMerge } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useDeed } from '../ui/use-deed.ts'

type Named = { id: string; number: string; title: string }

/** Which of the two stands for both: said before it is done, and taken back with one tap after. */
export function MergeDialog(props: { data: Case; other: Named; onClose: () => void }) {
  const { data, other, onClose } = props
  const [keptId, setKeptId] = useState(data.id)
  const { notification } = App.useApp()
  const navigate = useNavigate()
  const touches = [['case'], ['cases'], ['case-similar']]
  const undo = useDeed((mergeId: string) => undoMerge(data.id, mergeId), { touches })
  const [kept, source] = keptId === data.id ? [data, other] : [other, data]
  const merge = useDeed(() => mergeCase(kept.id, source.id), {
    touches,
    onDone: ({ mergeId }) => {
      onClose()
      if (kept.id !== data.id) navigate(`/cases/${kept.id}`)
      notification.success({
        key: mergeId,
        title: caseText.merged,
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
  return (
    <Modal
      open
      title={caseText.mergeTitle}
      okText={caseText.mergeNow}
      onCancel={onClose}
      onOk={() => merge.mutate()}
      confirmLoading={merge.isPending}
    >
      <p>{caseText.mergeWhich}</p>
      <Radio.Group
        vertical
        value={keptId}
        onChange={(event) => setKeptId(event.target.value)}
        options={[data, other].map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
      <p className="gap-above">{caseText.mergePreview(source.number, kept.number)}</p>
      <p className="quiet">{caseText.mergeMeaning}</p>
    </Modal>
  )
}
