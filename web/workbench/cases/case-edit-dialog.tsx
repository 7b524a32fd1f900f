import { Form, Input, Modal, Select } from 'antd'
import { type CaseKind, caseKinds } from '../../../contract/vocabulary.ts'
import type { Case } from '../../api/cases.ts'
import { caseKindWords } from '../../ui/text/vocabulary.ts'
import { caseText } from '../../ui/text/workbench/cases.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { VillageSelect } from '../ui/village-select.tsx'
import { useCaseChange } from './use-case-change.ts'

type Fields = { title: string; kind: CaseKind; details: string; villageId?: string }

/** Only what was changed is sent. */
export function CaseEditDialog({ data, onClose }: { data: Case; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const change = useCaseChange(data, onClose)
  return (
    <Modal
      open
      title={commonText.change}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={change.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          title: data.title,
          kind: data.kind,
          details: data.details,
          villageId: data.villageId ?? undefined,
        }}
        onFinish={({ title, kind, details, villageId }) =>
          change.mutate({
            ...(title === data.title ? {} : { title }),
            ...(kind === data.kind ? {} : { kind }),
            ...(details === data.details ? {} : { details }),
            ...((villageId ?? null) === data.villageId ? {} : { villageId: villageId ?? null }),
          })
        }
      >
        <Form.Item
          name="title"
          label={caseText.caseTitle}
          extra={caseText.titleHint}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="kind" label={caseText.kind}>
          <Select options={caseKinds.map((value) => ({ value, label: caseKindWords[value] }))} />
        </Form.Item>
        <Form.Item name="details" label={caseText.details}>
          <Input.TextArea maxLength={4000} rows={3} />
        </Form.Item>
        <Form.Item name="villageId" label={commonText.village}>
          <VillageSelect />
        </Form.Item>
      </Form>
    </Modal>
  )
}
