import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { type ShiftKind, shiftKinds } from '../../../contract/vocabulary.ts'
import { planShifts } from '../../api/officers.ts'
import { shiftWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { addDays, atStation, dayText, stationDay } from '../../ui/time.ts'
import { OfficerSelect } from '../ui/officer-select.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { officerId: string; kind: ShiftKind; days: string[]; from: string; until: string }

/** The same hours on several days for one person; hours that end before they begin run into the next day. */
export function ShiftDialog(props: {
  from: { officerId?: string; day?: string }
  days: string[]
  onClose: () => void
}) {
  const [form] = Form.useForm<Fields>()
  const from = Form.useWatch('from', form)
  const until = Form.useWatch('until', form)
  const plan = useDeed(
    (fields: Fields) =>
      planShifts({
        shifts: fields.days.map((day) => ({
          officerId: fields.officerId,
          kind: fields.kind,
          startsAt: new Date(atStation(day, fields.from)).toISOString(),
          endsAt: new Date(
            atStation(fields.until > fields.from ? day : addDays(day, 1), fields.until),
          ).toISOString(),
        })),
      }),
    { said: settingsText.planned, touches: [['shifts'], ['officers'], ['home']], onDone: props.onClose },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      title={settingsText.plan}
      onCancel={props.onClose}
      onOk={form.submit}
      confirmLoading={plan.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          officerId: props.from.officerId,
          kind: 'desk',
          days: props.from.day
            ? [props.from.day]
            : props.days.filter((day) => day >= stationDay()).slice(0, 5),
          from: '08:30',
          until: '17:30',
        }}
        onFinish={(fields) => plan.mutate(fields)}
      >
        <Form.Item name="officerId" label={settingsText.who} rules={required}>
          <OfficerSelect />
        </Form.Item>
        <Form.Item name="kind" label={settingsText.shiftKind}>
          <Select options={shiftKinds.map((value) => ({ value, label: shiftWords[value] }))} />
        </Form.Item>
        <Form.Item name="days" label={settingsText.whichDays} rules={required}>
          <Checkbox.Group options={props.days.map((value) => ({ value, label: dayText(value) }))} />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="from" label={settingsText.fromClock} rules={required}>
            <Input type="time" />
          </Form.Item>
          <Form.Item
            name="until"
            label={settingsText.untilClock}
            rules={required}
            extra={from && until && until <= from ? settingsText.endsNextDay : undefined}
          >
            <Input type="time" />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
