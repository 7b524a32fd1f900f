import { Checkbox, Form, Input, Modal } from 'antd'
import { type Case, decideOutcome, type OutcomeBody } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { SettlementFields } from '../ui/settlement-fields.tsx'
import { useDeed } from '../ui/use-deed.ts'

export function OutcomeDialog({ data, onClose }: { data: Case; onClose: () => void }) {
  const [form] = Form.useForm<OutcomeBody>()
  const decide = useDeed((body: OutcomeBody) => decideOutcome(data.id, body), {
    said: caseText.finish,
    touches: [['case', data.id], ['cases'], ['home']],
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={caseText.finishTitle}
      okText={caseText.finish}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={decide.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ tell: !!data.conversation, ...(data.emergency ? { emergency: true } : {}) }}
        onFinish={(body) => decide.mutate(body)}
      >
        <SettlementFields />
        <Form.Item name="words" label={caseText.words} rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={1000} showCount rows={3} />
        </Form.Item>
        <Form.Item name="tell" valuePropName="checked">
          <Checkbox disabled={!data.conversation}>{caseText.tell}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
