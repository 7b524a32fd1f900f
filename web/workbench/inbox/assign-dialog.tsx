import { Button, Form, Input, Modal } from 'antd'
import { assignConversation, type ConversationItem } from '../../api/inbox.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { useDeed } from '../ui/use-deed.ts'

export function AssignDialog({ item, onClose }: { item: ConversationItem; onClose: () => void }) {
  const [form] = Form.useForm<{ officerId: string; reason?: string }>()
  const assign = useDeed(
    ({ officerId, reason }: { officerId: string | null; reason?: string }) =>
      assignConversation(item.id, { officerId, reason: reason ?? '', expected: item.assignee?.id ?? null }),
    {
      said: inboxText.assigned,
      touches: [['conversation', item.id], ['conversations'], ['counts']],
      onDone: onClose,
    },
  )
  return (
    <Modal
      open
      title={inboxText.assignTitle}
      onCancel={onClose}
      footer={[
        item.assignee && (
          <Button
            key="back"
            onClick={() => assign.mutate({ officerId: null, reason: form.getFieldValue('reason') })}
          >
            {inboxText.unassign}
          </Button>
        ),
        <Button key="go" type="primary" loading={assign.isPending} onClick={form.submit}>
          {inboxText.assign}
        </Button>,
      ]}
    >
      <p className="quiet gap-below">{inboxText.heldNow(item.assignee?.name ?? commonText.nobody)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => assign.mutate(fields)}>
        <Form.Item
          name="officerId"
          label={inboxText.assignTitle}
          rules={[{ required: true, message: commonText.required }]}
        >
          <OfficerSelect />
        </Form.Item>
        <Form.Item name="reason" label={inboxText.assignReason}>
          <Input.TextArea maxLength={200} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
