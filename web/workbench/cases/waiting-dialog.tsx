import { Form, Input, Modal } from 'antd'
import { type Case, changeStatus } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useDeed } from '../ui/use-deed.ts'
import { type MissingFields, MissingPapersFields, missingOf } from './missing-papers.tsx'

const written = { required: true, whitespace: true, message: commonText.required }

type Fields = MissingFields & { note?: string }

/** The case waits for the resident; when it waits for a paper, it is said which and why nobody saw it before. */
export function WaitingDialog({ data, onClose }: { data: Case; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const wait = useDeed(
    (fields: Fields) =>
      changeStatus(data.id, {
        status: 'waiting_resident',
        note: fields.note?.trim() ?? '',
        ...missingOf(fields),
      }),
    { touches: [['case', data.id], ['cases'], ['home']], onDone: onClose },
  )
  return (
    <Modal
      open
      title={caseText.waitResident}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={wait.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => wait.mutate(fields)}>
        <MissingPapersFields papers={data.materials} />
        <Form.Item noStyle dependencies={['papersMissing']}>
          {({ getFieldValue }) => (
            <Form.Item
              name="note"
              label={caseText.waitReason}
              rules={getFieldValue('papersMissing') ? [] : [written]}
            >
              <Input.TextArea maxLength={500} rows={2} />
            </Form.Item>
          )}
        </Form.Item>
      </Form>
    </Modal>
  )
}
