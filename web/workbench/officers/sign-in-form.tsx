import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { type Me, signIn } from '../../api/officers.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'

type Fields = { username: string; password: string; code?: string }

/** User name, password, and the one-time code for those who use one. `username` fixed: the same person again. */
export function SignInForm(props: { username?: string; withCode?: boolean; onDone: (me: Me) => void }) {
  const [withCode, setWithCode] = useState(props.withCode ?? false)
  const password = useRef<InputRef>(null)
  const [form] = Form.useForm<Fields>()
  const enter = useMutation({
    mutationFn: ({ username, password, code }: Fields) =>
      signIn({ username: username.trim(), password, ...(code ? { code: code.trim() } : {}) }),
    onSuccess: props.onDone,
    onError: () => password.current?.focus({ cursor: 'all' }),
  })
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      size="large"
      initialValues={{ username: props.username ?? '' }}
      onFinish={(fields) => enter.mutate(fields)}
    >
      {enter.error && (
        <Alert className="gap-below" type="error" showIcon title={enter.error.message} role="alert" />
      )}
      <Form.Item name="username" label={sessionText.username} rules={[{ required: true }]}>
        <Input
          autoComplete="username"
          autoCapitalize="none"
          autoFocus={!props.username}
          disabled={!!props.username}
        />
      </Form.Item>
      <Form.Item name="password" label={sessionText.password} rules={[{ required: true }]}>
        <Input.Password ref={password} autoComplete="current-password" autoFocus={!!props.username} />
      </Form.Item>
      {withCode ? (
        <Form.Item name="code" label={sessionText.code} extra={sessionText.codeHint}>
          <Input autoComplete="one-time-code" inputMode="numeric" maxLength={11} />
        </Form.Item>
      ) : (
        <Button type="link" className="bare-link gap-below" onClick={() => setWithCode(true)}>
          {sessionText.codeLink}
        </Button>
      )}
      <Button type="primary" htmlType="submit" block loading={enter.isPending}>
        {sessionText.signIn}
      </Button>
    </Form>
  )
}
