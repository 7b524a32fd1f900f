import { Form, Input } from 'antd'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { stationDay } from '../../ui/time.ts'

/** The day on which something happened: today, or before. */
export function DayField({ label = householdText.day, since }: { label?: string; since?: string }) {
  return (
    <Form.Item
      name="on"
      label={label}
      initialValue={stationDay()}
      rules={[{ required: true, message: commonText.required }]}
    >
      <Input type="date" max={stationDay()} {...(since ? { min: since } : {})} />
    </Form.Item>
  )
}
