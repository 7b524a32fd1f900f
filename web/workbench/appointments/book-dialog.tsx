import { Alert, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { bookAppointment, type OfficerBooking, type Slot } from '../../api/appointments.ts'
import { clientKey } from '../../api/client-key.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { appointmentText } from '../../ui/text/workbench/appointments.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { momentText } from '../../ui/time.ts'
import { GuideSelect } from '../ui/guide-select.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { SituationFields } from './situation-fields.tsx'
import { SlotPicker } from './slot-picker.tsx'

type From = Partial<
  Pick<OfficerBooking, 'conversationId' | 'caseId' | 'contactId' | 'name' | 'phone' | 'guideSlug'>
>
type Fields = Pick<OfficerBooking, 'guideSlug' | 'startsAt' | 'name' | 'answered'> & {
  phone?: string
  again?: string
}

/** A time for somebody. When it is taken meanwhile, the answer offers the next free ones. */
export function BookDialog({ from = {}, onClose }: { from?: From; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const [key, setKey] = useState(clientKey)
  const guideSlug = Form.useWatch('guideSlug', form)
  const again = Form.useWatch('again', form)
  const { conversationId, caseId, contactId } = from
  const book = useDeed(
    ({ phone, ...fields }: Fields) =>
      bookAppointment({ ...fields, phone: phone ?? '', conversationId, caseId, contactId, clientKey: key }),
    {
      said: appointmentText.booked,
      touches: [['appointments'], ['slots'], ['conversation'], ['case']],
      onDone: onClose,
      quiet: true,
    },
  )
  const refusal =
    book.error instanceof ApiError
      ? (book.error.details as { nextFree?: Slot[]; cameAt?: string } | undefined)
      : undefined
  const nextFree = refusal?.nextFree
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      title={appointmentText.book}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={book.isPending}
      width={640}
    >
      {book.error && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={nextFree?.length ? appointmentText.nextFree : book.error.message}
          description={nextFree?.map(({ startsAt }) => (
            <Button
              key={startsAt}
              size="small"
              onClick={() => {
                setKey(clientKey())
                form.setFieldValue('startsAt', startsAt)
                book.reset()
              }}
            >
              {momentText(startsAt)}
            </Button>
          ))}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: from.name ?? '', phone: from.phone ?? '', guideSlug: from.guideSlug }}
        onFinish={(fields) => book.mutate(fields)}
      >
        <Form.Item name="guideSlug" label={appointmentText.guide} rules={required}>
          <GuideSelect by="slug" bookable />
        </Form.Item>
        <Form.Item name="startsAt" label={appointmentText.when} rules={required}>
          <SlotPicker guideSlug={guideSlug} />
        </Form.Item>
        {/* A case has its own answers already. */}
        {!caseId && <SituationFields slug={guideSlug} />}
        {(refusal?.cameAt || again) && (
          <Form.Item
            name="again"
            label={appointmentText.again}
            rules={[{ required: true, whitespace: true, message: commonText.required }]}
          >
            <Input.TextArea autoFocus maxLength={200} rows={2} />
          </Form.Item>
        )}
        {(conversationId || caseId || contactId) && (
          <p className="quiet gap-below">{appointmentText.willTell}</p>
        )}
        <div className="two-columns">
          <Form.Item name="name" label={commonText.name} rules={required}>
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="phone" label={commonText.phone}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
