import { Form, InputNumber, Modal, Select } from 'antd'
import { offices } from '../../../contract/vocabulary.ts'
import type { Conversation } from '../../api/inbox.ts'
import { type Office, referToOffice } from '../../api/office-referrals.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { referralText } from '../../ui/text/workbench/referrals.ts'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { office: Office; askInDays: number }
const options = (Object.keys(offices) as Office[]).map((office) => ({
  value: office,
  label: `${offices[office].name} ${offices[office].phone}`,
}))

/** Hands a matter to the office it belongs to; the one the machine read stands first, a person chooses. */
export function ReferDialog({ item, onClose }: { item: Conversation['conversation']; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const office: Office | undefined = Form.useWatch('office', form)
  const refer = useDeed((fields: Fields) => referToOffice(item.id, fields), {
    said: referralText.done,
    touches: [['conversation', item.id], ['conversations'], ['counts'], ['referrals']],
    onDone: onClose,
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
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="askInDays" label={referralText.askInDays}>
          <InputNumber min={1} max={60} />
        </Form.Item>
        <p className="quiet">{referralText.meaning}</p>
      </Form>
    </Modal>
  )
}
