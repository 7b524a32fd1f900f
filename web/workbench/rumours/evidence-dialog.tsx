import { Form, Input, Modal, Select } from 'antd'
import { evidenceKinds } from '../../../contract/vocabulary.ts'
import { addEvidence, type NewEvidence } from '../../api/rumours.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { evidenceWords, rumourText } from '../../ui/text/workbench/rumours.ts'
import { stationDay } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'
import { useSafeClose } from '../ui/use-safe-close.ts'

export function EvidenceDialog({ rumourId, onClose }: { rumourId: string; onClose: () => void }) {
  const [form] = Form.useForm<NewEvidence>()
  const close = useSafeClose(form, onClose)
  const save = useDeed((evidence: NewEvidence) => addEvidence(rumourId, evidence), {
    said: commonText.saved,
    touches: [['rumour', rumourId]],
    onDone: onClose,
  })
  const required = [{ required: true, whitespace: true, message: commonText.required }]
  return (
    <Modal
      open
      title={rumourText.addEvidence}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          kind: 'authority',
          says: '',
          source: '',
          link: '',
          documentNumber: '',
          datedOn: stationDay(),
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <div className="two-fields">
          <Form.Item name="kind" label={rumourText.evidenceKind}>
            <Select options={evidenceKinds.map((value) => ({ value, label: evidenceWords[value] }))} />
          </Form.Item>
          <Form.Item
            name="datedOn"
            label={rumourText.datedOn}
            rules={[{ required: true, message: commonText.required }]}
          >
            <Input type="date" max={stationDay()} />
          </Form.Item>
        </div>
        <Form.Item name="says" label={rumourText.says} rules={required}>
          <Input.TextArea autoFocus maxLength={1000} rows={3} />
        </Form.Item>
        <Form.Item name="source" label={rumourText.source} rules={required}>
          <Input maxLength={100} placeholder={rumourText.sourceHint} />
        </Form.Item>
        <div className="two-fields">
          <Form.Item
            name="link"
            label={rumourText.link}
            rules={[{ pattern: /^(https?:\/\/[^\s<>"]+)?$/, message: rumourText.linkWrong }]}
          >
            <Input maxLength={500} placeholder="https://" inputMode="url" />
          </Form.Item>
          <Form.Item name="documentNumber" label={rumourText.documentNumber}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
