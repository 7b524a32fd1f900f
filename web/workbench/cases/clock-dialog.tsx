import { Form, Input, InputNumber, Modal } from 'antd'
import type { ClockKind } from '../../../contract/vocabulary.ts'
import { changeClock, promiseTime } from '../../api/cases.ts'
import { clockWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { addDays, atStation, stationDay } from '../../ui/time.ts'
import { useDeed } from '../ui/use-deed.ts'

export type ClockDeed =
  | { change: 'promise' }
  | { change: 'pause' | 'resume' | 'extend'; clockId: string; kind: ClockKind }
type Fields = { reason: string; workingDays?: number; due?: string }

export function ClockDialog({
  caseId,
  deed,
  onClose,
}: {
  caseId: string
  deed: ClockDeed
  onClose: () => void
}) {
  const [form] = Form.useForm<Fields>()
  const change = useDeed(
    ({ reason, workingDays, due }: Fields) => {
      if (deed.change !== 'promise') {
        return changeClock(caseId, deed.clockId, {
          change: deed.change,
          reason,
          ...(workingDays ? { workingDays } : {}),
        })
      }
      const [day = stationDay(), clock = '17:00'] = (due ?? '').split('T')
      return promiseTime(caseId, new Date(atStation(day, clock.slice(0, 5))).toISOString(), reason)
    },
    { touches: [['case', caseId], ['cases'], ['home']], onDone: onClose },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      title={`${caseText[deed.change]}${deed.change === 'promise' ? '' : `：${clockWords[deed.kind]}`}`}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={change.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          workingDays: deed.change === 'extend' ? 3 : undefined,
          due: `${addDays(stationDay(), 1)}T17:00`,
        }}
        onFinish={(fields) => change.mutate(fields)}
      >
        {deed.change === 'promise' && (
          <Form.Item name="due" label={commonText.time} rules={required}>
            <Input type="datetime-local" />
          </Form.Item>
        )}
        {deed.change === 'extend' && (
          <Form.Item name="workingDays" label={caseText.extendDays} rules={required}>
            <InputNumber min={1} max={60} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={deed.change === 'promise' ? caseText.promiseReason : commonText.reason}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
