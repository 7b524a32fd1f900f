import { Form, Input } from 'antd'
import { shortestPassword } from '../../../contract/vocabulary.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'

/** The present password and twice the new one; the server has the last word on what is good enough. */
export function PasswordFields() {
  return (
    <>
      <Form.Item name="password" label={sessionText.oldPassword} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={sessionText.newPassword}
        extra={sessionText.passwordRule}
        rules={[{ required: true }, { min: shortestPassword, message: sessionText.passwordShort }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={sessionText.repeatPassword}
        dependencies={['newPassword']}
        rules={[
          { required: true },
          ({ getFieldValue }) => ({
            validator: (_rule, value) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(sessionText.repeatWrong)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  )
}
