import { Form, Input, Modal, Select } from 'antd'
import { useNavigate } from 'react-router'
import { createGuide, type Guide, type GuideCategory } from '../../api/services.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { guideCategoryWords, guideText } from '../../ui/text/workbench/services.ts'
import { useDeed } from '../ui/use-deed.ts'

type Fields = { name: string; category: GuideCategory }

/** A guide of the station's own, empty or as a copy; residents do not see it yet. */
export function NewGuideDialog({ copyOf, onClose }: { copyOf?: Guide; onClose: () => void }) {
  const [form] = Form.useForm<Fields>()
  const navigate = useNavigate()
  const make = useDeed(
    (fields: Fields) => createGuide({ ...fields, ...(copyOf ? { copyOf: copyOf.slug } : {}) }),
    {
      said: guideText.made,
      touches: [['guides']],
      onDone: ({ slug }) => {
        onClose()
        void navigate(`/guides/${slug}`)
      },
    },
  )
  return (
    <Modal
      open
      title={copyOf ? `${guideText.copyGuide}：${copyOf.name}` : guideText.newGuide}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={make.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ category: copyOf?.category ?? 'household' }}
        onFinish={(fields) => make.mutate(fields)}
      >
        <Form.Item
          name="name"
          label={guideText.name}
          rules={[{ required: true, whitespace: true, message: commonText.required }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item name="category" label={guideText.category}>
          <Select options={Object.entries(guideCategoryWords).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
