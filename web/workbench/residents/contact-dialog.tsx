import { Form, Input, Modal } from 'antd'
import { changeContact } from '../../api/residents.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillageSelect } from '../ui/village-select.tsx'

type Fields = { name?: string; phone?: string; villageId?: string }
type Known = { id: string; name: string; phone: string; villageId: string | null }

/** Puts right how somebody is called and reached. Only what was changed is sent. */
export function ContactDialog({ contact, onClose }: { contact: Known; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const change = useDeed(
    ({ name = '', phone = '', villageId }: Fields) => {
      const changed = {
        ...(name.trim() === contact.name ? {} : { name: name.trim() }),
        ...(phone.trim() === contact.phone ? {} : { phone: phone.trim() }),
        ...((villageId ?? null) === contact.villageId ? {} : { villageId: villageId ?? null }),
      }
      return Object.keys(changed).length > 0 ? changeContact(contact.id, changed) : Promise.resolve()
    },
    {
      said: commonText.saved,
      touches: [['conversation'], ['conversations'], ['resident'], ['residents'], ['case']],
      onDone: onClose,
    },
  )
  return (
    <Modal
      open
      title={residentText.editContact}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={change.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...contact, villageId: contact.villageId ?? undefined }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <Form.Item name="name" label={commonText.name}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item
          name="phone"
          label={commonText.phone}
          rules={[{ pattern: /^[0-9+\- ]*$/, message: residentText.phoneRule }]}
        >
          <Input maxLength={20} inputMode="tel" />
        </Form.Item>
        <Form.Item name="villageId" label={commonText.village} extra={residentText.contactVillageHint}>
          <VillageSelect />
        </Form.Item>
      </Form>
    </Modal>
  )
}
