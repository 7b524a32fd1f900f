import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { addPerson, type CasePart } from '../../api/cases.ts'
import { caseText, partWords } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { ResidentNameField } from '../residents/resident-name-field.tsx'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { name: string; phone?: string; part: CasePart }

/** Somebody of the register, or anybody by name. */
export function AddPersonDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const [residentId, setResidentId] = useState<string | null>(null)
  const add = useDeed((fields: Fields) => addPerson(caseId, { ...fields, residentId }), {
    touches: [['case', caseId]],
    onDone: onClose,
  })
  return (
    <Modal
      open
      title={caseText.addPerson}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={add.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ part: 'party' }}
        onValuesChange={(changed) => {
          // Another name is another person, until one is chosen again.
          if ('name' in changed) setResidentId(null)
        }}
        onFinish={(fields) => add.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={commonText.name}
          extra={residentId ? caseText.fromRegister : undefined}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <ResidentNameField
            maxLength={40}
            chosen={residentId !== null}
            onChoose={(row) => {
              form.setFieldsValue({ name: row.name, phone: row.phone })
              setResidentId(row.id)
            }}
          />
        </Form.Item>
        <Form.Item name="phone" label={commonText.phone}>
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
        <Form.Item name="part" label={caseText.part}>
          <Select
            options={(Object.keys(partWords) as CasePart[]).map((value) => ({
              value,
              label: partWords[value],
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
