import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { shortestPassword } from '../../../contract/vocabulary.ts'
import { readSetup, setUp } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { usePageTitle } from '../ui/use-page-title.ts'

type Fields = {
  token: string
  stationName: string
  code: string
  phone: string
  address: string
  villages: string
  username: string
  name: string
  password: string
}

/** One village a line; the number in the list becomes its code, which can be anything unique. */
function villagesOf(lines: string) {
  return lines
    .split(/[\n,，、]+/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name, index) => ({ name, code: String(index + 1).padStart(3, '0') }))
}

const toSignIn = () => location.replace('/workbench/sign-in')

export function SetupPage() {
  usePageTitle(sessionText.setupTitle)
  const { data } = useQuery({ queryKey: ['setup'], queryFn: readSetup })
  const create = useMutation({
    mutationFn: ({ villages, username, name, password, ...station }: Fields) =>
      setUp({ ...station, villages: villagesOf(villages), administrator: { username, name, password } }),
    onSuccess: toSignIn,
  })
  if (data && !data.needed) {
    return (
      <main className="door">
        <section className="door-card">
          <p>{sessionText.setupDone}</p>
          <Button type="primary" onClick={toSignIn}>
            {sessionText.signIn}
          </Button>
        </section>
      </main>
    )
  }
  const required = [{ required: true }]
  return (
    <main className="door">
      <section className="door-card wide">
        <h1 className="door-title">{sessionText.setupTitle}</h1>
        <p className="quiet">{sessionText.setupHint}</p>
        {create.error && (
          <Alert className="gap-below" type="error" showIcon title={create.error.message} role="alert" />
        )}
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          onFinish={(fields) => create.mutate(fields)}
          initialValues={{ phone: '', address: '' }}
        >
          <Form.Item
            name="token"
            label={sessionText.setupToken}
            extra={sessionText.setupTokenHint}
            rules={required}
          >
            <Input autoFocus autoComplete="off" />
          </Form.Item>
          <div className="two-columns">
            <Form.Item name="stationName" label={sessionText.stationName} rules={required}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item
              name="code"
              label={sessionText.stationCode}
              rules={[{ required: true, pattern: /^\d{6,12}$/, message: sessionText.stationCodeHint }]}
            >
              <Input inputMode="numeric" maxLength={12} />
            </Form.Item>
            <Form.Item name="phone" label={sessionText.stationPhone}>
              <Input inputMode="tel" maxLength={30} />
            </Form.Item>
            <Form.Item name="address" label={sessionText.stationAddress}>
              <Input maxLength={120} />
            </Form.Item>
          </div>
          <Form.Item
            name="villages"
            label={sessionText.villages}
            extra={sessionText.villagesHint}
            rules={required}
          >
            <Input.TextArea rows={4} />
          </Form.Item>
          <h2>{sessionText.administrator}</h2>
          <div className="two-columns">
            <Form.Item name="name" label={commonText.name} rules={required}>
              <Input maxLength={30} autoComplete="name" />
            </Form.Item>
            <Form.Item
              name="username"
              label={sessionText.username}
              rules={[
                { required: true, pattern: /^[a-z][a-z0-9_.-]{2,29}$/, message: sessionText.usernameRule },
              ]}
            >
              <Input autoCapitalize="none" autoComplete="username" maxLength={30} />
            </Form.Item>
          </div>
          <Form.Item
            name="password"
            label={sessionText.password}
            extra={sessionText.passwordRule}
            rules={[{ required: true }, { min: shortestPassword, message: sessionText.passwordRule }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={create.isPending}>
            {sessionText.create}
          </Button>
        </Form>
      </section>
    </main>
  )
}
