import { Form, Modal } from 'antd'
import type { MissingPapers } from '../../api/cases.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { type MissingFields, MissingPapersFields, missingOf } from '../cases/missing-papers.tsx'

/** She stood at the counter and a paper was missing: which one, and why nobody saw it before. */
export function TurnedBackDialog(props: {
  papers: { key: string; name: string }[]
  busy: boolean
  onDone: (body: { note: string; missing?: MissingPapers }) => void
  onClose: () => void
}) {
  const [form] = Form.useForm<MissingFields>()
  return (
    <Modal
      open
      title={appointmentText.turnedBack}
      onCancel={props.onClose}
      onOk={form.submit}
      confirmLoading={props.busy}
    >
      <p className="quiet gap-below">{appointmentText.turnedBackMeaning}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ papersMissing: true }}
        onFinish={(fields) => props.onDone({ note: appointmentText.turnedBack, ...missingOf(fields) })}
      >
        <MissingPapersFields papers={props.papers} always />
      </Form>
    </Modal>
  )
}
