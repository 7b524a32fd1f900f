import { Form, Modal } from 'antd'
import { changeScope, type Script } from '../../api/scripts.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { scriptText } from '../../ui/text/workbench/scripts.ts'
import { useDeed } from '../ui/use-deed.ts'
import { ScopeFields } from './scope-fields.tsx'

export function ScopeDialog({ script, onClose }: { script: Script; onClose: () => void }) {
  const [form] = Form.useForm<{ auxiliaryMay: boolean; villageIds: string[] }>()
  const change = useDeed(
    ({ auxiliaryMay, villageIds }: { auxiliaryMay: boolean; villageIds: string[] }) =>
      changeScope(script.id, { auxiliaryMay, villageIds: villageIds.length ? villageIds : null }),
    { said: commonText.saved, touches: [['scripts'], ['script', script.id]], onDone: onClose },
  )
  return (
    <Modal
      open
      title={scriptText.scope}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={change.isPending}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ auxiliaryMay: script.auxiliaryMay, villageIds: script.villageIds ?? [] }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <ScopeFields />
      </Form>
    </Modal>
  )
}
