import { Checkbox, Form, Input, Radio, Select } from 'antd'
import { type LeavingKind, leavingKinds } from '../../../contract/vocabulary.ts'
import { type HouseholdPage, type HouseholdPerson, recordLeaving } from '../../api/households.ts'
import { householdText, leavingWords } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DayField } from './day-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { householdKeys } from './household-keys.ts'

type Fields = { kind: LeavingKind; on: string; headId?: string; endsHousehold?: boolean; note?: string }

/** Somebody moves out, marries out, dies, or takes only her 户口 away. */
export function LeavingDialog(props: {
  household: HouseholdPage
  person: HouseholdPerson
  onlyRegistered: boolean
  onClose: () => void
}) {
  const { household, person, onlyRegistered } = props
  const [form] = Form.useForm<Fields>()
  const save = useDeed(
    (fields: Fields) => recordLeaving(household.id, { ...fields, residentId: person.id }),
    { said: householdText.recorded, touches: householdKeys, onDone: props.onClose },
  )
  const kinds = leavingKinds.filter((kind) =>
    onlyRegistered ? kind === 'unregistered' || kind === 'died' : kind !== 'unregistered',
  )
  const rest = onlyRegistered ? household.lives : household.lives.filter(({ id }) => id !== person.id)
  return (
    <DeedDialog
      title={`${person.name} · ${householdText.leave}`}
      form={form}
      busy={save.isPending}
      initial={{ kind: kinds[0]! }}
      onFields={(fields) => save.mutate(fields)}
      onClose={props.onClose}
    >
      <Form.Item name="kind" label={householdText.howGone}>
        <Radio.Group
          className="choices"
          optionType="button"
          options={kinds.map((value) => ({ value, label: leavingWords[value] }))}
        />
      </Form.Item>
      <DayField since={person.beganOn} />
      {person.head && rest.length > 0 && (
        <Form.Item name="headId" label={householdText.newHead}>
          <Select
            allowClear
            placeholder={householdText.noHead}
            options={rest.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      {rest.length === 0 && (
        <Form.Item name="endsHousehold" valuePropName="checked">
          <Checkbox>{householdText.endsHousehold}</Checkbox>
        </Form.Item>
      )}
      <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
        <Input maxLength={200} />
      </Form.Item>
    </DeedDialog>
  )
}
