import { Form, Input } from 'antd'
import { endHousehold, type HouseholdPage } from '../../api/households.ts'
import { householdText } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DayField } from './day-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { householdKeys } from './household-keys.ts'

type Fields = { on: string; note?: string }

/** The whole household moves away; where nobody lives any more, it has died out. */
export function EndDialog(props: { household: HouseholdPage; onClose: () => void }) {
  const { household } = props
  const [form] = Form.useForm<Fields>()
  const kind = household.lives.length > 0 ? 'moved_out' : 'died_out'
  const save = useDeed((fields: Fields) => endHousehold(household.id, { ...fields, kind }), {
    said: householdText.recorded,
    touches: householdKeys,
    onDone: props.onClose,
  })
  return (
    <DeedDialog
      title={kind === 'moved_out' ? householdText.end : householdText.endDied}
      form={form}
      busy={save.isPending}
      danger
      onFields={(fields) => save.mutate(fields)}
      onClose={props.onClose}
    >
      <p className="quiet">{householdText.endHint}</p>
      <DayField since={household.residentSinceOn} />
      <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
        <Input maxLength={200} />
      </Form.Item>
    </DeedDialog>
  )
}
