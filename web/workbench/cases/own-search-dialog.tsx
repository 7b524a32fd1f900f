import { Form, Modal } from 'antd'
import { type Case, type OwnSearch, recordOwnSearch } from '../../api/cases.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { useDeed } from '../ui/use-deed.ts'
import {
  firstOwnSearch,
  isNews,
  OwnSearchFields,
  type OwnSearchParts,
  ownSearchOf,
} from './own-search-fields.tsx'

/** Writes down, or corrects, how long she had searched herself; possible until she is told the outcome. */
export function OwnSearchDialog({ data, onClose }: { data: Case; onClose: () => void }) {
  const [form] = Form.useForm<{ ownSearch: OwnSearchParts }>()
  const record = useDeed((search: OwnSearch) => recordOwnSearch(data.id, search), {
    touches: [['case', data.id], ['statistics'], ['figure-rows']],
    onDone: onClose,
  })
  const typed = Form.useWatch('ownSearch', form)
  return (
    <Modal
      open
      title={caseText.ownSearch}
      okText={caseText.record}
      okButtonProps={{ disabled: !typed || !isNews(ownSearchOf(typed), data.ownSearch) }}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={record.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ownSearch: firstOwnSearch(data.ownSearch) }}
        onFinish={({ ownSearch }) => {
          const search = ownSearchOf(ownSearch)
          if (search) record.mutate(search)
        }}
      >
        <OwnSearchFields />
      </Form>
    </Modal>
  )
}
