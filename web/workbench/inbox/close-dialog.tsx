import { Alert, Checkbox, Form, Input, Modal } from 'antd'
import { type ClosureBody, type Conversation, closeConversation } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { SettlementFields } from '../ui/settlement-fields.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** How it ended, by the person who ended it. Nothing is chosen beforehand: the figures count what is said here. */
export function CloseDialog({ data, onClose }: { data: Conversation; onClose: () => void }) {
  const { id } = data.conversation
  const [form] = Form.useForm<ClosureBody>()
  const held = data.holds.length > 0
  const close = useDeed((body: ClosureBody) => closeConversation(id, body), {
    said: inboxText.closed,
    touches: [['conversation', id], ['conversations'], ['counts'], ['home']],
    onDone: onClose,
    quiet: true,
  })
  return (
    <Modal
      open
      title={inboxText.closeTitle}
      okText={inboxText.closeIt}
      okButtonProps={{ disabled: held }}
      confirmLoading={close.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {(held || close.error) && (
        <Alert className="gap-below" type="warning" showIcon title={close.error?.message ?? inboxText.held} />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ tell: true, ...(data.conversation.emergency ? { emergency: true } : {}) }}
        onFinish={(body) => close.mutate(body)}
      >
        <SettlementFields />
        <Form.Item
          name="outcome"
          label={inboxText.outcome}
          extra={inboxText.outcomeHint}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input.TextArea maxLength={1000} showCount rows={3} />
        </Form.Item>
        <Form.Item name="tell" valuePropName="checked">
          <Checkbox>{inboxText.tell}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}
