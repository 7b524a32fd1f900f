import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { changePassword } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { usePageTitle } from '../ui/use-page-title.ts'
import { PasswordFields } from './password-fields.tsx'

/** After a password somebody else knows: nothing else works before it is changed. */
export function PasswordDueForm({ onDone }: { onDone: () => void }) {
  usePageTitle(sessionText.changeTitle)
  const change = useMutation({ mutationFn: changePassword, onSuccess: onDone })
  return (
    <main className="door">
      <section className="door-card">
        <h1 className="door-title">{sessionText.changeTitle}</h1>
        <p className="quiet">{sessionText.changeHint}</p>
        {change.error && (
          <Alert className="gap-below" type="error" showIcon title={change.error.message} role="alert" />
        )}
        <Form<{ password: string; newPassword: string }>
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={({ password, newPassword }) => change.mutate({ password, newPassword })}
        >
          <PasswordFields />
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {commonText.confirm}
          </Button>
        </Form>
      </section>
    </main>
  )
}
