import { Button, Form, Input, Modal } from 'antd'
import { caseText, rejectReasons } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'

/** What is wrong with a paper, by a tap or in words of one's own; the resident reads it. */
export function RejectDialog(props: {
  name: string
  busy: boolean
  onReason: (reason: string) => void
  onClose: () => void
}) {
  const [form] = Form.useForm<{ reason: string }>()
  return (
    <Modal
      open
      title={`${caseText.reject}：${props.name}`}
      onOk={form.submit}
      onCancel={props.onClose}
      confirmLoading={props.busy}
    >
      <p className="quiet">{caseText.rejectAdvice}</p>
      <div className="button-row gap-below">
        {Object.entries(rejectReasons).map(([key, words]) => (
          <Button key={key} size="small" onClick={() => form.setFieldValue('reason', words)}>
            {words}
          </Button>
        ))}
      </div>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ reason }) => props.onReason(reason.trim())}
      >
        <Form.Item
          name="reason"
          label={caseText.rejectReason}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <Input.TextArea autoFocus maxLength={300} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
