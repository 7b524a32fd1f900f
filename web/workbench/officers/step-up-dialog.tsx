import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Input, Modal } from 'antd'
import { ApiError } from '../../api/fetch-json.ts'
import { type Me, stepUp } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { queryClient } from '../shell/query-client.ts'
import { stepUpAsked } from './step-up.ts'

export function StepUpDialog() {
  const asked = stepUpAsked.use()
  const [form] = Form.useForm<{ password: string; code?: string }>()
  const me = queryClient.getQueryData<Me>(['session'])
  const confirm = useMutation({
    mutationFn: (fields: { password: string; code?: string }) =>
      stepUp({ password: fields.password, ...(fields.code ? { code: fields.code.trim() } : {}) }),
    onSuccess: () => {
      asked?.resolve()
      stepUpAsked.set(null)
    },
  })
  const cancel = () => {
    asked?.reject(new ApiError('step_up_required', sessionText.stepUpHint))
    stepUpAsked.set(null)
  }
  return (
    <Modal
      open={!!asked}
      title={sessionText.stepUpTitle}
      onCancel={cancel}
      onOk={form.submit}
      okText={commonText.confirm}
      confirmLoading={confirm.isPending}
      destroyOnHidden
      afterOpenChange={() => confirm.reset()}
    >
      <p className="quiet">{sessionText.stepUpHint}</p>
      {confirm.error && <Alert className="gap-below" type="error" showIcon title={confirm.error.message} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => confirm.mutate(fields)}
        preserve={false}
      >
        <Form.Item name="password" label={sessionText.password} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        {me?.secondFactor && (
          <Form.Item
            name="code"
            label={sessionText.code}
            extra={sessionText.codeHint}
            rules={[{ required: true }]}
          >
            <Input autoComplete="one-time-code" inputMode="numeric" />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
