import { Form, Input, Modal, Select } from 'antd'
import { rumourStages } from '../../../contract/vocabulary.ts'
import { moveRumour, type NewRumourMove, type Rumour } from '../../api/rumours.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { rumourText, stageHints, stageWords } from '../../ui/text/workbench/rumours.ts'
import { useDeed } from '../ui/use-deed.ts'

export function MoveDialog({ rumour, onClose }: { rumour: Rumour; onClose: () => void }) {
  const [form] = Form.useForm<NewRumourMove>()
  const stage = Form.useWatch('stage', form)
  const save = useDeed(
    (fields: Partial<NewRumourMove> & Pick<NewRumourMove, 'stage'>) =>
      moveRumour(rumour.id, {
        stage: fields.stage,
        office: fields.office ?? null,
        answersOn: fields.answersOn ?? null,
        note: fields.note ?? '',
      }),
    { said: rumourText.moved, touches: [['rumours'], ['rumour', rumour.id]], onDone: onClose },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal open title={rumourText.move} onCancel={onClose} onOk={form.submit} confirmLoading={save.isPending}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => save.mutate(fields)}>
        <Form.Item name="stage" label={rumourText.stage} rules={required} extra={stage && stageHints[stage]}>
          <Select
            options={rumourStages
              .filter((each) => each !== 'received' && each !== rumour.stage)
              .map((value) => ({ value, label: stageWords[value] }))}
          />
        </Form.Item>
        {stage === 'other_office' && (
          <div className="two-fields">
            <Form.Item name="office" label={rumourText.office} rules={required}>
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="answersOn" label={rumourText.answersOn} rules={required}>
              <Input type="date" />
            </Form.Item>
          </div>
        )}
        <Form.Item name="note" label={rumourText.note}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
