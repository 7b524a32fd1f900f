import { Alert, Form, Input, Modal } from 'antd'
import { type ClosureBody, type Conversation, closeConversation } from '../../api/inbox.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { SettlementFields } from '../ui/settlement-fields.tsx'
import { firstTold, TellField, type ToldFields, toldBody } from '../ui/tell-field.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Fields = Omit<ClosureBody, 'tell' | 'toldWay'> & ToldFields

/** How it ended, by the person who ended it. Nothing is chosen beforehand that the figures count. */
export function CloseDialog({ data, onClose }: { data: Conversation; onClose: () => void }) {
  const { id } = data.conversation
  const [form] = Form.useForm<Fields>()
  const hasDoor = data.contact.door !== null
  const held = data.holds.length > 0
  const close = useDeed(
    ({ told, ...body }: Fields) => closeConversation(id, { ...body, ...toldBody(told) }),
    {
      said: inboxText.closed,
      touches: [['conversation', id], ['conversations'], ['counts'], ['home']],
      onDone: onClose,
      quiet: true,
    },
  )
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
        initialValues={{ ...firstTold(hasDoor), ...(data.conversation.emergency ? { emergency: true } : {}) }}
        onFinish={(fields) => close.mutate(fields)}
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
        <TellField hasDoor={hasDoor} />
      </Form>
    </Modal>
  )
}
