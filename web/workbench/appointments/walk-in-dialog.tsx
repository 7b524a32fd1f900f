import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Answered, addWalkIn } from '../../api/appointments.ts'
import { clientKey } from '../../api/client-key.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { GuideSelect } from '../ui/guide-select.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { SituationFields } from './situation-fields.tsx'

type Fields = { guideSlug: string; name: string; phone?: string; answered?: Answered }

/** Somebody stands at the counter: a number in the queue. */
export function WalkInDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [key] = useState(clientKey)
  const guideSlug = Form.useWatch('guideSlug', form)
  const add = useDeed(
    (fields: Fields) => addWalkIn({ ...fields, phone: fields.phone ?? '', clientKey: key }),
    {
      touches: [['appointments'], ['home']],
      onDone: ({ queueNumber }) => {
        message.success(appointmentText.walkedIn(queueNumber), 6)
        onClose()
      },
    },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      title={appointmentText.walkIn}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={add.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(fields) => add.mutate(fields)}>
        <Form.Item name="guideSlug" label={appointmentText.guide} rules={required}>
          <GuideSelect by="slug" />
        </Form.Item>
        <SituationFields slug={guideSlug} />
        <Form.Item name="name" label={commonText.name} rules={required}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="phone" label={commonText.phone}>
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
