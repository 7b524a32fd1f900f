import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { shortestPassword } from '../../../contract/vocabulary.ts'
import { readInvitation, readSetup, type SetupInvitation, setUp } from '../../api/officers.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { sessionText } from '../../ui/text/workbench/session.ts'
import { momentText } from '../../ui/time.ts'
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

/** A link to found a further station carries its words behind the #: no server and no log on the way sees them. */
const invitationToken = () => new URLSearchParams(location.hash.slice(1)).get('invitation')

/** The first station of an installation, with the token its server printed; or a further one, by a link made for it. */
export function SetupPage() {
  const [token] = useState(invitationToken)
  usePageTitle(token ? sessionText.foundTitle : sessionText.setupTitle)
  return token ? <Invited token={token} /> : <FirstStation />
}

function Invited({ token }: { token: string }) {
  const query = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => readInvitation(token),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (query.error) return <Closed words={query.error.message} title={sessionText.foundRefused} />
  return query.data ? <StationForm invitation={{ ...query.data, token }} /> : null
}

function FirstStation() {
  const { data } = useQuery({ queryKey: ['setup'], queryFn: readSetup })
  return data && !data.needed ? <Closed words={sessionText.setupDone} /> : <StationForm />
}

function Closed({ words, title }: { words: string; title?: string }) {
  return (
    <main className="door">
      <section className="door-card">
        {title && <h1 className="door-title">{title}</h1>}
        <p>{words}</p>
        <Button className="gap-above" type="primary" onClick={toSignIn}>
          {sessionText.signIn}
        </Button>
      </section>
    </main>
  )
}

function StationForm({ invitation }: { invitation?: SetupInvitation & { token: string } }) {
  const create = useMutation({
    mutationFn: ({ villages, username, name, password, ...station }: Fields) =>
      setUp({
        ...station,
        ...(invitation ? { token: invitation.token, code: invitation.code } : {}),
        villages: villagesOf(villages),
        administrator: { username, name, password },
      }),
    onSuccess: toSignIn,
  })
  const required = [{ required: true }]
  return (
    <main className="door">
      <section className="door-card wide">
        <h1 className="door-title">{invitation ? sessionText.foundTitle : sessionText.setupTitle}</h1>
        <p className="quiet">
          {sessionText.setupHint} {invitation && sessionText.foundUntil(momentText(invitation.until))}
        </p>
        {create.error && (
          <Alert className="gap-below" type="error" showIcon title={create.error.message} role="alert" />
        )}
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          onFinish={(fields) => create.mutate(fields)}
          initialValues={{
            phone: '',
            address: '',
            ...(invitation && { code: invitation.code, stationName: invitation.stationName }),
          }}
        >
          {!invitation && (
            <Form.Item
              name="token"
              label={sessionText.setupToken}
              extra={sessionText.setupTokenHint}
              rules={required}
            >
              <Input autoFocus autoComplete="off" />
            </Form.Item>
          )}
          <div className="two-columns">
            <Form.Item name="stationName" label={sessionText.stationName} rules={required}>
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item
              name="code"
              label={sessionText.stationCode}
              rules={[{ required: true, pattern: /^\d{6,12}$/, message: sessionText.stationCodeHint }]}
            >
              <Input inputMode="numeric" maxLength={12} disabled={!!invitation} />
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
