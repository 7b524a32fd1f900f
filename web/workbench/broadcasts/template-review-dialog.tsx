import { Form, Input, Modal } from 'antd'
import { type BroadcastTemplate, reviewTemplate } from '../../api/broadcast-templates.ts'
import { templateText } from '../../ui/text/workbench/broadcast-templates.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { addDays, stationDay } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'

/** Read again: it holds, until a day that is no further than a year. */
export function ReviewDialog({ template, onClose }: { template: BroadcastTemplate; onClose: () => void }) {
  const [form] = Form.useForm<{ nextOn: string; note: string }>()
  const save = useDeed(
    ({ nextOn, note }: { nextOn: string; note: string }) =>
      reviewTemplate(template.id, { version: template.version, nextOn, note: note.trim() }),
    {
      said: templateText.reviewed,
      touches: [['broadcast-templates'], ['broadcast-template', template.id]],
      onDone: onClose,
    },
  )
  return (
    <Modal
      open
      title={templateText.review}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <p className="gap-below">{templateText.reviewHint}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ nextOn: addDays(stationDay(), 365), note: '' }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="nextOn"
          label={templateText.reviewOn}
          rules={[{ required: true, message: commonText.required }]}
        >
          <Input type="date" min={addDays(stationDay(), 1)} max={addDays(stationDay(), 400)} />
        </Form.Item>
        <Form.Item name="note" label={templateText.note}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
