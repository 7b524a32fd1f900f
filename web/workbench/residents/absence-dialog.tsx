import { Form, Input, Select } from 'antd'
import { type AbsenceReason, absenceReasons } from '../../../contract/vocabulary.ts'
import {
  type HouseholdPage,
  type HouseholdPerson,
  recordAbsence,
  recordReturn,
} from '../../api/households.ts'
import { absenceWords, householdText } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DayField } from './day-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { householdKeys } from './household-keys.ts'

type Fields = { reason: AbsenceReason; place?: string; on: string }

/** Somebody goes away for a time, or is back. */
export function AbsenceDialog(props: {
  household: HouseholdPage
  person: HouseholdPerson
  onClose: () => void
}) {
  const { household, person } = props
  const [form] = Form.useForm<Fields>()
  const isBack = person.away !== null
  const save = useDeed(
    ({ reason, place, on }: Fields) =>
      isBack
        ? recordReturn(household.id, { residentId: person.id, on })
        : recordAbsence(household.id, { residentId: person.id, reason, place: place ?? '', on }),
    { said: householdText.recorded, touches: householdKeys, onDone: props.onClose },
  )
  return (
    <DeedDialog
      title={`${person.name} · ${isBack ? householdText.back : householdText.away}`}
      form={form}
      busy={save.isPending}
      initial={{ reason: 'work' }}
      onFields={(fields) => save.mutate(fields)}
      onClose={props.onClose}
    >
      {!isBack && (
        <div className="two-columns">
          <Form.Item name="reason" label={householdText.reason}>
            <Select options={absenceReasons.map((value) => ({ value, label: absenceWords[value] }))} />
          </Form.Item>
          <Form.Item name="place" label={householdText.place}>
            <Input maxLength={60} />
          </Form.Item>
        </div>
      )}
      <DayField {...(person.away ? { since: person.away.leftOn } : {})} />
    </DeedDialog>
  )
}
