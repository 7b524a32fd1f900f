import { Form, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { offices } from '../../../contract/vocabulary.ts'
import type { Conversation } from '../../api/inbox.ts'
import { type Office, referToOffice } from '../../api/office-referrals.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { officeDuties, referralText } from '../../ui/text/workbench/referrals.ts'
import { useDeed } from '../ui/use-deed.ts'
import { fitsOffice, keepOffice, officeOptions, readOffices } from './office-options.ts'

type Fields = { office: Office; askInDays: number }
/** Hands a matter to the office it belongs to; the one the machine read stands first, a person chooses. */
export function ReferDialog({ data, onClose }: { data: Conversation; onClose: () => void }) {
  const item = data.conversation
  const [form] = Form.useForm<Fields>()
  const [likely] = useState(() => readOffices(data))
  const [options] = useState(() => officeOptions(likely))
  const office: Office | undefined = Form.useWatch('office', form)
  const refer = useDeed((fields: Fields) => referToOffice(item.id, fields), {
    said: referralText.done,
    touches: [['conversation', item.id], ['conversations'], ['counts'], ['referrals']],
    onDone: () => {
      if (office) keepOffice(office)
      onClose()
    },
  })
  return (
    <Modal
      open
      title={referralText.refer}
      okText={office ? referralText.referTo(offices[office].phone) : referralText.refer}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={refer.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ askInDays: 7, ...(item.office ? { office: item.office } : {}) }}
        onFinish={(fields) => refer.mutate(fields)}
      >
        <Form.Item
          name="office"
          label={referralText.office}
          rules={[{ required: true, message: commonText.required }]}
        >
          <Select
            options={options}
            placeholder={referralText.searchOffice}
            showSearch={{ filterOption: fitsOffice }}
            optionRender={({ value, label }) => (
              <>
                {label}
                <div className="quiet">{officeDuties[value as Office]}</div>
              </>
            )}
          />
        </Form.Item>
        <Form.Item name="askInDays" label={referralText.askInDays}>
          <InputNumber min={1} max={60} />
        </Form.Item>
        <p className="quiet">{referralText.meaning}</p>
      </Form>
    </Modal>
  )
}
