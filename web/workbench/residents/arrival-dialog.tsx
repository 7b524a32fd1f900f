import { Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { type ArrivalKind, arrivalKinds } from '../../../contract/vocabulary.ts'
import { type HouseholdPage, recordArrival } from '../../api/households.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { arrivalWords, householdText } from '../../ui/text/workbench/households.ts'
import { useDeed } from '../ui/use-deed.ts'
import { DayField } from './day-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { householdKeys } from './household-keys.ts'
import { ResidentNameField } from './resident-name-field.tsx'

type Fields = { kind: ArrivalKind; on: string; name: string; phone?: string; note?: string }

/** Somebody is born, moves in, marries in, or has only her 户口 here. */
export function ArrivalDialog(props: { household: HouseholdPage; onClose: () => void }) {
  const { household } = props
  const [form] = Form.useForm<Fields>()
  const [residentId, setResidentId] = useState<string | null>(null)
  const kind = Form.useWatch('kind', form)
  const save = useDeed(
    ({ name, phone, note, ...fields }: Fields) =>
      recordArrival(household.id, {
        ...fields,
        ...(note?.trim() ? { note } : {}),
        ...(residentId && fields.kind !== 'born' ? { residentId } : { name, phone: phone ?? '' }),
      }),
    { said: householdText.recorded, touches: householdKeys, onDone: props.onClose },
  )
  const nameRules = [{ required: true, whitespace: true, message: commonText.required }]
  return (
    <DeedDialog
      title={householdText.arrive}
      form={form}
      busy={save.isPending}
      initial={{ kind: 'moved_in' }}
      onFields={(fields) => save.mutate(fields)}
      onClose={props.onClose}
    >
      <Form.Item name="kind" label={householdText.how}>
        <Radio.Group
          className="choices"
          optionType="button"
          options={arrivalKinds.map((value) => ({ value, label: arrivalWords[value] }))}
        />
      </Form.Item>
      {kind === 'born' ? (
        <Form.Item name="name" label={householdText.babyName} rules={nameRules}>
          <Input maxLength={40} />
        </Form.Item>
      ) : (
        <Form.Item name="name" label={householdText.who} extra={householdText.whoHint} rules={nameRules}>
          <ResidentNameField
            maxLength={40}
            chosen={residentId !== null}
            onChange={(name) => {
              // Another name is another person, until one is chosen again.
              setResidentId(null)
              form.setFieldValue('name', name)
            }}
            onChoose={(row) => {
              setResidentId(row.id)
              form.setFieldsValue({ name: row.name, phone: row.phone })
            }}
          />
        </Form.Item>
      )}
      <div className="two-columns">
        <DayField since={household.residentSinceOn} />
        {kind !== 'born' && !residentId && (
          <Form.Item name="phone" label={commonText.phone}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
        )}
      </div>
      <Form.Item name="note" label={householdText.note} extra={householdText.noteHint}>
        <Input maxLength={200} />
      </Form.Item>
    </DeedDialog>
  )
}
