import { Form, Input, Select } from 'antd'
import { changeHousehold, type HouseholdPage } from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DeedDialog } from './deed-dialog.tsx'
import { householdKeys } from './household-keys.ts'
import { SameDoorField, sameDoorOf } from './same-door-field.tsx'

type Fields = { address: string; villageGroup: string; note: string; headId?: string; sameDoor?: boolean }

/** Door, 组, head and note. */
export function HouseholdEditDialog(props: { household: HouseholdPage; onClose: () => void }) {
  const { household } = props
  const [form] = Form.useForm<Fields>()
  const save = useDeed(
    ({ headId, ...fields }: Fields) => changeHousehold(household.id, { ...fields, headId: headId ?? null }),
    { said: commonText.saved, touches: householdKeys, onDone: props.onClose },
  )
  const headId = household.lives.find((person) => person.head)?.id
  return (
    <DeedDialog
      title={householdText.edit}
      form={form}
      busy={save.isPending}
      initial={{
        address: household.address,
        villageGroup: household.villageGroup,
        note: household.note,
        ...(headId && { headId }),
      }}
      onFields={(fields) => save.mutate(fields)}
      onClose={props.onClose}
    >
      <div className="two-columns">
        <Form.Item
          name="address"
          label={householdText.door}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="villageGroup" label={householdText.group}>
          <Input maxLength={20} />
        </Form.Item>
      </div>
      <Form.Item name="headId" label={householdText.head}>
        <Select
          allowClear
          placeholder={householdText.noHead}
          options={household.lives.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
      <SameDoorField others={sameDoorOf(save.error)} />
    </DeedDialog>
  )
}
