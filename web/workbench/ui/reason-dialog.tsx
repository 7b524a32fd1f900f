import { Form, Input, Modal } from 'antd'
import type { ReactNode } from 'react'
import { commonText } from '../../ui/text/workbench/common.ts'

/** Asks for one sentence before something is done. */
export function ReasonDialog(props: {
  title: string
  label?: string
  busy: boolean
  optional?: boolean
  danger?: boolean
  max?: number
  extra?: ReactNode
  onReason: (reason: string) => void
  onClose: () => void
}) {
  const [form] = Form.useForm<{ reason?: string }>()
  return (
    <Modal
      open
      title={props.title}
      onOk={form.submit}
      onCancel={props.onClose}
      confirmLoading={props.busy}
      okButtonProps={{ danger: props.danger ?? false }}
    >
      {props.extra}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => props.onReason(reason?.trim() ?? '')}
      >
        <Form.Item
          name="reason"
          label={props.label ?? commonText.reason}
          rules={[{ required: !props.optional, whitespace: true, message: commonText.required }]}
        >
          <Input.TextArea autoFocus maxLength={props.max ?? 200} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
