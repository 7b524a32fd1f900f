import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { listWorkAccounts, makeContactDoor } from '../../api/external-contacts.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { makeGroupDoor, readAttendance } from '../../api/groups.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { workText } from '../../ui/text/workbench/work-contacts.ts'
import { queryClient } from '../shell/query-client.ts'
import { useDeed } from '../ui/use-deed.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { accountName } from './follow-tag.tsx'

const touches = [['contact-doors'], ['chat-group-doors']]

type Fields = { label: string; villageId?: string; chosen: string[] }

/** Asks for what a new code needs: a name, a village, and the work accounts or groups behind it. */
export function NewDoorDialog({ kind, onClose }: { kind: 'contacts' | 'groups'; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const forContacts = kind === 'contacts'
  const accounts = useQuery({ queryKey: ['work-accounts'], queryFn: listWorkAccounts, enabled: forContacts })
  const groups = useQuery({
    queryKey: ['chat-group-attendance'],
    queryFn: readAttendance,
    enabled: !forContacts,
  })
  const make = useDeed(
    ({ label, villageId = '', chosen }: Fields) => {
      const door = { label, villageId: villageId || null }
      return forContacts
        ? makeContactDoor({ ...door, accounts: chosen })
        : makeGroupDoor({ ...door, groupIds: chosen })
    },
    {
      said: workText.made,
      touches,
      onDone: onClose,
      // No answer came: the door stands in the list behind, to be tried again there.
      onFail: (error) => {
        if (!(error instanceof ApiError && error.details)) return
        for (const queryKey of touches) void queryClient.invalidateQueries({ queryKey })
        onClose()
      },
    },
  )
  const options = forContacts
    ? (accounts.data?.items ?? [])
        .filter(({ goneAt }) => !goneAt)
        .map((each) => ({ value: each.account, label: accountName(each) }))
    : (groups.data?.groups ?? []).map(({ id, name, members }) => ({
        value: id,
        label: `${name}（${workText.memberCount(members)}）`,
      }))
  return (
    <Modal
      open
      title={forContacts ? workText.newContactDoor : workText.newGroupDoor}
      okText={workText.make}
      cancelText={commonText.cancel}
      confirmLoading={make.isPending}
      onOk={() =>
        void form
          .validateFields()
          .then((fields) => make.mutate(fields))
          .catch(() => {})
      }
      onCancel={onClose}
    >
      <Form form={form} layout="vertical">
        <Form.Item
          name="label"
          label={workText.label}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="villageId" label={commonText.village}>
          <VillageSelect />
        </Form.Item>
        <Form.Item
          name="chosen"
          label={forContacts ? workText.chooseAccounts : workText.chooseGroups}
          rules={[{ required: true, message: commonText.required }]}
        >
          <Select
            mode="multiple"
            maxCount={forContacts ? 20 : 5}
            options={options}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
