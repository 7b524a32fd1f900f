import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { clientKey } from '../../api/client-key.ts'
import { changeResident, type Resident, recordResident } from '../../api/residents.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { personText } from '../../ui/text/workbench/person.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { PersonFields, type PersonSaid } from './person-fields.tsx'

type Fields = PersonSaid & {
  name: string
  phone?: string
  note?: string
  villageId?: string
  address?: string
}

/** Records somebody, or changes what is recorded. */
export function ResidentDialog(props: {
  resident?: Resident
  onClose: () => void
  onRecorded?: (id: string) => void
}) {
  const { resident, onClose } = props
  const [form] = Form.useForm<Fields>()
  const [key] = useState(clientKey)
  const villageId = Form.useWatch('villageId', form)
  const save = useDeed(
    async ({ name, phone = '', note = '', villageId: village, address, bornOn, ...person }: Fields) => {
      const moved = village !== resident?.household?.villageId || address !== resident?.household?.address
      const household = village && address ? { villageId: village, address } : null
      const said = { name, phone, note, ...person, bornOn: bornOn || null, ...(moved ? { household } : {}) }
      if (!resident) return recordResident(said, key)
      await changeResident(resident.id, said)
      return { id: resident.id }
    },
    {
      said: commonText.saved,
      touches: [['residents'], ['resident']],
      onDone: ({ id }) => {
        onClose()
        props.onRecorded?.(id)
      },
    },
  )
  return (
    <Modal
      open
      title={resident ? residentText.edit : residentText.record}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: resident?.name,
          phone: resident?.phone,
          note: resident?.note,
          bornOn: resident?.bornOn ?? '',
          nicknames: resident?.nicknames ?? [],
          languages: resident?.languages ?? [],
          needs: resident?.needs ?? [],
          villageId: resident?.household?.villageId,
          address: resident?.household?.address,
        }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={commonText.name}
          rules={[
            { required: true, whitespace: true, message: commonText.required },
            // Not cut off while it is pasted: whoever writes 200 characters is told.
            { max: 40, message: personText.nameTooLong },
          ]}
        >
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="phone" label={commonText.phone}>
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
        <div className="two-columns">
          <Form.Item name="villageId" label={commonText.village}>
            <VillageSelect />
          </Form.Item>
          <Form.Item
            name="address"
            label={residentText.address}
            rules={[{ required: !!villageId, message: commonText.required }]}
          >
            <Input maxLength={120} />
          </Form.Item>
        </div>
        <PersonFields />
        <Form.Item name="note" label={residentText.note} extra={residentText.noteHint}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
