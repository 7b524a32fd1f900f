import { Form, Input, Modal, Select } from 'antd'
import { roles } from '../../../contract/vocabulary.ts'
import { changeOfficer, createOfficer, type InitialPassword, type Officer } from '../../api/officers.ts'
import { roleWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { settingsText } from '../../ui/text/workbench/settings.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillagesSelect } from '../ui/villages-select.tsx'

type Fields = Pick<Officer, 'username' | 'name' | 'role' | 'phone' | 'villageIds'>

export function MemberDialog(props: {
  officer?: Officer
  onClose: () => void
  onCreated: (answer: InitialPassword) => void
}) {
  const { officer, onClose } = props
  const [form] = Form.useForm<Fields>()
  const role = Form.useWatch('role', form)
  const save = useDeed(
    async ({ username, ...fields }: Fields) => {
      if (!officer) return createOfficer({ username, ...fields })
      await changeOfficer(officer.id, fields)
      return null
    },
    {
      said: commonText.saved,
      touches: [['officers']],
      onDone: (answer) => {
        onClose()
        if (answer) props.onCreated(answer)
      },
    },
  )
  const required = [{ required: true, message: commonText.required }]
  return (
    <Modal
      open
      title={officer?.name ?? settingsText.newMember}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={save.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'auxiliary', phone: '', villageIds: [], ...officer }}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item name="name" label={commonText.name} rules={required}>
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item
          name="username"
          label={sessionText.username}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9_.-]{2,29}$/, message: sessionText.usernameRule }]}
        >
          <Input disabled={!!officer} autoCapitalize="none" maxLength={30} />
        </Form.Item>
        <Form.Item name="role" label={settingsText.role}>
          <Select options={roles.map((value) => ({ value, label: roleWords[value] }))} />
        </Form.Item>
        <Form.Item name="villageIds" label={settingsText.memberVillages} hidden={role !== 'auxiliary'}>
          <VillagesSelect />
        </Form.Item>
        <Form.Item name="phone" label={commonText.phone}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
