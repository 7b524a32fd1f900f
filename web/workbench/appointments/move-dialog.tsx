import { Form, Input, Modal } from 'antd'
import { type Appointment, rescheduleAppointment } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { type MissingFields, MissingPapersFields, missingOf } from '../cases/missing-papers.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { SlotPicker } from './slot-picker.tsx'

type Fields = MissingFields & { startsAt: string; note?: string }

export function MoveDialog(props: {
  item: Appointment
  papers: { key: string; name: string }[]
  onClose: () => void
}) {
  const { item, papers, onClose } = props
  const [form] = Form.useForm<Fields>()
  const move = useDeed(
    ({ startsAt, note, ...fields }: Fields) =>
      rescheduleAppointment(item.id, { startsAt, note: note ?? '', ...missingOf(fields) }),
    {
      said: commonText.saved,
      touches: [['appointment', item.id], ['appointments'], ['slots'], ['home']],
      onDone: onClose,
    },
  )
  return (
    <Modal
      open
      title={appointmentText.move}
      width={640}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={move.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => move.mutate(fields)}>
        <Form.Item
          name="startsAt"
          label={appointmentText.when}
          rules={[{ required: true, message: commonText.required }]}
        >
          <SlotPicker guideSlug={item.guide.slug} moving={item.id} />
        </Form.Item>
        <Form.Item name="note" label={appointmentText.moveReason}>
          <Input maxLength={200} />
        </Form.Item>
        <MissingPapersFields papers={papers} />
      </Form>
    </Modal>
  )
}
