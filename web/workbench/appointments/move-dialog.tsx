import { Form, Input, Modal } from 'antd'
import { type Appointment, rescheduleAppointment } from '../../api/appointments.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { useDeed } from '../ui/use-deed.ts'
import { SlotPicker } from './slot-picker.tsx'

export function MoveDialog({ item, onClose }: { item: Appointment; onClose: () => void }) {
  const [form] = Form.useForm<{ startsAt: string; note?: string }>()
  const move = useDeed(
    ({ startsAt, note }: { startsAt: string; note?: string }) =>
      rescheduleAppointment(item.id, startsAt, note ?? ''),
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
          <SlotPicker guideSlug={item.guide.slug} />
        </Form.Item>
        <Form.Item name="note" label={appointmentText.moveReason}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
