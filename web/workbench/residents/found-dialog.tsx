import { Form, Input, Modal } from 'antd'
import { foundHousehold } from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { DayField } from './day-field.tsx'
import { ResidentsSelect } from './residents-select.tsx'
import { SameDoorField, sameDoorOf } from './same-door-field.tsx'

/** A household that is new in the register. */
export function FoundDialog(props: {
  villageId: string | undefined
  onClose: () => void
  onDone: (id: string) => void
}) {
  const [form] = Form.useForm()
  const save = useDeed(foundHousehold, {
    said: householdText.recorded,
    touches: [['households'], ['village'], ['resident']],
    onDone: ({ id }) => props.onDone(id),
  })
  const required = [{ required: true, whitespace: true, message: commonText.required }]
  return (
    <Modal
      open
      title={householdText.found}
      onCancel={props.onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ villageId: props.villageId }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <div className="two-columns">
          <Form.Item name="villageId" label={commonText.village} rules={required}>
            <VillageSelect />
          </Form.Item>
          <DayField label={householdText.since} />
        </div>
        <Form.Item name="address" label={householdText.door} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="villageGroup" label={householdText.group} extra={householdText.groupHint}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name="people" label={householdText.lives}>
          <ResidentsSelect />
        </Form.Item>
        <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
        <SameDoorField others={sameDoorOf(save.error)} />
      </Form>
    </Modal>
  )
}
