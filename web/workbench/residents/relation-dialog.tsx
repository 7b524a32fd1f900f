import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type RelationKind, relationKinds } from '../../../contract/person-words.ts'
import { addRelation } from '../../api/people.ts'
import type { Resident, ResidentRow } from '../../api/residents.ts'
import { placeText } from '../../ui/place-text.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { personText, relationWords, reverseWords } from '../../ui/text/workbench/person.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useDeed } from '../ui/use-deed.ts'
import { ResidentNameField } from './resident-name-field.tsx'

type Fields = { name: string; role: string; note?: string }

/** Both ways of every kind, but those that are the same from both sides once. */
const roles = [
  ...relationKinds.map((kind) => ({ value: `${kind} inward`, label: relationWords[kind] })),
  ...relationKinds
    .filter((kind) => kind !== 'spouse' && kind !== 'sibling')
    .map((kind) => ({ value: `${kind} outward`, label: reverseWords[kind] })),
]

/** Who is what to this person: the other is chosen from the register. */
export function RelationDialog({ resident, onClose }: { resident: Resident; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const [other, setOther] = useState<ResidentRow>()
  const add = useDeed(
    ({ role, note = '' }: Fields) => {
      const [kind, way] = role.split(' ') as [RelationKind, string]
      return addRelation(resident.id, { otherId: other!.id, kind, outward: way === 'outward', note })
    },
    { said: commonText.saved, touches: [['resident']], onDone: onClose },
  )
  return (
    <Modal
      open
      title={`${personText.relations}：${resident.name}`}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={add.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onValuesChange={(changed) => {
          if ('name' in changed) setOther(undefined)
        }}
        onFinish={(fields) => add.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={personText.other}
          extra={other && placeText(other.household)}
          rules={[
            {
              validator: () =>
                other && other.id !== resident.id
                  ? Promise.resolve()
                  : Promise.reject(new Error(personText.otherNeeded)),
            },
          ]}
        >
          <ResidentNameField
            maxLength={40}
            chosen={other !== undefined}
            onChoose={(row) => {
              form.setFieldValue('name', row.name)
              setOther(row)
            }}
          />
        </Form.Item>
        <Form.Item
          name="role"
          label={personText.role}
          rules={[{ required: true, message: commonText.required }]}
        >
          <Select options={roles} />
        </Form.Item>
        <Form.Item name="note" label={residentText.note}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
